import type { CalendarDate } from './calendar-date.ts'
import type { AliasKind } from './company-name.ts'
import type { DecimalText } from './findings.ts'

/** How exactly a date is told. */
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

/** What kind of money an investor brings, and since when. */
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
