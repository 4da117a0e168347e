import type { Findings } from '../model/findings.ts'
import type { Shelf, ShelvedEdition } from '../model/shelf.ts'

/** Where the pages get what was published. */
export interface Archive {
  readonly shelf: () => Promise<Shelf>
  readonly findings: (edition: ShelvedEdition) => Promise<Findings | undefined>
  /** The bytes of an edition's page. */
  readonly page: (edition: ShelvedEdition) => Promise<Uint8Array | undefined>
  /** The same as PDF; undefined where there is no browser to print it. */
  readonly pdf: ((edition: ShelvedEdition) => Promise<Uint8Array | undefined>) | undefined
}
