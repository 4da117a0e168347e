import type { Source } from '../extract/source.ts'
import { type ArchiveWish, readArchive } from '../load/archived-pages.ts'
import { finishRun, startRun } from '../load/runs.ts'
import type { IngestEffects, IngestedPage } from './effects.ts'
import { readPage } from './read-page.ts'

/** Reads all kept pages of a source again, or those asked for, with the network off. */
export async function replay(
  source: Source,
  wish: ArchiveWish,
  { tell, ...around }: Pick<IngestEffects, 'db' | 'now' | 'tracks' | 'corrections' | 'tell'>,
): Promise<readonly IngestedPage[]> {
  const { db, now } = around
  const runId = await startRun(db, {
    command: 'replay',
    arguments: { source: source.id, ...wish },
    now: now(),
  })
  const pages: IngestedPage[] = []
  for await (const { id, partition, covers, url, form, ...page } of readArchive(
    db.reader,
    source.id,
    wish,
  )) {
    const request = { partition, covers, url, headers: {}, ...(form === null ? {} : { form }) }
    const read = await readPage(source, { id, request, page: { ...page, url } }, around)
    pages.push(read.page)
    tell(read.page)
  }
  await finishRun(db, { id: runId, outcome: 'done', now: now() })
  return pages
}
