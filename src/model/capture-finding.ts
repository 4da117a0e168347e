import type { CountRange } from './inflow-finding.ts'
import type { Interval, Known } from './known.ts'

/** Where levels may be taken from: our rows, the totals others published, or nowhere. */
export interface LevelBasis {
  readonly from: 'rows' | 'published' | 'nothing'
  /** Figures of the sentence that says so: `captureLow` and `captureHigh`, the share that decided; `bar`; `publishers`. */
  readonly details: Readonly<Record<string, string>>
}

/** What was recorded as a share of what was published for the same days and scope, with all that makes it uncertain. */
export interface CaptureRange {
  readonly recorded: CountRange
  /** All whose totals were set against it. */
  readonly publishers: readonly string[]
  /** Deals, 0…1: straddling dates in the recorded, disagreement of the publishers in the published. */
  readonly countShare: Known<Interval>
  readonly yuanShare: Known<Interval>
  readonly levels: LevelBasis
}
