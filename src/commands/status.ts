import { type HeldEdition, heldEditions } from '../load/edition-checks.ts'
import { readHealth, type SourceHealth } from '../load/health.ts'
import { readUpkeep, type Upkeep } from '../load/upkeep.ts'
import type { Live } from '../runtime/live.ts'
import { needsOfAmounts } from './amount-words.ts'
import { counted } from './counted.ts'
import { needsOfHeld } from './held-editions.ts'
import {
  type JobStatus,
  jobsInWords,
  needsOfDeliveries,
  needsOfJobs,
  readJobStatus,
} from './status-of-jobs.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Tells how things stand, what needs a person first. Exit 3 when something does. */
export async function tellStatus({
  json,
  live,
  terminal,
}: {
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}): Promise<ExitCode> {
  const { health, upkeep, jobs, held, ...found } = await readNeeds(live)
  const needs = [...found.needs, ...needsOfDeliveries(jobs)]
  const lines = (): readonly string[] => [
    ...inWords(needs, health, upkeep, live.now()),
    ...jobsInWords(jobs),
  ]
  if (json) sayJson(terminal.out, { needs, sources: health, held, ...upkeep, ...jobs })
  else for (const line of lines()) say(terminal.out, line)
  return needs.length > 0 ? EXIT.partly : EXIT.done
}

/** How things stand, and what of it needs a person. Deliveries are apart: each run tells its own. */
export async function readNeeds(live: Live): Promise<{
  readonly health: readonly SourceHealth[]
  readonly upkeep: Upkeep
  readonly jobs: JobStatus
  readonly held: readonly HeldEdition[]
  readonly needs: readonly string[]
}> {
  const health = [...(await readHealth(live.db.reader)).values()]
  const upkeep = await readUpkeep(live.db.reader)
  const jobs = await readJobStatus(live)
  const held = await heldEditions(live.db.reader)
  const needs = [
    ...health.flatMap(needsOf),
    ...needsOfData(upkeep),
    ...needsOfHeld(held),
    ...needsOfJobs(jobs),
  ]
  return { health, upkeep, jobs, held, needs }
}

function needsOf({ source, lastEnd, drift, closedUntil, failed }: SourceHealth): readonly string[] {
  return [
    ...(lastEnd === 'broken' || lastEnd === 'blocked'
      ? [`${source}: its last page was ${lastEnd}`]
      : []),
    ...(drift === null ? [] : [`${source}: drift, ${drift}`]),
    ...(closedUntil === null ? [] : [`${source}: its host is not asked before ${closedUntil}`]),
    ...(failed === '0'
      ? []
      : [`${source}: ${counted(failed, 'failed page')}; feastgap backfill asks for them again`]),
  ]
}

function needsOfData({
  runs,
  conflicts,
  conflictCount,
  disbelieved,
  amounts,
}: Upkeep): readonly string[] {
  const more =
    conflictCount > conflicts.length
      ? [`… and ${counted(conflictCount - conflicts.length, 'more conflict')}`]
      : []
  return [
    ...runs
      .filter(({ outcome }) => outcome === 'failed')
      .map(
        ({ command, startedAt }) =>
          `the last ${command}, of ${startedAt}, failed; its diary tells why`,
      ),
    ...disbelieved.map(
      ({ source, board, asOf, entries }) =>
        `${source}: the list ${board} of ${asOf} has only ${counted(entries, 'entry', 'entries')} and is not believed`,
    ),
    ...conflicts.map(
      ({ instrument, day, measure, sourceA, valueA, sourceB, valueB }) =>
        `conflict: ${measure} of ${instrument} on ${day} is ${valueA} by ${sourceA}, ${valueB} by ${sourceB}`,
    ),
    ...more,
    ...needsOfAmounts(amounts),
  ]
}

function inWords(
  needs: readonly string[],
  health: readonly SourceHealth[],
  { runs, rejections }: Upkeep,
  now: Temporal.Instant,
): readonly string[] {
  return [
    needs.length === 0 ? 'Nothing needs a person.' : 'Needs a person:',
    ...needs.map((need) => `  ${need}`),
    'Last runs:',
    ...runs.map(
      ({ command, startedAt, finishedAt, outcome }) =>
        `  ${command}: ${startedAt}, ${finishedAt === null ? 'not ended' : outcome}`,
    ),
    'Sources that were asked:',
    ...health.map((one) => `  ${one.source}: ${sourceInWords(one, now)}`),
    `Rejected items and lines so far: ${rejections}`,
  ]
}

function sourceInWords(
  { pages, lastEnd, lastGood, changed, unchanged, rejected, waiting, gapFrom, gapTo }: SourceHealth,
  now: Temporal.Instant,
): string {
  return [
    counted(pages, 'page'),
    `last ${lastEnd}`,
    `last good ${ageOf(lastGood, now)}`,
    `${counted(changed, 'row')} new or changed`,
    `${unchanged} unchanged`,
    `${rejected} rejected`,
    `${waiting} waiting`,
    ...(gapFrom === null ? [] : [`${gapFrom}..${gapTo} a gap`]),
  ].join(', ')
}

const HOURS_SHOWN = 48
const HOURS_A_DAY = 24

function ageOf(instant: string | null, now: Temporal.Instant): string {
  if (instant === null) return 'never'
  const hours = now.since(Temporal.Instant.from(instant)).total('hours')
  return hours < HOURS_SHOWN
    ? `${Math.floor(hours)} h ago`
    : `${Math.floor(hours / HOURS_A_DAY)} days ago`
}
