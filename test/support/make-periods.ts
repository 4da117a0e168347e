import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { decimal } from '../../src/model/decimal.ts'
import { type Findings, isLacking } from '../../src/model/findings.ts'
import type { Interval } from '../../src/model/known.ts'
import { parsePeriod } from '../../src/model/period.ts'
import { makeFindings, makeTrack } from './make-findings.ts'

/** What a period brought to its first track; absent: nobody knows. */
interface Brought {
  /** Yuan. */
  readonly disclosed?: Interval
  readonly excess?: string
  readonly asOf?: string
}

/** The findings of a period, of one track, all else being the same. */
export function findingsOf(
  id: string,
  { disclosed, excess, asOf = '2026-08-21' }: Brought,
): Findings {
  const period = parsePeriod(id, asOf as CalendarDate)
  if (typeof period === 'string') throw new Error(period)
  const track = makeTrack()
  const { market, inflow } = track
  if (isLacking(market.deciding)) throw new Error('the track is to have a series')
  return makeFindings({
    period,
    asOf: asOf as CalendarDate,
    tracks: [
      {
        ...track,
        market: {
          ...market,
          deciding:
            excess === undefined ? { lacking: 'no-dated-series' } : { ...market.deciding, excess },
        },
        inflow:
          disclosed === undefined ? { ...inflow, undisclosed: inflow.n } : { ...inflow, disclosed },
      },
    ],
  })
}

/** Half-years of which each tells something else, the oldest first. */
export const HALF_YEARS: readonly Findings[] = [
  findingsOf('2021-H2', { excess: '0.112' }),
  findingsOf('2022-H1', { disclosed: bn('1.2', '1.2') }),
  findingsOf('2022-H2', { disclosed: bn('0.4', '0.9'), excess: '-0.031' }),
  findingsOf('2023-H1', { disclosed: bn('4.1', '5.9'), excess: '0.316' }),
]

/** Thousands of millions of yuan. */
export function bn(low: string, high: string): Interval {
  return { low: decimal(low).times(1e9).toFixed(2), high: decimal(high).times(1e9).toFixed(2) }
}
