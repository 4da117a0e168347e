import type { Reader } from '../load/database.ts'
import { decimal, yuanText } from '../model/decimal.ts'
import {
  isLacking,
  type Known,
  type Lacking,
  type MarketSide,
  type PaperGain,
  type SeriesFinding,
} from '../model/findings.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { measure, type Question } from './metric.ts'
import { curves } from './metrics/curves.ts'
import { excessHistory } from './metrics/excess-history.ts'
import { type SeriesReturn, seriesReturns } from './metrics/series-returns.ts'
import { turnoverShare } from './metrics/turnover-share.ts'

export interface Market {
  /** The benchmark index; undefined when it has no bars around the period. */
  readonly benchmark: SeriesFinding | undefined
  readonly sides: ReadonlyMap<string, MarketSide>
}

/** The market side of every track. Needs the bars laid out by `layOutBars`. */
export async function measureMarket(
  db: Reader,
  question: Question,
  tracks: readonly TrackConfig[],
): Promise<Market> {
  const returns = await measure(seriesReturns, db, question)
  const history = await measure(excessHistory, db, question)
  const turnover = await measure(turnoverShare, db, question)
  const points = await measure(curves, db, question)
  const current = returns.filter(({ span }) => span === 'current')

  const sideOf = (track: TrackConfig): MarketSide => {
    const own = current.filter(({ track_id }) => track_id === track.id)
    // A hindsight series named as the deciding one by mistake still never decides.
    const decides = own.find(({ role, membership }) => role === 'decides' && membership === 'dated')
    const board = own.find(({ role }) => role === 'paper-gain')
    const of = <T>(known: ReadonlyMap<string, T>, lacking: string): T | Lacking =>
      decides === undefined ? missing(track) : (known.get(decides.series_id) ?? { lacking })
    const past = of(history, 'history-too-short')
    return {
      deciding: decides?.finding ?? missing(track),
      confirming: own.filter(({ role }) => role === 'confirms').map(({ finding }) => finding),
      shown: own
        .filter(({ role }) => role === 'shown' || role === 'paper-gain')
        .map(({ finding }) => finding),
      percentile: isLacking(past) ? past : past.percentile,
      shifts: isLacking(past) ? past : past.shifts,
      turnover: of(turnover, 'no-turnover'),
      multiple: multipleOf(decides, track),
      paperGain: paperGain(board),
      previousExcess: excessIn('previous', decides, returns),
      yearBeforeExcess: excessIn('year-before', decides, returns),
      curve: points.get((decides ?? board ?? own[0])?.series_id ?? '') ?? [],
    }
  }
  return {
    benchmark: current.find(({ role, construct }) => role === 'benchmark' && construct === 'price')
      ?.finding,
    sides: new Map(tracks.map((track) => [track.id, sideOf(track)])),
  }
}

function missing(track: TrackConfig): Lacking {
  return { lacking: track.series.decides.length === 0 ? 'no-dated-series' : 'no-price-in-period' }
}

function multipleOf(decides: SeriesReturn | undefined, track: TrackConfig): MarketSide['multiple'] {
  if (decides === undefined) return missing(track)
  if (decides.pe0 === null || decides.pe1 === null) return { lacking: 'no-pe' }
  return { atStart: decides.pe0, atEnd: decides.pe1 }
}

function excessIn(
  span: SeriesReturn['span'],
  decides: SeriesReturn | undefined,
  returns: readonly SeriesReturn[],
): Known<string> {
  const there = returns.find(
    (series) => series.span === span && series.series_id === decides?.series_id,
  )
  return there?.finding.excess ?? { lacking: 'no-price-in-period' }
}

/**
 * `cap(t0) × R` of the one named board, and `cap(t0) × (R − R of all shares)`, in yuan. The market value is of the
 * shares outstanding on the day it was observed; on other days the index carries it, so its change is price only.
 */
function paperGain(board: SeriesReturn | undefined): Known<PaperGain> {
  if (board === undefined) return { lacking: 'no-board' }
  if (board.cap0 === null) return { lacking: 'no-market-value' }
  const cap = decimal(board.cap0)
  const observed = board.cap_observed_on ?? board.t0
  const own = decimal(board.p1).div(board.p0).minus(1)
  const market = decimal(board.b1).div(board.b0).minus(1)
  return {
    series: board.finding,
    capAtStart: yuanText(cap),
    capObservedOn: observed,
    capOrigin: observed === board.t0 ? 'observed' : 'carried-by-index',
    gain: yuanText(cap.times(own)),
    excessGain: yuanText(cap.times(own.minus(market))),
  }
}
