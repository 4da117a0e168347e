import type { CalendarDate } from './calendar-date.ts'
import type { AliasKind } from './company-name.ts'
import type { DecimalText, Membership, SeriesConstruct, SeriesKind } from './findings.ts'
import type { Forecast } from './forecast-finding.ts'
import type { ListedMoneyKind } from './listed-money-finding.ts'

/**
 * What the transform stage hands to the load stage, one interface a load unit. Absent means unknown, never zero.
 * `knownFrom`: when the world could know the fact. Absent: the load stage takes the fact's own day and marks it assumed.
 */
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

export interface FxRow {
  readonly source: string
  /** ISO 4217; `rate` units of `quote` for one `base`. */
  readonly base: string
  readonly quote: string
  readonly rateOn: CalendarDate
  readonly rate: DecimalText
}

export interface SessionRow {
  /** ISO 10383 market code. */
  readonly exchange: string
  readonly sessionOn: CalendarDate
}

export type DatePrecision = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A curated or licensed row of a deal or of an event that is not counted: it enters as announcement → event → deal. */
export interface EventRow {
  readonly source: string
  /** The announcement that says so, where it is one of its own; a curated row is its own announcement. */
  readonly sourceKey?: string
  /** Where the evidence begins in the text. */
  readonly spanStart?: number
  /** For every field read from a text: where it stands and by which rule. */
  readonly evidence?: unknown
  /** The day as printed. */
  readonly announcedOn: CalendarDate
  readonly precision: DatePrecision
  /** The earliest and the latest day the precision allows. */
  readonly announcedFrom: CalendarDate
  readonly announcedUntil: CalendarDate
  /** Absent where the text names none. */
  readonly company?: string
  readonly companyEn?: string
  /** ISO 3166 alpha-2; absent: the file did not say. */
  readonly country?: string
  /** ISO 3166-2, as CN-GD. */
  readonly province?: string
  readonly foundedYear?: string
  /** What the amount is a total of: all rounds so far, the last few, or those of a period; absent: of this round alone. */
  readonly covers?: 'to-date' | 'rounds' | 'period'
  readonly coversRounds?: string
  readonly coversFrom?: CalendarDate
  /** As the file writes it; `config/tracks.yaml` gives aliases. */
  readonly track: string
  /** Code of the extraction contract. */
  readonly round: string
  readonly roundText?: string
  readonly kind: string
  readonly status: string
  readonly amountText?: string
  readonly currency?: string
  readonly amountLow?: DecimalText
  readonly amountHigh?: DecimalText
  readonly valuationText?: string
  readonly investors: readonly { readonly name: string; readonly lead: boolean }[]
  readonly urls: readonly string[]
  readonly confidence: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

/** A text somebody published, as a feed or list gives it. */
export interface AnnouncementRow {
  readonly source: string
  /** The source's own id, or the canonical address. */
  readonly sourceKey: string
  readonly url?: string
  readonly title: string
  readonly body?: string
  /** Day in Asia/Shanghai. */
  readonly publishedOn: CalendarDate
  /** ISO 8601 instant, where the source gives the time. */
  readonly publishedAt?: string
  /** What the source states in fields of its own, by our names: company, round, amount, investors, city, industry, founded. */
  readonly facts?: Readonly<Record<string, string>>
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

/** One company in a list of unicorns somebody publishes. */
export interface UnicornListingRow {
  readonly source: string
  /** Edition of the list: `2024`, or the day it was seen. */
  readonly edition: string
  readonly asOf: CalendarDate
  readonly company: string
  readonly companyEn?: string
  readonly country?: string
  readonly city?: string
  readonly industry?: string
  readonly rank?: string
  /** ISO 4217. */
  readonly currency: string
  /** Whole units. */
  readonly valuationLow: DecimalText
  readonly valuationHigh: DecimalText
  readonly joinedOn?: CalendarDate
  readonly investors?: string
}

export interface InvestorRow {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
  readonly basis?: string
  readonly url?: string
  /** First day the kind holds; absent: always. */
  readonly validFrom?: CalendarDate
  /** First day it holds no longer; absent: to this day. */
  readonly validUntil?: CalendarDate
}

/** Another name of a firm. The text or row that tells it is named by source and sourceKey. */
export interface AliasRow {
  readonly source: string
  readonly sourceKey: string
  readonly name: string
  /** For `parent`: the owner. */
  readonly other: string
  readonly kind: AliasKind
  readonly nameKey: string
  readonly otherKey: string
  readonly status: 'told' | 'withdrawn'
  readonly rule: string
  readonly words?: string
  readonly spanStart?: string
  readonly url?: string
  /** The day of the text; knowledge is taken from here where nothing else is said. */
  readonly toldOn: CalendarDate
  readonly knownFrom?: CalendarDate
}

export interface ClaimRow {
  readonly claimedOn: CalendarDate
  readonly outlet: string
  readonly claim: string
  readonly track: string
  readonly scope: string
  readonly periodFrom: CalendarDate
  readonly periodTo: CalendarDate
  readonly amountLow?: DecimalText
  readonly amountHigh?: DecimalText
  /** ISO 4217 or `percent`. */
  readonly currency?: string
  readonly url: string
  readonly note?: string
  readonly status: 'told' | 'withdrawn'
  /** The announcement it was read from, where its words stand there and by which rule; absent for an imported row. */
  readonly source?: string
  readonly sourceKey?: string
  readonly spanIn?: 'title' | 'body'
  readonly spanStart?: string
  readonly spanEnd?: string
  readonly rule?: string
  readonly knownFrom?: CalendarDate
}

/** A dated prediction, of the days from `horizonFrom` to `dueOn`. */
export interface ForecastRow extends Omit<Forecast, 'from' | 'due'> {
  readonly horizonFrom: CalendarDate
  readonly dueOn: CalendarDate
  readonly knownFrom?: CalendarDate
}

/** A total somebody published. */
export interface AggregateRow {
  /** As printed, and its days where the text is a period. */
  readonly period: string
  readonly periodFrom?: CalendarDate
  readonly periodTo?: CalendarDate
  readonly region: string
  readonly track: string
  readonly metric: string
  /** Whole units (yuan, dollars, deals, percent), with the bounds its wording allows; absent high: no upper bound. */
  readonly low: DecimalText
  readonly high?: DecimalText
  /** ISO 4217, or the thing counted (`cases`, `deals`, `percent`, …). */
  readonly unit: string
  readonly publisher: string
  readonly url: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

export interface PolicyRow {
  readonly eventOn: CalendarDate
  readonly precision: DatePrecision
  readonly event: string
  readonly kind: string
  readonly track: string
  readonly effectiveOn?: CalendarDate
  readonly issuer?: string
  readonly url: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

export interface UnicornRow {
  readonly bornOn: CalendarDate
  readonly precision: DatePrecision
  readonly company: string
  readonly companyEn?: string
  readonly track: string
  readonly valuationText?: string
  readonly currency?: string
  readonly valuationLow?: DecimalText
  readonly valuationHigh?: DecimalText
  readonly endedOn?: CalendarDate
  readonly endReason?: string
  readonly urls: readonly string[]
  readonly confidence: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

/** The load units by name. */
export interface UnitRows {
  readonly bars: BarRow
  readonly series: SeriesRow
  readonly fx: FxRow
  readonly sessions: SessionRow
  readonly events: EventRow
  readonly announcements: AnnouncementRow
  readonly investors: InvestorRow
  readonly aliases: AliasRow
  readonly claims: ClaimRow
  readonly forecasts: ForecastRow
  readonly aggregates: AggregateRow
  readonly policies: PolicyRow
  readonly unicorns: UnicornRow
  readonly members: MemberRow
  readonly listings: ListingRow
  readonly attention: AttentionRow
  readonly listedMoney: ListedMoneyRow
  readonly unicornListings: UnicornListingRow
}

export type Unit = keyof UnitRows
