import type { AmountLedger } from './amount-finding.ts'
import type { AttentionSeries, FirstDeals, FollowOn } from './attention-finding.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CaptureRange } from './capture-finding.ts'
import type { EditionChanges } from './change-finding.ts'
import type { ClaimLine } from './claim-finding.ts'
import type { ForecastLine } from './forecast-finding.ts'
import type { InflowDetail, KindsOfHalf } from './inflow-finding.ts'
import type { InvestorShift } from './investor-shift-finding.ts'
import type { DecimalText, Interval, Known, Lacking, Names } from './known.ts'
import type { LateDeals, LateReporting } from './late-finding.ts'
import type { ConceptMoney, PolicySupport } from './listed-money-finding.ts'
import type { MarketSide } from './market-side-finding.ts'
import type { TrackMultiverse } from './multiverse-finding.ts'
import type { Period } from './period.ts'
import type { MarketCapture, PublishedTotal } from './published-finding.ts'
import type { RevealedAmounts } from './revealed-finding.ts'
import type { PublishedRevisions } from './revision-finding.ts'
import type { SeriesFinding } from './series-finding.ts'
import type { Condition, Signature } from './signature.ts'
import type { TransmissionFinding } from './transmission-finding.ts'

export type { DecimalText, Interval, Known, Lacking, Names } from './known.ts'

export type { Condition, Signature, SignatureVerdict } from './signature.ts'

export function isLacking(value: unknown): value is Lacking {
  return typeof value === 'object' && value !== null && 'lacking' in value
}

/** Recorded closed equity deals of a track in a period; yuan at the announcement day's rate. */
export interface Inflow {
  /** An interval of counts: deals whose date precision straddles the period's edge count 0 or 1. `n` takes the printed date. */
  readonly n: number
  readonly nRange: { readonly low: number; readonly high: number }
  readonly undisclosed: number
  /** Disclosed amounts in a currency without a rate; they are in no sum. */
  readonly unconverted: number
  readonly disclosed: Interval
  /** disclosed plus [0, cap of its round and year] for each deal whose yuan nobody knows: undisclosed, or without a rate. */
  readonly bounded: Interval
  /** An interval too; at least 5 disclosed deals. */
  readonly median: Known<Interval>
  /** Shares of the disclosed sum, 0…1. */
  readonly top1Share: Known<Interval>
  readonly top2Share: Known<Interval>
  readonly withoutLargest: Known<Interval>
  readonly withoutTwoLargest: Known<Interval>
  /** Companies with a deal of at least 100 m yuan (low bound) that surely lies in the period. */
  readonly companiesAbove100m: number
}

export interface InflowStep {
  readonly on: CalendarDate
  /** Cumulative disclosed bounds, yuan. */
  readonly low: DecimalText
  readonly high: DecimalText
}

/** `untested`: no feast to confine, or no series of the theme abroad. */
export type OnlyVerdict = 'untested' | 'yes' | 'between' | 'no'

export interface Gap {
  /** Yuan of disclosed inflow per 100 yuan of (raw) paper gain; lacking when the gain ≤ 0. */
  readonly passThrough: Known<Interval>
  readonly growthGap: Known<Interval>
  /** Rank of the excess in its own history less that of the inflow in its own, −1…1. */
  readonly rankGap: Known<Interval>
}

export interface DealLine {
  readonly dealId: string
  readonly announcedOn: CalendarDate
  /** The days its date may stand for. */
  readonly announcedFrom: CalendarDate
  readonly announcedUntil: CalendarDate
  readonly precision: string
  /** The date could lie outside the period. */
  readonly straddles: boolean
  readonly company: string
  readonly companyEn?: string
  /** ISO 3166-2 of its seat, where a text or a row says so. */
  readonly province?: string
  readonly foundedYear?: number
  readonly track: string
  readonly round: string
  readonly roundText?: string
  readonly kind: string
  readonly status: string
  readonly amountText?: string
  readonly currency?: string
  readonly original?: Interval
  /** Yuan; absent when undisclosed or not convertible. */
  readonly yuan?: Interval
  readonly fxOn?: CalendarDate
  readonly investors: readonly {
    readonly name: string
    readonly lead: boolean
    readonly kind: string
  }[]
  readonly urls: readonly string[]
  readonly confidence: string
  /** How often it is told, and by how many sources in words of their own; 0 and 0: not told yet. */
  readonly sources: { readonly tellings: number; readonly independent: number }
  /** The amount as printed is a total of several rounds: `to-date`, `rounds`, `period`. */
  readonly covers?: string
  readonly note?: string
  /** Why it is not inflow: `internal`, `acquisition`, `listing`, `placement`, `debt`, `grant`, `fund`, `planned`, `rumour`, `withdrawn`, `rejected`, `duplicate`, `outside-china`, `country-unknown`, `other`. Absent for inflow. */
  readonly exclusion?: string
}

export interface UnicornLine {
  readonly company: string
  readonly companyEn?: string
  readonly track: string
  readonly bornOn: CalendarDate
  readonly precision: string
  readonly endedOn?: CalendarDate
  readonly endReason?: string
  readonly valuationText?: string
  readonly urls: readonly string[]
  readonly note?: string
}

