import { sql } from 'kysely'
import { isLacking } from '../../../model/findings.ts'
import { inflowOver } from '../../forecast-lines.ts'
import type { EvidencePlace, EvidenceSource } from '../evidence-place.ts'
import { tellingsOf } from './tellings.ts'

/** All inflow of a track before the period's end, or perhaps: what draws and cohorts are made of. */
export const dealsOfPool: EvidenceSource = async (place) =>
  tellingsOf(await laidOut(place, [undefined, place.question.period.to]), place)

/** Inflow of the half-years a line is about, or that may be of them. */
export const dealsOfHalf: EvidenceSource = async (place) => {
  const ids: string[] = []
  for (const half of halvesOf(place)) ids.push(...(await laidOut(place, daysOfHalf(half))))
  return tellingsOf(ids, place)
}

/** Inflow over the days of the forecast a line is about: of the tracks it was judged by, or of the one named. */
export const dealsOfForecast: EvidenceSource = async (place) => {
  const [, line, , result] = place.parts
  const forecast = place.findings.forecasts[Number(line)]
  if (forecast === undefined) return []
  const tracks = forecast.results
    .filter((_, index) => result === undefined || index === Number(result))
    .map(({ track }) => track)
  const deals = await inflowOver(place.db, [forecast], place.question)
  const own = deals.filter(({ track }) => tracks.includes(track))
  return tellingsOf(
    own.map(({ dealId }) => dealId),
    place,
  )
}

/** All of them where no line is named. */
function halvesOf({ parts: [list, ...line], findings }: EvidencePlace): readonly string[] {
  const all = findings.kindsOverTime.map(({ half }) => half)
  if (list === 'kindsOverTime')
    return line[0] === undefined ? all : all.slice(Number(line[0])).slice(0, 1)
  const { managers } = findings.investorShift
  if (isLacking(managers)) return all
  const named = line[1] === undefined ? managers : managers.slice(Number(line[1])).slice(0, 1)
  return [...new Set(named.flatMap(({ from, to }) => [from.half, to.half]))]
}

/** `2023-H1` to its days. */
function daysOfHalf(half: string): readonly [string, string] {
  const [year, which] = half.split('-')
  return which === 'H1' ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`]
}

async function laidOut(
  { db, track }: EvidencePlace,
  [from, to]: readonly (string | undefined)[],
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from inflow_in_view
    where (${track ?? null}::text is null or track = ${track ?? null})
      and announced_until >= coalesce(${from ?? null}::date, '-infinity')
      and announced_from <= coalesce(${to ?? null}::date, 'infinity')
  `.execute(db)
  return found.rows.map(({ id }) => id)
}
