import type { Reader } from '../../load/database.ts'
import type { Findings } from '../../model/findings.ts'
import type { Question } from '../metric.ts'
import type { EvidenceRow } from './evidence-row.ts'

/** A figure whose rows are looked for, in the transaction the bars and deals are laid out in. */
export interface EvidencePlace {
  readonly db: Reader
  readonly question: Question
  readonly findings: Findings
  /** The id, in parts. */
  readonly parts: readonly string[]
  /** The track it is of; undefined: of all. */
  readonly track: string | undefined
}

export type EvidenceSource = (place: EvidencePlace) => Promise<readonly EvidenceRow[]>
