import type { EvidenceRow } from '../analyse/trace/evidence-row.ts'
import type { TracedStep } from '../analyse/trace/trace-figure.ts'
import type { PageFacts } from '../load/archived-pages.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import type { RawPlace } from './find-in-raw.ts'

/** A row with the page that brought it, and where it stands there. */
export interface TracedRow extends EvidenceRow {
  readonly page?: Omit<PageFacts, 'headers'>
  readonly raw?: RawPlace
}

/** A figure followed down to the bytes it came from. */
export interface Trace {
  readonly id: string
  readonly edition: Pick<ArchivedEdition, 'id' | 'sha256' | 'period' | 'asOf' | 'lang'>
  readonly values: readonly {
    readonly id: string
    readonly value: unknown
    readonly unit: string
  }[]
  readonly steps: readonly TracedStep[]
  readonly rows: readonly TracedRow[]
}
