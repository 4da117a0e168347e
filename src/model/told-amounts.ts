import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText } from './findings.ts'

/** What an amount in a text is where it is no deal's. */
export type AmountUse =
  | 'valuation'
  | 'part'
  | 'price'
  | 'total'
  | 'retrospective'
  | 'claim'
  | 'said-again'
  | 'unreadable'
  | 'no-deal'

/** Bounds in whole units of an ISO 4217 currency. */
export interface ToldMoney {
  readonly currency: string
  readonly low: DecimalText
  readonly high: DecimalText
}

/** An amount that is no deal's; offsets in headline and text set one after the other. */
export interface AsideAmount {
  readonly spanStart: number
  readonly spanEnd: number
  readonly use: AmountUse
  readonly rule: string
  readonly text: string
  /** Absent: unreadable. */
  readonly money?: ToldMoney
}

/** Amounts of one currency as seen, before anything is made of them. `XXX`: unreadable, no bounds. */
export interface AmountTally extends Partial<Omit<ToldMoney, 'currency'>> {
  readonly knownFrom: CalendarDate
  readonly currency: string
  readonly n: number
}

/** All the amounts of one wording of an announcement but those its events hold, and the tally of all of them. */
export interface ToldAmounts {
  readonly source: string
  readonly sourceKey: string
  /** When the world could know this wording. */
  readonly knownFrom: CalendarDate
  /** The text said something else before. */
  readonly isEdited: boolean
  readonly asides: readonly AsideAmount[]
  readonly tally: readonly AmountTally[]
}
