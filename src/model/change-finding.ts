import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known } from './known.ts'

/** The figures of a track that readers act on. */
export const HEADLINE_MEASURES = [
  'excess',
  'excess-gain',
  'disclosed',
  'bounded',
  'pass-through',
] as const
export type HeadlineMeasure = (typeof HEADLINE_MEASURES)[number]
export const HEADLINE_VERDICTS = ['secondary', 'primary'] as const
export type HeadlineVerdict = (typeof HEADLINE_VERDICTS)[number]

export interface ChangedFigure {
  readonly track: string
  readonly measure: HeadlineMeasure
  readonly before: Interval | undefined
  readonly after: Interval | undefined
  /** How far it moved: a fraction of the old figure, for `excess` the difference itself; undefined: from or to unknown. */
  readonly moved: DecimalText | undefined
}

export interface ChangedVerdict {
  readonly track: string
  readonly measure: HeadlineVerdict
  readonly before: string
  readonly after: string
}

/** A headline figure that differs between two editions. */
export type FigureChange = ChangedFigure | ChangedVerdict

export function isVerdict(change: FigureChange): change is ChangedVerdict {
  return typeof change.before === 'string'
}

/**
 * Why a figure is another than in an earlier edition, in the order the causes are applied. `redefined`: the same
 * evidence counted otherwise (rules, configuration, code). `corrected`: a fact changed or withdrawn. `late`: a fact from
 * before that edition's day of knowledge, learned after it. `new`: a fact dated after that day.
 */
export const CAUSES = ['redefined', 'corrected', 'late', 'new'] as const
export type Cause = (typeof CAUSES)[number]

/** What each cause moved the two bounds of a figure by, in its unit. The four add up to the whole change exactly. */
export type ChangeParts = Readonly<Record<Cause, Interval>>

export interface SplitFigure extends ChangedFigure {
  /** Lacking where the figure was unknown at some point on the way. */
  readonly parts: Known<ChangeParts>
}

/** How a deal stood in an edition: its track, its yuan (absent: undisclosed or without a rate), and why it did not count. */
export interface DealStanding {
  readonly track: string
  readonly yuan?: Interval
  readonly exclusion?: string
}

/** A deal an earlier edition knew of, and that stands otherwise now; absent on one side: that edition had no line of it. */
export interface CorrectedDeal {
  readonly dealId: string
  readonly cause: Extract<Cause, 'corrected' | 'redefined'>
  readonly company: string
  readonly announcedOn: CalendarDate
  readonly before: DealStanding | undefined
  readonly after: DealStanding | undefined
  readonly urls: readonly string[]
  /** What its rows remark; of a declared correction, its reason. */
  readonly note?: string
}

interface EarlierEdition {
  /** Its SHA-256. */
  readonly edition: string
  readonly period: string
  readonly asOf: CalendarDate
}

/** What became of the headline figures since an earlier edition of the same period. */
export interface ChangesInPeriod extends EarlierEdition {
  readonly figures: readonly SplitFigure[]
  readonly verdicts: readonly ChangedVerdict[]
  /** Deals that entered, left or changed the inflow, by cause. */
  readonly deals: Readonly<Record<Cause, number>>
  /** Those of them that were corrected, withdrawn or counted by other rules; absent in editions from before they were listed. */
  readonly corrected?: readonly CorrectedDeal[]
}

/** Other days are other figures: they are set side by side, and their difference has no causes. */
export interface ChangesOfPeriod extends EarlierEdition {
  readonly changes: readonly FigureChange[]
}

export interface EditionChanges {
  readonly samePeriod: Known<ChangesInPeriod>
  /** The last edition of any other period with an earlier day of knowledge. */
  readonly otherPeriod: Known<ChangesOfPeriod>
}
