import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { decimal } from '../../src/model/decimal.ts'
import { type Findings, isLacking, type TrackFindings } from '../../src/model/findings.ts'
import type { Interval } from '../../src/model/known.ts'
import { parsePeriod } from '../../src/model/period.ts'
import { makeFindings, makeTrack } from './make-findings.ts'

/** What an edition says of its only track; what is absent is as `makeTrack` has it. */
interface Said {
  readonly period?: string
  readonly asOf?: string
  readonly excess?: string
  /** Yuan. */
  readonly disclosed?: Interval | 'unknown'
  readonly verdict?: string
}

/** Findings of one track that say this; an excess of `unknown` is lacking. */
export function findingsOf({ period = '2023-H1', asOf = '2026-08-21', ...said }: Said): Findings {
  const parsed = parsePeriod(period, asOf as CalendarDate)
  if (typeof parsed === 'string') throw new Error(parsed)
  const track = makeTrack()
  const { deciding } = track.market
  if (isLacking(deciding)) throw new Error('the track of the tests has a market')
  const { excess = deciding.excess, verdict = track.secondary.verdict } = said
  return makeFindings({
    period: parsed,
    asOf: asOf as CalendarDate,
    tracks: [
      {
        ...track,
        market: {
          ...track.market,
          deciding: excess === 'unknown' ? { lacking: 'no-dated-series' } : { ...deciding, excess },
        },
        inflow: inflowOf(track, said.disclosed),
        secondary: {
          ...track.secondary,
          verdict: verdict as TrackFindings['secondary']['verdict'],
        },
      },
    ],
  })
}

function inflowOf(
  { inflow }: TrackFindings,
  disclosed: Said['disclosed'] = inflow.disclosed,
): TrackFindings['inflow'] {
  if (disclosed !== 'unknown') return { ...inflow, disclosed }
  return { ...inflow, undisclosed: inflow.n, disclosed: { low: '0.00', high: '0.00' } }
}

/** Half-years of which each tells something else, the oldest first. */
export const HALF_YEARS: readonly Findings[] = [
  findingsOf({ period: '2021-H2', excess: '0.112', disclosed: 'unknown' }),
  findingsOf({ period: '2022-H1', excess: 'unknown', disclosed: bn('1.2', '1.2') }),
  findingsOf({ period: '2022-H2', excess: '-0.031', disclosed: bn('0.4', '0.9') }),
  findingsOf({ period: '2023-H1', excess: '0.316', disclosed: bn('4.1', '5.9') }),
]

/** Thousands of millions of yuan. */
export function bn(low: string, high: string): Interval {
  return {
    low: decimal(low).times(1e9).toFixed(2),
    high: decimal(high).times(1e9).toFixed(2),
  }
}
