import type { Page, PageRequest, Source } from '../extract/source.ts'
import type { Database } from '../load/database.ts'
import type { CorrectionsConfig } from '../model/corrections-config.ts'
import type { TracksConfig } from '../model/tracks-config.ts'

/** What fetching needs from outside; built once at the edge. */
export interface IngestEffects {
  readonly db: Database
  readonly now: () => Temporal.Instant
  /** Announcements are filed under these. */
  readonly tracks: TracksConfig
  /** What is known to be wrong in them. */
  readonly corrections: CorrectionsConfig
  readonly fetch: (request: PageRequest, source: Source) => Promise<Page>
  /** Called after each page, for progress. */
  readonly tell: (page: IngestedPage) => void
  /** True when whoever started this wants it to end after the page in hand. */
  readonly isStopped: () => boolean
}

export type PageEnd = 'news' | 'nothing-new' | 'empty' | 'broken' | 'blocked'

/** Whether a page must be asked for again. */
export function isFailure(end: PageEnd): boolean {
  return end === 'broken' || end === 'blocked'
}

/** What became of one request. */
export interface IngestedPage {
  readonly source: string
  readonly partition: string
  readonly end: PageEnd
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly why?: string
  /** How it was unlike the pages of its source; somebody should look. */
  readonly drift?: string
}
