import { createHash } from 'node:crypto'
import { type ConstructorOptions, PgBoss } from 'pg-boss'
import type { AskedPage } from './pages.ts'

/** A request waiting for a worker. */
export interface QueuedPage {
  readonly request: AskedPage
  /** Epoch of its partition when it was planned. */
  readonly epoch: string
}

export interface TakenPage extends QueuedPage {
  readonly id: string
}

/** The queue of planned work that all workers of a database share, one queue a source. */
export interface WorkQueue extends AsyncDisposable {
  put(source: string, pages: readonly QueuedPage[]): Promise<void>
  take(source: string): Promise<TakenPage | undefined>
  finish(source: string, id: string): Promise<void>
  /** Forgets what waits of a source; the ledger of partitions still knows it. */
  drop(source: string): Promise<void>
}

const AT_ONCE = 1000
const RETRIES = 5
/** As long as a lease on a partition: then another worker may have it. */
const IN_HAND_SECONDS = 300

/** Opens pg-boss in its own schema of the same database; `alone` on a database that only this process can have open. */
export async function openQueue(
  settings: ConstructorOptions,
  { alone, sources }: { readonly alone: boolean; readonly sources: readonly string[] },
): Promise<WorkQueue> {
  const boss = new PgBoss({ ...settings, schedule: false, reindex: false, monitorVacuum: false })
  let trouble: Error | undefined
  boss.on('error', (error) => {
    trouble = error
  })
  await boss.start()
  const names = new Map(sources.map((source) => [source, `fetch.${source}`]))
  const nameOf = (source: string): string => {
    if (trouble !== undefined) throw trouble
    return names.get(source) ?? `fetch.${source}`
  }
  for (const name of names.values()) {
    await boss.createQueue(name, { retryLimit: RETRIES, expireInSeconds: IN_HAND_SECONDS })
    // Nobody else can have a job of the embedded database in hand: what is left was a killed process's.
    if (alone) await boss.deleteAllJobs(name)
  }
  return {
    async put(source, pages) {
      for (let start = 0; start < pages.length; start += AT_ONCE) {
        const jobs = pages
          .slice(start, start + AT_ONCE)
          .map((page) => ({ id: jobId(source, page), data: page }))
        await boss.insert(nameOf(source), jobs)
      }
    },
    async take(source) {
      const [job] = await boss.fetch<QueuedPage>(nameOf(source))
      return job === undefined ? undefined : { id: job.id, ...job.data }
    },
    finish: async (source, id) => void (await boss.deleteJob(nameOf(source), id)),
    drop: (source) => boss.deleteQueuedJobs(nameOf(source)),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: false, close: true }),
  }
}

/** The same work has the same id on every machine, so it is queued once. */
function jobId(source: string, { request, epoch }: QueuedPage): string {
  const hash = createHash('sha256')
    .update(`${source}\n${request.partition}\n${epoch}`)
    .digest('hex')
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => hash.slice(from, to))
  return `${a}-${b}-5${c}-8${d}-${e}`
}
