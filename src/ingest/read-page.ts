import type { PageRequest, Reading, Source, StoredPage } from '../extract/source.ts'
import type { Transaction } from '../load/database.ts'
import { loadBatches } from '../load/import-rows.ts'
import { markPage } from '../load/pages.ts'
import { endPartition, type Held, planNext } from '../load/partitions.ts'
import type { QueuedPage } from '../load/queue.ts'
import { forgetRejections } from '../load/rejections.ts'
import type { Unit } from '../model/rows.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'
import { MERGING } from '../transform/merging/merging.ts'
import { detectDrift } from './detect-drift.ts'
import { type IngestEffects, type IngestedPage, isFailure } from './effects.ts'
import { loadAnnounced } from './load-announced.ts'

/** A page with what it led to. */
export interface Ingested {
  readonly page: IngestedPage
  readonly next: readonly QueuedPage[]
}

export const NOTHING = { changed: 0, unchanged: 0, rejected: 0 } as const

interface KeptPage {
  readonly id: string
  readonly request: PageRequest
  readonly page: StoredPage
}

/** What is at hand while a page is read. Without a partition, as in a replay, the ledger of work stays as it is. */
type Around = Pick<IngestEffects, 'db' | 'now' | 'tracks' | 'corrections'> & {
  readonly held?: Held
}

/** Reads a kept page and loads what it gives; data and progress go together. */
export async function readPage<U extends Unit>(
  source: Source<U>,
  kept: KeptPage,
  around: Around,
): Promise<Ingested> {
  const { id, request, page } = kept
  const reading: Reading<U> = unwanted(source, page) ?? source.read(page, request)
  const drift = detectDrift(source, { page, request, reading })
  return around.db.transaction(async (transaction) => {
    await forgetRejections(transaction, id)
    const ended =
      reading.end === 'news'
        ? await loadNews(source, reading, { transaction, pageId: id, ...around })
        : { ...fruitless(reading, drift), next: [], healed: [] }
    const { end, next, healed, ...told } = ended
    const drifted = inOne([...(drift === undefined ? [] : [drift]), ...healed])
    const rows = around.held === undefined ? {} : { rows: told }
    await markPage(transaction, id, { outcome: end, ...drifted, ...rows })
    await endWork(transaction, around, end)
    const named = { source: source.id, partition: request.partition, end }
    return { page: { ...named, ...told, ...drifted }, next }
  })
}

async function endWork(
  { sql }: Transaction,
  { held, now }: Around,
  end: IngestedPage['end'],
): Promise<void> {
  if (held !== undefined) await endPartition(sql, held, isFailure(end) ? 'failed' : 'done', now())
}

function inOne(drifts: readonly string[]): { readonly drift?: string } {
  return drifts.length === 0 ? {} : { drift: drifts.join('; ') }
}

type News<U extends Unit> = Extract<Reading<U>, { readonly end: 'news' }>
type Told = Omit<IngestedPage, 'source' | 'partition' | 'drift'>

/** A page without rows. Nothing where a landmark is missing too is no answer: the page has changed. */
function fruitless(
  reading: Exclude<Reading<Unit>, { readonly end: 'news' }>,
  drift: string | undefined,
): Told {
  if (reading.end !== 'empty') return { ...NOTHING, end: reading.end, why: reading.why }
  return drift === undefined
    ? { ...NOTHING, end: 'empty' }
    : { ...NOTHING, end: 'broken', why: drift }
}

async function loadNews<U extends Unit>(
  source: Source<U>,
  { rows, rejected, next = [] }: News<U>,
  {
    transaction,
    pageId,
    held,
    now,
    tracks,
    corrections,
  }: Omit<Around, 'db'> & {
    readonly transaction: Transaction
    readonly pageId: string
  },
): Promise<Told & Pick<Ingested, 'next'> & { readonly healed: readonly string[] }> {
  const batch = {
    lines: rows.length + rejected.length,
    rows: rows.map((row, index) => ({ line: index + 1, row })),
    rejected: rejected.map(({ item, reasons }) => ({ line: item, reasons })),
  }
  const origin = { pageId, now: now(), merging: MERGING }
  const loaded = await loadBatches(transaction, source.loads, [batch], origin)
  const healed =
    source.loads === 'announcements'
      ? await loadAnnounced(transaction, rows as readonly AnnouncementRow[], {
          ...origin,
          tracks,
          corrections,
        })
      : []
  const changed = loaded.inserted + loaded.updated
  const epochs =
    held === undefined || next.length === 0
      ? new Map<string, string>()
      : await planNext(transaction.sql, source.id, next, now())
  return {
    healed,
    end: changed > 0 ? 'news' : 'nothing-new',
    changed,
    unchanged: loaded.unchanged,
    rejected: loaded.rejected,
    next: next.flatMap((request) => {
      const epoch = epochs.get(request.partition)
      return epoch === undefined ? [] : [{ request, epoch }]
    }),
  }
}

/** Pictures, films and archives are no answer of a source that gives text. */
const UNWANTED =
  /^(?:image|video|audio|font)\/|^application\/(?:pdf|zip|gzip|x-rar|x-msdownload)\b/i

function unwanted(
  { binary }: Pick<Source, 'binary'>,
  { headers }: StoredPage,
): { readonly end: 'broken'; readonly why: string } | undefined {
  const type = headers['content-type'] ?? ''
  if (binary === true || !UNWANTED.test(type)) return undefined
  return { end: 'broken', why: `the answer is ${type.slice(0, 60)}, not text` }
}
