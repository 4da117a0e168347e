import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText } from './findings.ts'
import type { ListedMoneyKind } from './listed-money-finding.ts'
import type { Membership, SeriesConstruct, SeriesKind } from './series-finding.ts'

/** One session of an index, a board, a fund or a stock. */
export interface BarRow {
  readonly source: string
  readonly code: string
  /** Used only when the series is not known yet. */
  readonly seriesKind: SeriesKind
  readonly seriesName: string
  /** What is traded, whoever gives the bars: `XSHG:600519`, `CSI:000300`. Bars of one instrument are compared. */
  readonly instrument?: string
  readonly tradeDate: CalendarDate
  readonly open?: DecimalText
  readonly high?: DecimalText
  readonly low?: DecimalText
  readonly close: DecimalText
  /** Of the same members weighted equally. */
  readonly closeEqualWeighted?: DecimalText
  /** Shares or fund units, not lots. */
  readonly volume?: DecimalText
  /** Yuan. */
  readonly amountCny?: DecimalText
  /** Yuan. */
  readonly marketCapCny?: DecimalText
  /** Yuan, of the shares that can be traded. */
  readonly floatCapCny?: DecimalText
  readonly members?: string
  readonly adjFactor?: DecimalText
  readonly pe?: DecimalText
  readonly knownFrom?: CalendarDate
}

/** An index, a board, a fund or a stock as its publisher describes it. */
export interface SeriesRow {
  readonly source: string
  readonly code: string
  readonly kind: SeriesKind
  readonly nameZh: string
  readonly nameEn: string
  readonly construct: SeriesConstruct
  readonly membership: Membership
  /** When the member list was learned; bars of a hindsight series are known from then on only. */
  readonly membershipKnownFrom?: CalendarDate
  /** The market value was observed on this day and carried to the others by the index. */
  readonly capObservedOn?: CalendarDate
  readonly url?: string
  readonly note?: string
}

/** A rate of exchange on a day. */
export interface FxRow {
  readonly source: string
  /** ISO 4217; `rate` units of `quote` for one `base`. */
  readonly base: string
  readonly quote: string
  readonly rateOn: CalendarDate
  readonly rate: DecimalText
}

/** A day on which an exchange trades. */
export interface SessionRow {
  /** ISO 10383 market code. */
  readonly exchange: string
  readonly sessionOn: CalendarDate
}

/** One stock in a board on the day the list was seen. */
export interface MemberRow {
  readonly source: string
  readonly board: string
  readonly boardName?: string
  /** `XSHG:600519`, `XSHE:300750`, `BJSE:430047`. */
  readonly instrument: string
  readonly stockName: string
  readonly asOf: CalendarDate
  /** Percent. */
  readonly weight?: DecimalText
  /** True on the rows of the page that completes the lists of this source and day. */
  readonly settles: boolean
}

/** One board in a vendor's list on the day it was seen. */
export interface ListingRow {
  readonly source: string
  readonly code: string
  readonly name: string
  readonly asOf: CalendarDate
  readonly members?: string
  readonly addedOn?: CalendarDate
  /** Its code on web pages, where that is another one. */
  readonly pageCode?: string
  /** True on the rows of the page that completes the list of this source and day. */
  readonly settles: boolean
}

/** How much attention a subject got on a day. */
export interface AttentionRow {
  readonly source: string
  readonly measure: 'page-views' | 'heat' | 'heat-rank' | 'headlines'
  /** Title, code or track the attention is for. */
  readonly subject: string
  readonly subjectName?: string
  readonly observedOn: CalendarDate
  readonly value: DecimalText
  readonly knownFrom?: CalendarDate
}

/** Money of listed companies and their holders: sales by insiders, placements, expiring lock-ups. */
export interface ListedMoneyRow {
  readonly source: string
  /** Identifies the row within the source. */
  readonly sourceKey: string
  readonly kind: ListedMoneyKind
  readonly instrument: string
  readonly stockName: string
  readonly holder?: string
  readonly announcedOn: CalendarDate
  readonly fromOn?: CalendarDate
  readonly untilOn?: CalendarDate
  readonly shares?: DecimalText
  /** Yuan a share. */
  readonly priceCny?: DecimalText
  readonly amountCny?: DecimalText
  readonly url?: string
  readonly note?: string
}
