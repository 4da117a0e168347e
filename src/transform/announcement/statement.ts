import type {
  AnnouncedAmount,
  AnnouncedInvestor,
  EventKind,
  EventStatus,
} from '../../model/announced-event.ts'
import type { Found, Span } from './passage.ts'

/** Whom a sentence is about: somebody with a name, somebody described ("这家芯片公司"), many at once, or nobody said. */
export type Subject =
  | { readonly is: 'named'; readonly names: readonly Found<string>[] }
  | { readonly is: 'described' }
  | { readonly is: 'many' }
  | { readonly is: 'unsaid' }

/** What one sentence says of one deal. */
export interface Statement extends Span {
  readonly kind: Found<EventKind>
  readonly status: Found<EventStatus>
  readonly subject: Subject
  readonly round: Found<string> | undefined
  readonly amount: Found<AnnouncedAmount> | undefined
  /** The amount sums up a period or several rounds. */
  readonly isTotal: boolean
  /** The text speaks of several rounds at once. */
  readonly isSeveralRounds: boolean
  readonly valuation: Found<AnnouncedAmount> | undefined
  readonly investors: readonly Found<AnnouncedInvestor>[]
  readonly date: Found<string> | undefined
  /** Recalled, not announced. */
  readonly isPast: boolean
  /** The clause names several firms, each with a deal of its own. */
  readonly isOneOfMany: boolean
}

/** What a sentence adds to a deal named before: "本轮融资由…领投". */
export interface Addition extends Span {
  readonly amount: Found<AnnouncedAmount> | undefined
  readonly isTotal: boolean
  /** Of the whole headline: "甲领投天使轮，乙半年融超1亿元". */
  readonly round: Found<string> | undefined
  /** "A1轮由甲领投，A2轮由乙领投": the last of several rounds told of one by one. */
  readonly partRound: Found<string> | undefined
  readonly valuation: Found<AnnouncedAmount> | undefined
  /** What the firm is said to have been worth before the money. */
  readonly preMoney: Found<AnnouncedAmount> | undefined
  readonly investors: readonly Found<AnnouncedInvestor>[]
  /** The investors of rounds before. */
  readonly formerInvestors: readonly Found<AnnouncedInvestor>[]
}
