import type { Page, PageRequest, Source, Span, StoredPage } from './extract/source.ts'
import type { Database } from './load/database.ts'
import { loadBatches } from './load/import-rows.ts'
import {
  type ArchivedPage,
  keepFetchedPage,
  markPage,
  readArchive,
  readValidators,
} from './load/pages.ts'
import { finishedPartitions, markPartition } from './load/partitions.ts'
import { finishRun, startRun } from './load/runs.ts'
import type { CalendarDate } from './model/calendar-date.ts'
import type { Unit } from './model/rows.ts'

/** What fetching needs from outside; built once at the edge. */
export interface IngestEffects {
  readonly db: Database
  readonly now: () => Temporal.Instant
  readonly fetch: (request: PageRequest, source: Source) => Promise<Page>
  /** Called after each page, for progress. */
  readonly tell: (page: IngestedPage) => void
  /** True when whoever started this wants it to end after the page in hand. */
  readonly isStopped: () => boolean
}

export type PageEnd = 'news' | 'nothing-new' | 'empty' | 'broken' | 'blocked'

export interface IngestedPage {
  readonly source: string
  readonly partition: string
  readonly end: PageEnd
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly why?: string
}

/**
 * What is missing: requests of a span whose partition was never finished. One whose year, month or day has not ended yet
 * is asked again, because it still grows.
 */
export async function planBackfill(
  source: Source,
  span: Span,
  { db, now }: Pick<IngestEffects, 'db' | 'now'>,
): Promise<readonly PageRequest[]> {
  const today = now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  // What shows only its newest items cannot be asked about the past: those days stay a gap.
  if (source.snapshot === true)
    return span.to < today ? [] : source.plan({ ...span, to: today as CalendarDate }, [])
  const finished = await finishedPartitions(db.reader, source.id)
  const isOpen = ({ covers }: PageRequest): boolean => covers >= today.slice(0, covers.length)
  return source
    .plan(span, source.codes)
    .filter((request) => isOpen(request) || !finished.has(request.partition))
}

/** Fetches, keeps, reads and loads what is missing. A page is kept before anything reads it; data and progress go together. */
export async function backfill(
  source: Source,
  requests: readonly PageRequest[],
  effects: IngestEffects,
): Promise<readonly IngestedPage[]> {
  const { db, now } = effects
  const runId = await startRun(db, {
    command: 'backfill',
    arguments: { source: source.id },
    now: now(),
  })
  const pages: IngestedPage[] = []
  for (const request of requests) {
    if (effects.isStopped()) break
    const page = await ingestOne(source, request, { effects, runId })
    pages.push(page)
    effects.tell(page)
    // A host that refuses us is not asked again in this run.
    if (page.end === 'blocked') break
  }
  const isWhole =
    pages.length === requests.length &&
    pages.every(({ end }) => end !== 'broken' && end !== 'blocked')
  await finishRun(db, { id: runId, outcome: isWhole ? 'done' : 'partly', now: now() })
  return pages
}

async function ingestOne(
  source: Source,
  request: PageRequest,
  { effects, runId }: { readonly effects: IngestEffects; readonly runId: string },
): Promise<IngestedPage> {
  const { db, now } = effects
  const { partition } = request
  let page: Page
  try {
    const validators = await readValidators(db.reader, request.url)
    page = await effects.fetch(
      { ...request, headers: { ...request.headers, ...validators } },
      source,
    )
  } catch (error) {
    if (!(error instanceof Error) || !['FetchError', 'SourceBlocked'].includes(error.name))
      throw error
    const end = error.name === 'SourceBlocked' ? 'blocked' : 'broken'
    await markPartition(db.reader, { source: source.id, partition, state: 'failed', runId }, now())
    return {
      source: source.id,
      partition,
      end,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      why: error.message,
    }
  }
  const kept = await db.transaction((transaction) =>
    keepFetchedPage(transaction, page, { source: source.id, request, runId }),
  )
  if (page.status === NOT_MODIFIED)
    return nothingNew(source, { id: kept, request }, { db, now, runId })
  return readPage(source, { id: kept, request, page }, { db, now, runId })
}

const NOT_MODIFIED = 304

interface Around {
  readonly db: Database
  readonly now: () => Temporal.Instant
  readonly runId: string
}

/** The host says that its last answer still stands. */
async function nothingNew(
  source: Source,
  { id, request: { partition } }: { readonly id: string; readonly request: PageRequest },
  { db, now, runId }: Around,
): Promise<IngestedPage> {
  await db.transaction(async (transaction) => {
    await markPage(transaction, id, 'nothing-new')
    await markPartition(
      transaction.sql,
      { source: source.id, partition, state: 'done', runId },
      now(),
    )
  })
  return { source: source.id, partition, end: 'nothing-new', changed: 0, unchanged: 0, rejected: 0 }
}

/** Reads all kept pages of a source again, with the network off. */
export async function replay(
  source: Source,
  { db, now, tell }: Pick<IngestEffects, 'db' | 'now' | 'tell'>,
): Promise<readonly IngestedPage[]> {
  const runId = await startRun(db, {
    command: 'replay',
    arguments: { source: source.id },
    now: now(),
  })
  const pages: IngestedPage[] = []
  for await (const page of readArchive(db.reader, source.id)) {
    const read = await readPage(
      source,
      { id: page.id, request: toRequest(page), page },
      { db, now, runId },
    )
    pages.push(read)
    tell(read)
  }
  await finishRun(db, { id: runId, outcome: 'done', now: now() })
  return pages
}

function toRequest({ partition, covers, url, form }: ArchivedPage): PageRequest {
  return { partition, covers, url, headers: {}, ...(form === null ? {} : { form }) }
}

async function readPage<U extends Unit>(
  source: Source<U>,
  {
    id,
    request,
    page,
  }: { readonly id: string; readonly request: PageRequest; readonly page: StoredPage },
  {
    db,
    now,
    runId,
  }: { readonly db: Database; readonly now: () => Temporal.Instant; readonly runId: string },
): Promise<IngestedPage> {
  const reading = source.read(page, request)
  const named = { source: source.id, partition: request.partition }
  return db.transaction(async (transaction): Promise<IngestedPage> => {
    if (reading.end !== 'news') {
      const state = reading.end === 'empty' ? 'done' : 'failed'
      await markPage(transaction, id, reading.end)
      await markPartition(transaction.sql, { ...named, state, runId }, now())
      const why = 'why' in reading ? { why: reading.why } : {}
      return { ...named, end: reading.end, changed: 0, unchanged: 0, rejected: 0, ...why }
    }
    const batch = {
      lines: reading.rows.length + reading.rejected.length,
      rows: reading.rows.map((row, index) => ({ line: index + 1, row })),
      rejected: reading.rejected.map(({ item, reasons }) => ({ line: item, reasons })),
    }
    const { inserted, updated, unchanged, rejected } = await loadBatches(
      transaction,
      source.loads,
      [batch],
      { pageId: id, now: now() },
    )
    const end = inserted + updated > 0 ? 'news' : 'nothing-new'
    await markPage(transaction, id, end)
    await markPartition(transaction.sql, { ...named, state: 'done', runId }, now())
    return { ...named, end, changed: inserted + updated, unchanged, rejected }
  })
}
