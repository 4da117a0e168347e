import { curves } from '../metrics/curves.ts'
import { drawdowns } from '../metrics/drawdown.ts'
import { excessHistory } from '../metrics/excess-history.ts'
import { listedMoney } from '../metrics/listed-money.ts'
import { memberBars } from '../metrics/member-bars.ts'
import { seriesAbroad } from '../metrics/series-abroad.ts'
import { seriesReturns } from '../metrics/series-returns.ts'
import { turnoverHistory } from '../metrics/turnover-history.ts'
import { turnoverShare } from '../metrics/turnover-share.ts'
import { measured, ruled, type Step } from './step.ts'

/** How the figures of the market side come about. */
export const MARKET_STEPS = {
  returns: measured(
    seriesReturns,
    'R = P(t1) ÷ P(t0) − 1; excess = R − R(benchmark); t0 = last session before the period, t1 = last session in it',
  ),
  history: measured(
    excessHistory,
    'percentile = windows whose excess is not above the period’s ÷ all windows; shifts = the excess with t0 and t1 moved',
  ),
  turnover: measured(
    turnoverShare,
    'share = Σ turnover of the index ÷ Σ turnover of the benchmark; ratio = share ÷ share of the year before',
  ),
  turnoverHistory: measured(
    turnoverHistory,
    'percentile = windows whose share is not above the period’s ÷ all windows',
  ),
  drawdown: measured(
    drawdowns,
    'within = min of P(t) ÷ max P(t0…t) − 1; since = P(last known) ÷ max P(t0…t1) − 1',
  ),
  curves: measured(curves, 'P(t) ÷ P(t0) × 100'),
  abroad: measured(
    seriesAbroad,
    'excess = R − R(index of its exchange), in the currency of the exchange',
  ),
  members: measured(
    memberBars,
    'change of each member between t0 and t1, the union of the track’s lists, each stock once',
  ),
  memberSide: ruled(
    'member-side',
    'members/member-side',
    'of the members at t0: mean and cap-weighted change, share that beats the benchmark, price, issuance and membership parts',
  ),
  paperGain: ruled(
    'paper-gain',
    'market-side',
    'gain = cap(t0) × R; excess gain = cap(t0) × (R − R of all shares), of one named board',
  ),
  multiple: ruled(
    'multiple-expansion',
    'multiple-expansion',
    'ln(P1 ÷ P0) = ln(PE1 ÷ PE0) + ln of the earnings behind it',
  ),
  listedMoney: measured(
    listedMoney,
    'Σ yuan by kind over the union of members, from the source that saw most months',
  ),
  conceptMoney: ruled(
    'concept-money',
    'concept-money',
    'money of the listed members, set against their paper gain',
  ),
} as const satisfies Readonly<Record<string, Step>>
