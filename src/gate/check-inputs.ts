import type { CalendarDate } from '../model/calendar-date.ts'
import { type Findings, isLacking } from '../model/findings.ts'
import type { GateConfig } from '../model/gate-config.ts'
import type { SeriesFinding } from '../model/series-finding.ts'
import type { GateReason } from './reason.ts'

/** What an edition rests on, besides what its findings say of it. */
export interface EditionInputs {
  readonly limits: GateConfig['inputs']
  readonly today: CalendarDate
  /** Tracks of the configuration at the end of the period. */
  readonly tracks: readonly string[]
  /** Sources that are on and were asked, with the day of their last good answer. */
  readonly sources: readonly {
    readonly source: string
    readonly lastGood: CalendarDate | undefined
  }[]
  /** Currencies of amounts that are neither in a deal nor in the ledger. */
  readonly unbalanced: readonly string[]
}

/** Whether all that an edition rests on is there and new enough. */
export function checkInputs(findings: Findings, inputs: EditionInputs): readonly GateReason[] {
  return [
    ...checkTracks(findings, inputs),
    ...checkRows(findings, inputs),
    ...checkEdges(findings, inputs),
    ...checkSources(findings, inputs),
    ...inputs.unbalanced.map(
      (currency): GateReason => ({
        check: 'balance',
        where: currency,
        says: 'amounts were seen that are neither in a deal nor in the ledger',
      }),
    ),
  ]
}

function checkTracks({ tracks }: Findings, inputs: EditionInputs): readonly GateReason[] {
  const found = new Set(tracks.map(({ id }) => id))
  return inputs.tracks
    .filter((id) => !found.has(id))
    .map((id) => ({
      check: 'missing',
      where: `tracks.${id}`,
      says: 'the edition leaves this track out',
    }))
}

/** The last row of each kind of data, whichever source has it. */
function checkRows(findings: Findings, { limits }: EditionInputs): readonly GateReason[] {
  const lastDay = lastDayOf(findings)
  return Object.entries(limits.newest_row_days).flatMap(([what, days]) => {
    const newest = findings.sources
      .flatMap((one) => (one.what === what && one.last !== undefined ? [one.last] : []))
      .sort()
      .at(-1)
    if (newest === undefined) return [blame(what, 'there are no rows of this kind')]
    const age = daysBetween(newest, lastDay)
    if (age <= days) return []
    return [
      blame(
        what,
        `the last row is of ${newest}, ${age} days before ${lastDay}; the limit is ${days}`,
      ),
    ]
  })
}

function checkEdges(findings: Findings, { limits }: EditionInputs): readonly GateReason[] {
  const { period, tracks } = findings
  const lastDay = lastDayOf(findings)
  return tracks.flatMap(({ id, market: { deciding } }) => {
    if (isLacking(deciding)) return []
    const { t0, t1 }: SeriesFinding = deciding
    const where = `tracks.${id}.market.deciding`
    return [
      ...(daysBetween(t0, period.from) > limits.edge_days
        ? [blame(where, `its first session ${t0} is too long before ${period.from}`)]
        : []),
      ...(daysBetween(t1, lastDay) > limits.edge_days
        ? [blame(where, `its last session ${t1} is too long before ${lastDay}`)]
        : []),
    ]
  })
}

function checkSources(
  findings: Findings,
  { limits, sources, today }: EditionInputs,
): readonly GateReason[] {
  const needed = [lastDayOf(findings), today].sort()[0] ?? today
  return sources.flatMap(({ source, lastGood }) => {
    if (lastGood === undefined) return [blame(source, 'it has never given a good answer')]
    const age = daysBetween(lastGood, needed)
    if (age <= limits.source_days) return []
    return [
      blame(
        source,
        `its last good answer is of ${lastGood}, ${age} days before ${needed}; the limit is ${limits.source_days}`,
      ),
    ]
  })
}

/** The last day an edition speaks of. */
function lastDayOf({ period, asOf }: Findings): CalendarDate {
  return asOf < period.to ? asOf : period.to
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(to).days
}

function blame(where: string, says: string): GateReason {
  return { check: 'input', where, says }
}
