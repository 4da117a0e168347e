import type { Reader } from '../../load/database.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { change, decimal, ratioText, yuanText } from '../../model/decimal.ts'
import type { PaperGain } from '../../model/market-side-finding.ts'
import type { SeriesFinding } from '../../model/series-finding.ts'
import { type AskedClose, type CloseOn, closesOn } from '../metrics/closes-on.ts'

/** What a series did between two sessions, as an edition prints it. */
export interface MarketPoint {
  readonly excess: string
  /** Of a board with a market value, yuan. */
  readonly gains?: Pick<PaperGain, 'gain' | 'excessGain'>
}

/** A series and its figures in one edition. */
export interface PrintedSeries {
  readonly series: SeriesFinding
  /** The benchmark index of the edition. */
  readonly benchmark: SeriesFinding
  readonly point: MarketPoint
}

export interface SeriesPair {
  readonly before: PrintedSeries
  readonly after: PrintedSeries
}

/**
 * The figures of series after each cause. Redefined: another series or benchmark in the same place, over the sessions
 * of the earlier edition. Corrected: those sessions as known now. Late: the sessions up to the earlier day of knowledge
 * that were missing then. New: all.
 */
export async function marketPoints(
  db: Reader,
  pairs: readonly SeriesPair[],
  asOf: CalendarDate,
): Promise<readonly (readonly (MarketPoint | undefined)[])[]> {
  const closes = await closesOn(
    db,
    pairs.flatMap((pair) => asked(pair, asOf)),
  )
  return pairs.map((pair) => pointsOf(pair, closes, asOf))
}

function asked({ before, after }: SeriesPair, asOf: CalendarDate): readonly AskedClose[] {
  const { source, code, t0, t1 } = after.series
  const days = [before.series.t0, before.series.t1, t0, t1, earlier(t1, asOf)]
  return days.map((day) => ({ source, code, day }))
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}

function pointsOf(
  { before, after }: SeriesPair,
  closes: readonly CloseOn[],
  asOf: CalendarDate,
): readonly (MarketPoint | undefined)[] {
  const { source, code, t0, t1 } = after.series
  const on = (day: CalendarDate): CloseOn | undefined =>
    closes.find((one) => one.source === source && one.code === code && one.day === day)
  const corrected = pointBetween(on(before.series.t0), on(before.series.t1))
  const isSame =
    nameOf(before.series) === nameOf(after.series) &&
    nameOf(before.benchmark) === nameOf(after.benchmark)
  return [
    isSame ? before.point : corrected,
    corrected,
    pointBetween(on(t0), on(earlier(t1, asOf))),
    after.point,
  ]
}

function nameOf({ source, code, construct }: SeriesFinding): string {
  return `${source}/${code} ${construct}`
}

function pointBetween(
  start: CloseOn | undefined,
  end: CloseOn | undefined,
): MarketPoint | undefined {
  if (start === undefined || end === undefined) return undefined
  const own = change(start.close, end.close)
  const excess = own.minus(change(start.base, end.base))
  if (start.cap === null) return { excess: ratioText(excess) }
  const cap = decimal(start.cap)
  return {
    excess: ratioText(excess),
    gains: { gain: yuanText(cap.times(own)), excessGain: yuanText(cap.times(excess)) },
  }
}
