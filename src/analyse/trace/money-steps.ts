import { amountLedger } from '../metrics/amount-ledger.ts'
import { centralEstimate } from '../metrics/central-estimate.ts'
import { fetchDeals } from '../metrics/deal-rows.ts'
import { firstDeals } from '../metrics/first-deals.ts'
import { firstFunded } from '../metrics/first-funded.ts'
import { firstSeen } from '../metrics/first-seen.ts'
import { followOn } from '../metrics/follow-on.ts'
import { inflowHistory } from '../metrics/inflow-history.ts'
import { kindsOverTime } from '../metrics/investor-kinds.ts'
import { nowcastScores } from '../metrics/nowcast-scores.ts'
import { policies } from '../metrics/policies.ts'
import { publishedRevisions } from '../metrics/published-revisions.ts'
import { publishedTotals } from '../metrics/published-totals.ts'
import { revealedAmounts } from '../metrics/revealed-amounts.ts'
import { unicorns } from '../metrics/unicorns.ts'
import { measured, ruled, type Step } from './step.ts'

/** How the figures of private money come about: what was recorded, what was published, and how late it is told. */
export const MONEY_STEPS = {
  deals: {
    id: 'deals',
    file: 'src/analyse/metrics/deal-rows.ts',
    formula:
      'deals whose date may lie in the period; inflow = equity, closed, company based in China',
    fetch: fetchDeals,
  },
  inflow: ruled(
    'inflow',
    'metrics/inflow',
    'disclosed = [Σ low, Σ high] of the amounts in yuan; bounded adds [0, cap of round and year] for each undisclosed deal',
  ),
  inflowDetail: ruled(
    'inflow-detail',
    'inflow-detail',
    'mean, shares of the largest, Σ sᵢ² and parts of the same deals',
  ),
  estimate: measured(
    centralEstimate,
    'disclosed amounts, and each undisclosed deal drawn from disclosed ones of its round, year and track',
  ),
  inflowHistory: measured(
    inflowHistory,
    'disclosed inflow of each month of the years an index is ranked in',
  ),
  firstFunded: measured(
    firstFunded,
    'companies whose earliest recorded inflow was announced in the period',
  ),
  firstSeen: measured(
    firstSeen,
    'nowcast = deals seen so far × chain-ladder factors of the months of delay',
  ),
  lateReporting: ruled(
    'late-reporting',
    'late-reporting',
    'expected = Σ deals of a month seen so far × Π factors of the delays to come, with the errors of past nowcasts',
  ),
  nowcastScores: measured(
    nowcastScores,
    'earlier nowcasts whose interval holds what is seen now ÷ those settled',
  ),
  kinds: measured(kindsOverTime, 'deals and yuan by kind of investor in each half-year'),
  investorShift: ruled(
    'investor-shift',
    'investor-shift',
    'share of each kind of investor, and of the money behind them, then and now',
  ),
  firstDeals: measured(
    firstDeals,
    'investors with no recorded deal in the track before ÷ investors named in its deals of the period',
  ),
  followOn: measured(
    followOn,
    'companies with another recorded round within 12 and 18 months ÷ companies first funded in the cohort’s year',
  ),
  totals: measured(
    publishedTotals,
    'totals as published; foreign ones in yuan at the rate of the last day of their period',
  ),
  revisions: measured(
    publishedRevisions,
    '(latest − first) ÷ first of totals one publisher told on more than one day; medians by publisher',
  ),
  revealed: measured(
    revealedAmounts,
    'held where the narrowest amount told later lies within the bound of the first day: its wording, or [0, cap]',
  ),
  capture: ruled(
    'capture',
    'capture',
    'recorded deals ÷ published deals of the same market and period; the same in yuan',
  ),
  captureRange: ruled(
    'capture-range',
    'capture-range',
    'lowest and highest of recorded ÷ published over every publisher of a comparable region',
  ),
  exclusions: ruled(
    'exclusions',
    'metrics/exclusions',
    '[Σ low, Σ high] in yuan within one reason, kind and status, never across',
  ),
  amounts: measured(
    amountLedger,
    'amounts seen in what was published in the period: in a deal that counts, or here with a reason',
  ),
  unicorns: measured(
    unicorns,
    'born = first valued at US$1 bn in the period; living = not ended by its end',
  ),
  policySupport: ruled(
    'policy-support',
    'policy-support',
    'policy and industry events of the track, grants by recipient',
  ),
  policies: measured(policies, 'events of the period'),
  caps: {
    id: 'caps',
    file: 'config/caps.yaml',
    formula: 'the cap of an undisclosed deal, by round group and year',
  },
} as const satisfies Readonly<Record<string, Step>>
