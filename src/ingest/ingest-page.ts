import type { Page, PageRequest, Source } from '../extract/source.ts'
import { keepFetchedPage, markPage, readValidators } from '../load/pages.ts'
import { endPartition, type Held } from '../load/partitions.ts'
import type { IngestEffects } from './effects.ts'
import { type Ingested, NOTHING, readPage } from './read-page.ts'

const NOT_MODIFIED = 304

/** Fetches one page, keeps it, reads it and loads it. The page is kept before anything reads it. */
export async function ingestPage(
  source: Source,
  request: PageRequest,
  {
    held,
    effects,
    runId,
  }: {
    readonly held: Held
    readonly effects: IngestEffects
    readonly runId: string
  },
): Promise<Ingested> {
  const { db, now } = effects
  const named = { source: source.id, partition: request.partition }
  let page: Page
  try {
    const validators =
      request.form === undefined ? await readValidators(db.reader, request.url) : {}
    page = await effects.fetch(
      { ...request, headers: { ...request.headers, ...validators } },
      source,
    )
  } catch (error) {
    if (!(error instanceof Error) || !['FetchError', 'SourceBlocked'].includes(error.name))
      throw error
    const end = error.name === 'SourceBlocked' ? 'blocked' : 'broken'
    await endPartition(db.reader, held, 'failed', now())
    return { page: { ...named, ...NOTHING, end, why: error.message }, next: [] }
  }
  const id = await db.transaction((transaction) =>
    keepFetchedPage(transaction, page, { source: source.id, request, runId }),
  )
  if (page.status !== NOT_MODIFIED)
    return readPage(source, { id, request, page }, { ...effects, held })
  // The host says that its last answer still stands.
  await db.transaction(async (transaction) => {
    await markPage(transaction, id, { outcome: 'nothing-new', rows: NOTHING })
    await endPartition(transaction.sql, held, 'done', now())
  })
  return { page: { ...named, ...NOTHING, end: 'nothing-new' }, next: [] }
}
