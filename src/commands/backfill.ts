import { sourcesWith } from '../extract/registry.ts'
import type { PageRequest, Source } from '../extract/source.ts'
import { backfill, type IngestedPage, planBackfill, replay } from '../ingest.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { makePoliteFetch } from '../runtime/polite-fetch.ts'
import type { BackfillOptions, ReplayOptions } from './options.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

interface Surroundings {
  readonly live: Live
  readonly terminal: Terminal
}

interface Plan {
  readonly source: Source
  readonly requests: readonly PageRequest[]
}

/** Fetches what is missing of each source. Ctrl-C ends after the page in hand; the next run resumes. */
export async function backfillSources(
  { from, to, source, dryRun = false, json = false }: BackfillOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (to < from) throw new OperatorError(`--to ${to} is before --from ${from}.`, { code: 'days' })
  const plans: Plan[] = []
  for (const one of chosen(source, live)) {
    plans.push({ source: one, requests: await planBackfill(one, { from, to }, live) })
  }
  for (const plan of plans) tellPlan(plan, { terminal, dryRun })
  return dryRun ? EXIT.done : carryOut(plans, { live, terminal, json })
}

function tellPlan(
  { source: { id, pace, snapshot }, requests }: Plan,
  { terminal, dryRun }: { readonly terminal: Terminal; readonly dryRun: boolean },
): void {
  const isPast = snapshot === true && requests.length === 0
  const gap = isPast ? '; it shows only its newest items, so past days stay a gap' : ''
  const time = `about ${requests.length * pace} s at its pace`
  say(terminal.err, `${id}: ${requests.length} requests, ${time}${gap}`)
  if (!dryRun) return
  for (const { partition, url } of requests) say(terminal.out, `${id} ${partition} ${url}`)
}

async function carryOut(
  plans: readonly Plan[],
  { live, terminal, json }: Surroundings & { readonly json: boolean },
): Promise<ExitCode> {
  const fetch = makePoliteFetch(live.config, live)
  let isStopped = false
  const stop = (): void => {
    isStopped = true
    say(terminal.err, 'Stopping after the page in hand; run the same command to resume.')
  }
  process.once('SIGINT', stop)
  try {
    const effects = { ...live, fetch, tell: teller(terminal, json), isStopped: () => isStopped }
    const pages: IngestedPage[] = []
    for (const { source, requests } of plans)
      pages.push(...(await backfill(source, requests, effects)))
    return pages.some(isTrouble) ? EXIT.partly : EXIT.done
  } finally {
    process.off('SIGINT', stop)
  }
}

export async function replaySources(
  { source, json = false }: ReplayOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const pages = []
  for (const one of chosen(source, live))
    pages.push(...(await replay(one, { ...live, tell: teller(terminal, json) })))
  const changed = pages.reduce((sum, page) => sum + page.changed, 0)
  say(terminal.err, `Read ${pages.length} kept pages again: ${changed} rows changed.`)
  return EXIT.done
}

function chosen(ids: readonly string[] | undefined, { feeds }: Live): readonly Source[] {
  const sources = sourcesWith(feeds)
  if (ids === undefined) return sources
  const unknown = ids.find((id) => !sources.some((source) => source.id === id))
  if (unknown === undefined) return sources.filter(({ id }) => ids.includes(id))
  const known = sources.map(({ id }) => id).join(', ')
  throw new OperatorError(`There is no source "${unknown}". Known: ${known}.`, { code: 'source' })
}

function isTrouble({ end }: IngestedPage): boolean {
  return end === 'broken' || end === 'blocked'
}

function teller({ out }: Terminal, json: boolean): (page: IngestedPage) => void {
  return json ? (page) => sayJson(out, page) : (page) => say(out, inWords(page))
}

function inWords({
  source,
  partition,
  end,
  changed,
  unchanged,
  rejected,
  why,
}: IngestedPage): string {
  const counts = `${changed} changed, ${unchanged} unchanged, ${rejected} rejected`
  const detail = why ?? (end === 'empty' ? 'the source has none' : counts)
  return `${source} ${partition}: ${end}, ${detail}`
}
