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
 * Started by the bench of crawling: crawls a local site and says what that took this process. First argument: seconds
 * between two requests. Second: `ask`, turns and answers alone, or `load`, the whole way of a page from queue to rows.
 */
const [pace, way] = process.argv.slice(2)
const SPAN = { from: '1975-01-01', to: '2023-12-31' } as Span
/** Requests before the measuring starts: in a crawl of any length Node has long compiled what it runs, and well. */
const WARM_UP = 300

await using live = await goLive(await readEnvironment())
const requests = source.plan(SPAN, source.codes)
const fetch = pacedFetch(live)
let asked = 0
let start = { cpu: cpuSecondsSoFar(), clock: performance.now() }
const crawl = way === 'ask' ? askAll : loadAll
await crawl()
console.log(
  JSON.stringify({
    seconds: cpuSecondsSoFar() - start.cpu,
    elapsed: (performance.now() - start.clock) / 1000,
    requests: requests.length - WARM_UP,
  }),
)

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
    if (asked === WARM_UP) start = { cpu: cpuSecondsSoFar(), clock: performance.now() }
    asked += 1
    const { host } = new URL(one.url)
    return inTurn({ host, pace: Number(pace) }, { db, now, ask: () => ask(one, from) })
  }
}
