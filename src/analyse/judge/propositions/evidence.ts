import type { ClaimLine } from '../../../model/claim-finding.ts'
import type {
  Condition,
  ExclusionTotal,
  PropositionFinding,
  TrackFindings,
  UnicornLine,
} from '../../../model/findings.ts'
import type { ForecastLine } from '../../../model/forecast-finding.ts'
import type { InvestorShift } from '../../../model/investor-shift-finding.ts'
import type { Known } from '../../../model/known.ts'
import type { TransmissionFinding } from '../../../model/transmission-finding.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'

/** What the propositions are judged from: findings only, so each verdict can be recomputed from the exported tables. */
export interface Evidence {
  readonly headline: TrackFindings
  /** Tracks of the same parent as the headline track, itself included. */
  readonly family: readonly TrackFindings[]
  readonly others: readonly TrackFindings[]
  readonly claims: readonly ClaimLine[]
  readonly forecasts: readonly ForecastLine[]
  readonly unicorns: readonly UnicornLine[]
  readonly exclusionTotals: readonly ExclusionTotal[]
  readonly internalDeals: number
  readonly directions: readonly Condition[]
  readonly investorShift: InvestorShift
  readonly transmission: TransmissionFinding
  readonly months: number
  /** What a level of the year before is read with. */
  readonly comparison: {
    /** The first day a source changed since then. */
    readonly brokenOn?: string
    readonly captureNow: Known<string>
    readonly captureBefore: Known<string>
  }
}

/** One proposition's rule. */
export type Judge = (
  evidence: Evidence,
  rules: VerdictRules,
) => Omit<PropositionFinding, 'number' | 'reason'>
