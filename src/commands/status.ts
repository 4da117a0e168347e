import { readHealth, type SourceHealth } from '../load/health.ts'
import { readUpkeep, type Upkeep } from '../load/upkeep.ts'
import type { Live } from '../runtime/live.ts'
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
  const health = [...(await readHealth(live.db.reader)).values()]
  const upkeep = await readUpkeep(live.db.reader)
  const needs = [...health.flatMap(needsOf), ...needsOfData(upkeep)]
  if (json) sayJson(terminal.out, { needs, sources: health, ...upkeep })
  else for (const line of inWords(needs, health, upkeep)) say(terminal.out, line)
  return needs.length > 0 ? EXIT.partly : EXIT.done
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
      : [`${source}: ${failed} failed pages; feastgap backfill asks for them again`]),
  ]
}

function needsOfData({ conflicts, conflictCount, disbelieved }: Upkeep): readonly string[] {
  const more =
    conflictCount > conflicts.length
      ? [`… and ${conflictCount - conflicts.length} more conflicts`]
      : []
  return [
    ...disbelieved.map(
      ({ source, board, asOf, entries }) =>
        `${source}: the list ${board} of ${asOf} has only ${entries} entries and is not believed`,
    ),
    ...conflicts.map(
      ({ instrument, day, measure, sourceA, valueA, sourceB, valueB }) =>
        `conflict: ${measure} of ${instrument} on ${day} is ${valueA} by ${sourceA}, ${valueB} by ${sourceB}`,
    ),
    ...more,
  ]
}

function inWords(
  needs: readonly string[],
  health: readonly SourceHealth[],
  { runs, rejections }: Upkeep,
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
    ...health.map(
      ({ source, pages, lastEnd, lastGood, waiting, gapFrom, gapTo }) =>
        `  ${source}: ${pages} pages, last ${lastEnd}, last good ${lastGood ?? 'never'}, ${waiting} waiting${gapFrom === null ? '' : `, ${gapFrom}..${gapTo} a gap`}`,
    ),
    `Rejected items and lines so far: ${rejections}`,
  ]
}
