import type { CaptureRange } from '../model/capture-finding.ts'
import { type Decimal, decimal, ratioText } from '../model/decimal.ts'
import { disclosedCount, disclosedSum } from '../model/disclosed-sum.ts'
import {
  type Gap,
  type Inflow,
  type Interval,
  isLacking,
  type Known,
  type Lacking,
} from '../model/findings.ts'
import type { MarketSide } from '../model/market-side-finding.ts'
import type { Period } from '../model/period.ts'
import type { Question } from './metric.ts'

/**
 * The two sides set against each other.
 *
 * pass-through = yuan of disclosed inflow per 100 yuan of raw paper gain; undefined when the gain ≤ 0.
 * growth gap = ln(P1/P0) − ln(F/F of the year before): both sides need the configured number of disclosed deals and no
 * break of a source between them, and rows that are most of what was published; otherwise only levels are stated.
 *
 * Unit: yuan per 100 yuan; natural logarithms.
 * Source: own definitions: a level beside a growth, never percent and yuan in one ratio.
 */
export function gapOf(
  market: MarketSide,
  primary: PrimarySide,
  question: Question,
): Omit<Gap, 'rankGap'> {
  return {
    passThrough: passThrough(market, primary.inflow),
    growthGap: growthGap(market, primary, question),
  }
}

interface PrimarySide {
  readonly inflow: Inflow
  /** Of the year before. */
  readonly before: Inflow
  readonly capture: CaptureRange
}

function passThrough(market: MarketSide, inflow: Inflow): Known<Interval> {
  if (isLacking(market.paperGain)) return market.paperGain
  const gain = decimal(market.paperGain.gain)
  if (gain.lte(0)) return { lacking: 'gain-not-positive' }
  const disclosed = disclosedSum(inflow)
  return disclosed === undefined
    ? { lacking: 'nothing-disclosed', details: { n: inflow.n } }
    : per100Of(gain, disclosed)
}

/** Yuan of inflow per 100 yuan of a positive gain. */
export function per100Of(gain: Decimal, { low, high }: Interval): Interval {
  const per100 = (yuan: string): string => ratioText(decimal(yuan).times(100).div(gain))
  return { low: per100(low), high: per100(high) }
}

function growthGap(
  market: MarketSide,
  { inflow, before, capture }: PrimarySide,
  question: Question,
): Known<Interval> {
  const { minimum_disclosed: minimum } = question.rules.gap
  const fewest = Math.min(...[inflow, before].map(disclosedCount))
  if (fewest < minimum) return { lacking: 'fewer-than-10-deals', details: { n: fewest, minimum } }
  const barred = growthBarred(capture, question)
  if (barred !== undefined) return barred
  if (isLacking(market.deciding)) return market.deciding
  // What may be nothing grows without end.
  if ([inflow, before].some(({ disclosed }) => decimal(disclosed.low).isZero()))
    return { lacking: 'nothing-disclosed', details: { n: fewest } }
  const price = decimal(market.deciding.p1).div(market.deciding.p0).ln()
  const growth = (now: string, then: string): string =>
    ratioText(price.minus(decimal(now).div(then).ln()))
  return {
    low: growth(inflow.disclosed.high, before.disclosed.low),
    high: growth(inflow.disclosed.low, before.disclosed.high),
  }
}

/** Why no growth may be stated however many deals there are: a source broke in between, or our rows are few of those published. */
export function growthBarred(capture: CaptureRange, question: Question): Lacking | undefined {
  const broken = breakBetween(question.yearBefore, question)
  if (broken !== undefined) return { lacking: 'source-break', details: { on: broken } }
  return capture.levels.from === 'rows' ? undefined : { lacking: 'capture-too-low' }
}

/** The first day on which a source changed between the two. */
export function breakBetween(
  before: Period,
  { period, rules }: Pick<Question, 'period' | 'rules'>,
): string | undefined {
  return rules.gap.breaks.find(({ on }) => on > before.from && on <= period.to)?.on
}
