import type { ChosenSource } from '../extract/choose-sources.ts'
import type { Source, Span } from '../extract/source.ts'
import { type IngestEffects, type IngestedPage, isFailure } from '../ingest/effects.ts'
import { enterWork, findMissing } from '../ingest/plan.ts'
import { isTrouble, workThrough } from '../ingest/work.ts'
import type { WorkQueue } from '../load/queue.ts'
import type { Live } from '../runtime/live.ts'
import { makePoliteFetch } from '../runtime/polite-fetch.ts'
import { hearInterruption } from './interruption.ts'
import { pageTeller } from './page-words.ts'
import { progressLine } from './progress.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

export interface LaneSurroundings {
  readonly queue: WorkQueue
  /** Pages in the queue at the start. */
  readonly queued: number
  /** Absent for a helper that only takes what others planned. */
  readonly span?: Span
  readonly standIns: ReadonlyMap<string, ChosenSource>
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}

/** Works through the queue, one lane a host, all lanes side by side: a slow host holds up nobody else. */
export async function runLanes(
  sources: readonly Source[],
  around: LaneSurroundings,
): Promise<ExitCode> {
  const { live, terminal, json, queued } = around
  const fetch = makePoliteFetch(live.config, live)
  using interruption = hearInterruption(() =>
    say(terminal.err, 'Stopping after the pages in hand; run the same command to resume.'),
  )
  const progress = progressLine(terminal, queued, live.now)
  const tellPage = pageTeller(terminal, json)
  const tell = (page: IngestedPage): void => {
    progress.clear()
    tellPage(page)
    progress.step()
  }
  try {
    const effects = { ...live, fetch, tell, isStopped: interruption.isAsked }
    const asked = new Set(sources.map(({ id }) => id))
    const lanes = Map.groupBy(sources, hostOf)
    const ended = await Promise.all(
      [...lanes.values()].map((lane) => runLane(lane, asked, effects, around)),
    )
    return ended.flat().some(isTrouble) ? EXIT.partly : EXIT.done
  } finally {
    progress.clear()
  }
}

/** One source after the other; where one fails, its stand-in is asked for the same days, as series of its own. */
async function runLane(
  lane: readonly Source[],
  asked: Set<string>,
  effects: IngestEffects,
  { queue, span, standIns, live, terminal }: LaneSurroundings,
): Promise<readonly IngestedPage[]> {
  const pages: IngestedPage[] = []
  const waiting = [...lane]
  for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
    const ended = await workThrough(source, queue, effects)
    pages.push(...ended)
    if (span === undefined || !ended.some(({ end }) => isFailure(end))) continue
    const standIn = source.fallback
      .map((id) => standIns.get(id))
      .find((one) => one?.standing === 'standby' && !asked.has(one.source.id))
    if (standIn === undefined) continue
    asked.add(standIn.source.id)
    say(terminal.err, `${source.id} failed: ${standIn.source.id} stands in, as series of its own`)
    const missing = await findMissing(standIn.source, span, live)
    await queue.put(standIn.source.id, await enterWork(standIn.source, missing, live))
    waiting.push(standIn.source)
  }
  return pages
}

/** A source asks one host, whatever the days. */
function hostOf({ plan, codes, homepage }: Source): string {
  const day = '2023-06-30' as Span['from']
  const [request] = plan({ from: day, to: day }, codes)
  return new URL(request?.url ?? homepage).host
}
