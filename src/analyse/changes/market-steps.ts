import type { Reader } from '../../load/database.ts'
import { type Findings, isLacking, type TrackFindings } from '../../model/findings.ts'
import { type MarketPoint, marketPoints, type PrintedSeries } from './market-points.ts'

/** The deciding series and the board of each track after each cause, where both editions have them. */
export interface MarketSteps {
  readonly deciding?: readonly (MarketPoint | undefined)[]
  readonly board?: readonly (MarketPoint | undefined)[]
}

export async function marketsAfterEach(
  db: Reader,
  then: Omit<Findings, 'changes'>,
  now: Omit<Findings, 'changes'>,
): Promise<ReadonlyMap<string, MarketSteps>> {
  const asked = then.tracks.flatMap((old) => {
    const track = now.tracks.find(({ id }) => id === old.id)
    if (track === undefined) return []
    return (['deciding', 'board'] as const).flatMap((place) => {
      const before = printedIn(place, old, then.benchmark)
      const after = printedIn(place, track, now.benchmark)
      return before === undefined || after === undefined
        ? []
        : [{ track: old.id, place, pair: { before, after } }]
    })
  })
  const points = await marketPoints(
    db,
    asked.map(({ pair }) => pair),
    then.asOf,
  )
  const steps = new Map<string, MarketSteps>()
  for (const [index, { track, place }] of asked.entries())
    steps.set(track, { ...steps.get(track), [place]: points[index] ?? [] })
  return steps
}

function printedIn(
  place: keyof MarketSteps,
  { market }: TrackFindings,
  benchmark: PrintedSeries['benchmark'],
): PrintedSeries | undefined {
  const { deciding, paperGain } = market
  if (place === 'deciding')
    return isLacking(deciding)
      ? undefined
      : { series: deciding, benchmark, point: { excess: deciding.excess } }
  if (isLacking(paperGain)) return undefined
  const { series, gain, excessGain } = paperGain
  return { series, benchmark, point: { excess: series.excess, gains: { gain, excessGain } } }
}
