import type { Source } from '../extract/source.ts'
import { LeaseLost, takePartition } from '../load/partitions.ts'
import type { TakenPage, WorkQueue } from '../load/queue.ts'
import { finishRun, startRun } from '../load/runs.ts'
import { type IngestEffects, type IngestedPage, isFailure } from './effects.ts'
import { ingestPage } from './ingest-page.ts'

/** Takes pages of a source from the queue until none is left, the source refuses us, or whoever started this wants an end. */
export async function workThrough(
  source: Source,
  queue: WorkQueue,
  effects: IngestEffects,
): Promise<readonly IngestedPage[]> {
  const { db, now } = effects
  const runId = await startRun(db, {
    command: 'backfill',
    arguments: { source: source.id },
    now: now(),
  })
  const pages: IngestedPage[] = []
  while (!effects.isStopped()) {
    const taken = await queue.take(source.id)
    if (taken === undefined) break
    const page = await workOn(source, taken, { queue, effects, runId })
    if (page === undefined) continue
    pages.push(page)
    effects.tell(page)
    // A host that refuses us is not asked again in this run.
    if (page.end === 'blocked') {
      await queue.drop(source.id)
      break
    }
  }
  const isWhole = !effects.isStopped() && !pages.some(isTrouble)
  await finishRun(db, { id: runId, outcome: isWhole ? 'done' : 'partly', now: now() })
  return pages
}

/** Whether somebody should look at a page. */
export function isTrouble({ end, drift }: IngestedPage): boolean {
  return isFailure(end) || drift !== undefined
}

/** One page of the queue; undefined where somebody else has it or had it. */
async function workOn(
  source: Source,
  { id, request, epoch }: TakenPage,
  {
    queue,
    effects,
    runId,
  }: {
    readonly queue: WorkQueue
    readonly effects: IngestEffects
    readonly runId: string
  },
): Promise<IngestedPage | undefined> {
  const { db, now } = effects
  const wanted = { source: source.id, partition: request.partition, epoch }
  const held = await takePartition(db.reader, wanted, { runId, now: now() })
  try {
    if (held === undefined) return undefined
    const { page, next } = await ingestPage(source, request, { held, effects, runId })
    await queue.put(source.id, next)
    return page
  } catch (error) {
    if (error instanceof LeaseLost) return undefined
    throw error
  } finally {
    await queue.finish(source.id, id)
  }
}
