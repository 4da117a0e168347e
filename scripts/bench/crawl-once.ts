import type { Page, PageRequest, Source, Span } from '../../src/extract/source.ts'
import { szseCalendar as source } from '../../src/extract/sources/szse-calendar.ts'
import type { IngestEffects } from '../../src/ingest/effects.ts'
import { enterWork } from '../../src/ingest/plan.ts'
import { isTrouble, workThrough } from '../../src/ingest/work.ts'
import { openQueue } from '../../src/load/queue.ts'
import { readEnvironment } from '../../src/runtime/config.ts'
import { goLive, type Live } from '../../src/runtime/live.ts'
import { inTurn, makePoliteFetch } from '../../src/runtime/polite-fetch.ts'
import { cpuSecondsSoFar } from './clocks.ts'

/**
 * Started by the bench of crawling: crawls a local site and says what that took this process, stretch by stretch. First
 * argument: seconds between two requests. Second: `ask`, turns and answers alone, or `load`, the whole way of a page from
 * queue to rows.
 */
const [pace, way] = process.argv.slice(2)
const SPAN = { from: '1900-01-01', to: '2023-12-31' } as Span
/** Requests gone before each stretch: Node goes on compiling what it runs for many of them. */
const BEGINNINGS = [300, 900]

await using live = await goLive(await readEnvironment())
const requests = source.plan(SPAN, source.codes)
const fetch = pacedFetch(live)
let asked = 0
const marks: { readonly asked: number; readonly cpu: number; readonly clock: number }[] = []
await (way === 'ask' ? askAll() : loadAll())
mark()
const stretches = marks.slice(1).map((end, index) => {
  const start = marks[index] ?? end
  return {
    from: start.asked,
    requests: end.asked - start.asked,
    seconds: end.cpu - start.cpu,
    elapsed: (end.clock - start.clock) / 1000,
  }
})
console.log(JSON.stringify(stretches))

function mark(): void {
  marks.push({ asked, cpu: cpuSecondsSoFar(), clock: performance.now() })
}

async function askAll(): Promise<void> {
  for (const request of requests) await fetch(request, source)
}

async function loadAll(): Promise<void> {
  await using queue = await openQueue(await live.db.queueSettings(), {
    alone: false,
    sources: [source.id],
  })
  await queue.put(source.id, await enterWork(source, { requests }, live))
  const effects: IngestEffects = { ...live, fetch, tell: () => {}, isStopped: () => false }
  const pages = await workThrough(source, queue, effects)
  if (pages.length !== requests.length || pages.some(isTrouble))
    throw new Error(`${pages.length} of ${requests.length} pages came, or some were bad`)
}

/** A local site is not paced by itself: here it takes its turns at the host's gate, as any public one does. */
function pacedFetch({ db, now, config }: Live): (one: PageRequest, from: Source) => Promise<Page> {
  const ask = makePoliteFetch(config, { db, now })
  return async (one, from) => {
    if (BEGINNINGS.includes(asked)) mark()
    asked += 1
    const { host } = new URL(one.url)
    return inTurn({ host, pace: Number(pace) }, { db, now, ask: () => ask(one, from) })
  }
}
