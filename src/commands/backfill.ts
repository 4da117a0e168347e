import type { ChosenSource } from '../extract/choose-sources.ts'
import type { Source, Span } from '../extract/source.ts'
import { enterWork, findMissing, type MissingWork } from '../ingest/plan.ts'
import { replay } from '../ingest/replay.ts'
import { openQueue } from '../load/queue.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { checkSpan } from './check-span.ts'
import { chosenSources } from './chosen-sources.ts'
import { counted } from './counted.ts'
import { runLanes } from './lanes.ts'
import type { BackfillOptions, ReplayOptions } from './options.ts'
import { pageTeller } from './page-words.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'
import { withWorkers } from './workers.ts'

interface Plan extends MissingWork {
  readonly source: Source
}

/** Fetches what is missing of each source. Ctrl-C ends after the pages in hand; the next run resumes. */
export async function backfillSources(
  { from, to, source: ids, workers = 1, dryRun = false, json = false }: BackfillOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  checkOptions({ from, to, workers }, live)
  const chosen = chosenSources(ids, live)
  const refused = chosen.filter(({ standing }) => standing === 'off')
  for (const { source, why } of refused) say(terminal.err, `${source.id}: blocked, ${why}`)
  const span = { from, to }
  const plans: Plan[] = []
  for (const { source } of chosen.filter(({ standing }) => standing !== 'off')) {
    plans.push({ source, ...(await findMissing(source, span, live)) })
  }
  for (const plan of plans) tellPlan(plan, { terminal, dryRun })
  const whenRefused = refused.length > 0 ? EXIT.partly : EXIT.done
  if (dryRun || plans.length === 0) return whenRefused
  const code = await carryOut(plans, { span, workers, json, live, terminal })
  if (code === EXIT.partly)
    say(
      terminal.err,
      'Some pages failed. The same command asks only for what is missing; feastgap status tells what needs a person.',
    )
  return code === EXIT.done ? whenRefused : code
}

function checkOptions(
  { workers, ...span }: Span & { readonly workers: number },
  { db }: Live,
): void {
  checkSpan(span)
  if (workers === 1 || db.kind === 'server') return
  throw new OperatorError(
    'One process owns the embedded database, so it has one worker. Set DATABASE_URL to a PostgreSQL server for more.',
    { code: 'workers' },
  )
}

function tellPlan(
  { source: { id, pace }, requests, gap }: Plan,
  { terminal, dryRun }: { readonly terminal: Terminal; readonly dryRun: boolean },
): void {
  const time = `about ${inWords(requests.length * pace)} at its pace`
  const past =
    gap === undefined ? '' : `; it shows only its newest items: ${gap.from}..${gap.to} stay a gap`
  say(terminal.err, `${id}: ${counted(requests.length, 'request')}, ${time}${past}`)
  if (!dryRun) return
  for (const { partition, url } of requests) say(terminal.out, `${id} ${partition} ${url}`)
}

const MINUTE = 60
const HOUR = 3600

function inWords(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${Math.ceil(seconds)} s`
  return seconds < 2 * HOUR
    ? `${Math.ceil(seconds / MINUTE)} min`
    : `${Math.ceil(seconds / HOUR)} h`
}

async function carryOut(
  plans: readonly Plan[],
  {
    span,
    workers,
    json,
    live,
    terminal,
  }: Surroundings & {
    readonly span: Span
    readonly workers: number
    readonly json: boolean
  },
): Promise<ExitCode> {
  const standIns = new Map<string, ChosenSource>(
    chosenSources(undefined, live, 'all').map((one) => [one.source.id, one]),
  )
  await using queue = await openQueue(await live.db.queueSettings(), {
    alone: live.db.kind === 'embedded',
    sources: [...standIns.keys()],
  })
  let queued = 0
  for (const { source, ...missing } of plans) {
    const pages = await enterWork(source, missing, live)
    await queue.put(source.id, pages)
    queued += pages.length
  }
  const sources = plans.map(({ source }) => source)
  return await withWorkers({ workers, sources, terminal }, () =>
    runLanes(sources, { queue, queued, span, standIns, json, live, terminal }),
  )
}

/** Reads kept pages again. */
export async function replaySources(
  { source, from, to, json = false }: ReplayOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  checkSpan({ from, to })
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const tell = pageTeller(terminal, json)
  const pages = []
  for (const one of chosenSources(source, live, 'all'))
    pages.push(...(await replay(one.source, span, { ...live, tell })))
  const changed = pages.reduce((sum, page) => sum + page.changed, 0)
  say(
    terminal.err,
    `Read ${counted(pages.length, 'kept page')} again: ${counted(changed, 'row')} changed.`,
  )
  return EXIT.done
}