export interface UnicornCount {
  readonly born: number
  /** Of all births known, those not ended by the period's end. */
  readonly living: number
  /** Of those born in the period, still living at its end. */
  readonly bornAndLiving: number
  /** Ended in the period, whenever born. */
  readonly ended: number
  /** Living on the day of knowledge. */
  readonly livingAsOf: number
}

export interface TrackFindings {
  readonly id: string
  /** The wider field it is a part of: tracks of one parent are judged as a family. */
  readonly parent?: string
  readonly names: Names
  readonly market: MarketSide
  readonly inflow: Inflow
  readonly inflowDetail: InflowDetail
  /** By group of rounds: seen so far, and expected in the end. */
  readonly late: readonly LateDeals[]
  /** What was recorded of this track, against totals published for it. */
  readonly capture: CaptureRange
  readonly previousInflow: Inflow
  readonly yearBeforeInflow: Inflow
  readonly inflowSteps: readonly InflowStep[]
  readonly unicorns: UnicornCount
  /** Published totals of this track that contain or equal the period, amounts and counts. */
  readonly published: readonly PublishedTotal[]
  /** The lowest amount among them that bounds the track from above. */
  readonly ceiling: Known<PublishedTotal>
  /** Ceiling (or bounded upper) as a share of the market total, 0…1. */
  readonly ceilingShare: Known<DecimalText>
  readonly gap: Gap
  /** The verdicts and the growth gap under every defensible definition. */
  readonly multiverse: TrackMultiverse
  /** The listed companies' own money (proposition 10). */
  readonly conceptMoney: Known<ConceptMoney>
  readonly policySupport: PolicySupport
  readonly attention: readonly AttentionSeries[]
  readonly followOn: readonly FollowOn[]
  readonly firstDeals: FirstDeals
  readonly secondary: Signature
  readonly primary: Signature
  readonly onlyAShares: OnlyVerdict
  readonly onlyConditions: readonly Condition[]
  /** Yuan of unseen money that would reverse "primary feast: no". */
  readonly flipLine: Known<DecimalText>
}

export type Verdict = 'supported' | 'contradicted' | 'not-enough-data'

export interface PropositionFinding {
  readonly number: number
  readonly verdict: Verdict
  /** Message key of the sentence that gives the reason, with its figures. */
  readonly reason: string
  readonly details: Readonly<Record<string, string | number>>
  readonly for: readonly Condition[]
  readonly against: readonly Condition[]
}

export interface ExclusionTotal {
  readonly reason: string
  readonly kind: string
  readonly status: string
  readonly n: number
  readonly undisclosed: number
  /** Yuan within this one reason, kind and status; never summed across any. */
  readonly yuan: Interval
}

export interface PolicyLine {
  readonly on: CalendarDate
  readonly precision: string
  readonly event: string
  readonly kind: string
  readonly track: string
  readonly url: string
}

export interface SourceAge {
  readonly source: string
  readonly what: string
  readonly rows: number
  readonly first?: CalendarDate
  readonly last?: CalendarDate
  readonly files: readonly string[]
}

export interface DataFault {
  readonly id: string
  readonly count: number
  readonly examples: readonly string[]
}

export interface CapLine {
  readonly round: string
  readonly year: number
  readonly yuan: DecimalText
}

export interface RuleLine {
  readonly id: string
  readonly value: string
}

/** Everything one edition says, in figures. The report turns it into words; `--json` prints it with ids. */
export interface Findings {
  readonly period: Period
  readonly previous: Period
  readonly yearBefore: Period
  /** What was known on this day. */
  readonly asOf: CalendarDate
  readonly benchmark: SeriesFinding
  readonly tracks: readonly TrackFindings[]
  /** Track whose verdict opens the report. */
  readonly headline: string
  readonly capture: MarketCapture
  readonly propositions: readonly PropositionFinding[]
  readonly claims: readonly ClaimLine[]
  /** Every forecast known, and what came (proposition 11). */
  readonly forecasts: readonly ForecastLine[]
  readonly deals: readonly DealLine[]
  readonly exclusions: readonly DealLine[]
  readonly exclusionTotals: readonly ExclusionTotal[]
  /** Every amount seen, and where it went. */
  readonly amounts: AmountLedger
  readonly unicorns: readonly UnicornLine[]
  readonly policies: readonly PolicyLine[]
  readonly sources: readonly SourceAge[]
  readonly faults: readonly DataFault[]
  /** Who paid, over time (proposition 7). */
  readonly kindsOverTime: readonly KindsOfHalf[]
  readonly investorShift: InvestorShift
  readonly lateReporting: LateReporting
  /** How far the first figures of those who publish totals moved. */
  readonly revisions: PublishedRevisions
  /** Whether the bounds of undisclosed and vague amounts held when the amounts came out. */
  readonly revealed: RevealedAmounts
  /** Whether money follows prices (proposition 6). */
  readonly transmission: TransmissionFinding
  /** Caps that were used in this period. */
  readonly caps: readonly CapLine[]
  readonly rules: readonly RuleLine[]
  /** Against earlier editions. */
  readonly changes: EditionChanges
}
