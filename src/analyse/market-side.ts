import type { Reader } from '../load/database.ts'
import { type Decimal, decimal, yuanText } from '../model/decimal.ts'
import { isLacking, type Known, type Lacking } from '../model/findings.ts'
import type { FloatGain } from '../model/market-findings.ts'
import type { MarketSide, PaperGain, TurnoverShare } from '../model/market-side-finding.ts'
import type { SeriesFinding } from '../model/series-finding.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { memberSide } from './members/member-side.ts'
import { measure, type Question } from './metric.ts'
import { curves } from './metrics/curves.ts'
import { drawdowns } from './metrics/drawdown.ts'
import { excessHistory } from './metrics/excess-history.ts'
import { memberBars } from './metrics/member-bars.ts'
import { seriesAbroad } from './metrics/series-abroad.ts'
import { type SeriesReturn, seriesReturns } from './metrics/series-returns.ts'
import { turnoverHistory } from './metrics/turnover-history.ts'
import { type ComparedShare, turnoverShare } from './metrics/turnover-share.ts'
import { multipleExpansion } from './multiple-expansion.ts'

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
  const measured = await measureAll(db, question)
  const { benchmark } = measured
  return {
    benchmark,
    sides: new Map(tracks.map((track) => [track.id, sideOf(track, measured)])),
  }
}

type Measured = Awaited<ReturnType<typeof measureAll>>

async function measureAll(db: Reader, question: Question) {
  const returns = await measure(seriesReturns, db, question)
  const current = returns.filter(({ span }) => span === 'current')
  return {
    returns,
    current,
    benchmark: current.find(({ role, construct }) => role === 'benchmark' && construct === 'price')
      ?.finding,
    history: await measure(excessHistory, db, question),
    turnover: await measure(turnoverShare, db, question),
    ranks: await measure(turnoverHistory, db, question),
    falls: await measure(drawdowns, db, question),
    abroad: await measure(seriesAbroad, db, question),
    bars: await measure(memberBars, db, question),
    points: await measure(curves, db, question),
  }
}

function sideOf(track: TrackConfig, measured: Measured): MarketSide {
  const own = measured.current.filter(({ track_id }) => track_id === track.id)
  // A hindsight series named as the deciding one by mistake still never decides.
  const decides = own.find(({ role, membership }) => role === 'decides' && membership === 'dated')
  const board = own.find(({ role }) => role === 'paper-gain')
  const curve = measured.points.get((decides ?? board ?? own[0])?.series_id ?? '')
  return {
    ...decidingFigures(decides, track, measured),
    confirming: own.filter(({ role }) => role === 'confirms').map(({ finding }) => finding),
    shown: own
      .filter(({ role }) => role === 'shown' || role === 'paper-gain')
      .map(({ finding }) => finding),
    abroad: measured.abroad.get(track.id) ?? [],
    paperGain: paperGain(board),
    curve: curve ?? [],
  }
}

type DecidingFigures = Omit<MarketSide, 'confirming' | 'shown' | 'abroad' | 'paperGain' | 'curve'>

function decidingFigures(
  decides: SeriesReturn | undefined,
  track: TrackConfig,
  { history, turnover, ranks, falls, returns, bars, benchmark }: Measured,
): DecidingFigures {
  const of = <T>(known: ReadonlyMap<string, T>, lacking: string): T | Lacking =>
    decides === undefined ? missing(track) : (known.get(decides.series_id) ?? { lacking })
  const past = of(history, 'history-too-short')
  const deciding = decides?.finding ?? missing(track)
  return {
    deciding,
    percentile: isLacking(past) ? past : past.percentile,
    shifts: isLacking(past) ? past : past.shifts,
    turnover: ranked(of(turnover, 'no-turnover'), of(ranks, 'history-too-short')),
    multiple: multipleOf(decides, track),
    drawdown: of(falls, 'no-price-in-period'),
    members:
      benchmark === undefined
        ? missing(track)
        : memberSide(bars.get(track.id) ?? [], deciding, benchmark),
    previousExcess: excessIn('previous', decides, returns),
    yearBeforeExcess: excessIn('year-before', decides, returns),
  }
}

function missing(track: TrackConfig): Lacking {
  return { lacking: track.series.decides.length === 0 ? 'no-dated-series' : 'no-price-in-period' }
}

function multipleOf(decides: SeriesReturn | undefined, track: TrackConfig): MarketSide['multiple'] {
  if (decides === undefined) return missing(track)
  if (decides.pe0 === null || decides.pe1 === null) return { lacking: 'no-pe' }
  const { p0, p1, pe0, pe1 } = decides
  return { atStart: pe0, atEnd: pe1, expansion: multipleExpansion({ p0, p1, pe0, pe1 }) }
}

function ranked(
  share: Known<ComparedShare>,
  percentile: TurnoverShare['percentile'],
): MarketSide['turnover'] {
  return isLacking(share) ? share : { ...share, percentile }
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
 *
 * Unit: yuan.
 * Source: market values as vendors print them; own rule that only the price part is a gain.
 */
function paperGain(board: SeriesReturn | undefined): Known<PaperGain> {
  if (board === undefined) return { lacking: 'no-board' }
  if (board.cap0 === null) return { lacking: 'no-market-value' }
  const observed = board.cap_observed_on ?? board.t0
  const own = decimal(board.p1).div(board.p0).minus(1)
  const market = decimal(board.b1).div(board.b0).minus(1)
  return {
    series: board.finding,
    capAtStart: yuanText(decimal(board.cap0)),
    capObservedOn: observed,
    capOrigin: observed === board.t0 ? 'observed' : 'carried-by-index',
    ...gains(board.cap0, own, market),
    freeFloat:
      board.float0 === null
        ? { lacking: 'no-free-float' }
        : { capAtStart: yuanText(decimal(board.float0)), ...gains(board.float0, own, market) },
  }
}

function gains(cap: string, own: Decimal, market: Decimal): Pick<FloatGain, 'gain' | 'excessGain'> {
  return {
    gain: yuanText(decimal(cap).times(own)),
    excessGain: yuanText(decimal(cap).times(own.minus(market))),
  }
}
