import type { Reader } from '../../load/database.ts'
import type { Metric, Question } from '../metric.ts'
import { amountLedger } from '../metrics/amount-ledger.ts'
import { attentionMonths } from '../metrics/attention-months.ts'
import { centralEstimate } from '../metrics/central-estimate.ts'
import { claimRows } from '../metrics/claims.ts'
import { curves } from '../metrics/curves.ts'
import { dataAge } from '../metrics/data-age.ts'
import { fetchDeals } from '../metrics/deal-rows.ts'
import { drawdowns } from '../metrics/drawdown.ts'
import { excessHistory } from '../metrics/excess-history.ts'
import { firstDeals } from '../metrics/first-deals.ts'
import { firstFunded } from '../metrics/first-funded.ts'
import { firstSeen } from '../metrics/first-seen.ts'
import { followOn } from '../metrics/follow-on.ts'
import { knownForecasts } from '../metrics/forecasts.ts'
import { kindsOverTime } from '../metrics/investor-kinds.ts'
import { listedMoney } from '../metrics/listed-money.ts'
import { marketDefinitions } from '../metrics/market-definitions.ts'
import { memberBars } from '../metrics/member-bars.ts'
import { monthlyDeals } from '../metrics/monthly-deals.ts'
import { monthlyExcess } from '../metrics/monthly-excess.ts'
import { nowcastScores } from '../metrics/nowcast-scores.ts'
import { policies } from '../metrics/policies.ts'
import { publishedTotals } from '../metrics/published-totals.ts'
import { quarterlyDeals } from '../metrics/quarterly-deals.ts'
import { quarterlyExcess } from '../metrics/quarterly-excess.ts'
import { seriesAbroad } from '../metrics/series-abroad.ts'
import { seriesReturns } from '../metrics/series-returns.ts'
import { themeCrossings } from '../metrics/theme-crossings.ts'
import { turnoverHistory } from '../metrics/turnover-history.ts'
import { turnoverShare } from '../metrics/turnover-share.ts'
import { unicorns } from '../metrics/unicorns.ts'

/** One step on the way from rows to a figure. Only a measure asks the database; a rule works on what measures found. */
export interface Step {
  readonly id: string
  /** From the root of the project. */
  readonly file: string
  readonly formula: string
  readonly fetch?: (db: Reader, question: Question) => Promise<unknown>
  /** It reads what `layOutThemes` lays out. */
  readonly readsThemes?: boolean
}

function measured<Raw, Answer>({ id, fetch }: Metric<Raw, Answer>, formula: string): Step {
  return { id, file: `src/analyse/metrics/${id}.ts`, formula, fetch }
}

function ofThemes<Raw, Answer>(metric: Metric<Raw, Answer>, formula: string): Step {
  return { ...measured(metric, formula), readsThemes: true }
}

function ruled(id: string, file: string, formula: string): Step {
  return { id, file: `src/analyse/${file}.ts`, formula }
}

/** Every step a figure of the report can have. */
export const STEPS = {
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
  listedMoney: measured(
    listedMoney,
    'Σ yuan by kind over the union of members, from the source that saw most months',
  ),
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
  gap: ruled(
    'gap',
    'gap',
    'pass-through = 100 × inflow ÷ paper gain; growth gap = ln(P1 ÷ P0) − ln(F1 ÷ F0)',
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
  conceptMoney: ruled(
    'concept-money',
    'concept-money',
    'money of the listed members, set against their paper gain',
  ),
  unicorns: measured(
    unicorns,
    'born = first valued at US$1 bn in the period; living = not ended by its end',
  ),
  policies: measured(policies, 'events of the period'),
  policySupport: ruled(
    'policy-support',
    'policy-support',
    'policy and industry events of the track, grants by recipient',
  ),
  attention: measured(
    attentionMonths,
    'counts of a subject by month; share = those of the track ÷ all of the source',
  ),
  attentionSeries: ruled(
    'attention-series',
    'attention/attention-series',
    'level = Σ headlines ÷ Σ all headlines, or Σ views ÷ days; abnormal = ln(level) − ln(median level of the months before)',
  ),
  attentionPerDeal: ruled(
    'attention-per-deal',
    'attention/attention-per-deal',
    '100 × level ÷ deals, and per billion yuan disclosed; ratio to the year before and to the median of other tracks',
  ),
  claims: measured(
    claimRows,
    'recorded = [Σ low, Σ high] of the inflow deals of the claim’s own field and days',
  ),
  checkClaim: ruled(
    'check-claim',
    'judge/check-claim',
    'the claimed interval against what is recorded and what independent totals allow',
  ),
  secondary: ruled(
    'secondary',
    'judge/secondary',
    'yes: excess, percentile, every shift, turnover and a second index all beyond their bars; no: excess at or below its bar',
  ),
  primary: ruled(
    'primary',
    'judge/primary',
    'share of a published market total, by the bounds of the inflow and an independent ceiling; flip line = bar × total − that bound',
  ),
  only: ruled('only-a-shares', 'judge/only-a-shares', 'the same theme abroad against its bar'),
  propositions: ruled(
    'propositions',
    'judge/propositions/judge-propositions',
    'lines of evidence for and against, by the bars of config/verdicts.yaml',
  ),
  exclusions: ruled(
    'exclusions',
    'metrics/exclusions',
    '[Σ low, Σ high] in yuan within one reason, kind and status, never across',
  ),
  forecasts: measured(knownForecasts, 'every forecast known on the day, whatever the period'),
  forecastLines: ruled(
    'forecast-lines',
    'forecast-lines',
    'due ones judged by the rules of the primary signature over their horizon',
  ),
  changes: ruled(
    'changes-since',
    'changes/changes-since',
    'figure of this edition − figure of the earlier one, split by what moved it',
  ),
  quarterlyExcess: ofThemes(quarterlyExcess, 'excess of each deciding series by quarter'),
  quarterlyDeals: measured(quarterlyDeals, 'inflow deals of each track by quarter'),
  monthlyExcess: ofThemes(monthlyExcess, 'excess of each deciding series by month'),
  monthlyDeals: measured(monthlyDeals, 'inflow deals of each track by month'),
  themeCrossings: ofThemes(themeCrossings, 'days a theme reached the excess a run begins with'),
  investorShift: ruled(
    'investor-shift',
    'investor-shift',
    'share of each kind of investor, and of the money behind them, then and now',
  ),
  transmission: ruled(
    'measure-transmission',
    'transmission/measure-transmission',
    'deals of a quarter on the excess of earlier ones; inflow in the quarters after past runs',
  ),
  definitions: measured(
    marketDefinitions,
    'growth of each track under every defensible window and series',
  ),
  multiverse: ruled(
    'multiverse',
    'multiverse/multiverse',
    'definitions under which the verdict is the same ÷ definitions that can be judged',
  ),
  amounts: measured(
    amountLedger,
    'amounts seen in what was published in the period: in a deal that counts, or here with a reason',
  ),
  dataAge: measured(dataAge, 'rows, first and last day by source and kind'),
  caps: {
    id: 'caps',
    file: 'config/caps.yaml',
    formula: 'the cap of an undisclosed deal, by round group and year',
  },
  rules: { id: 'rules', file: 'config/verdicts.yaml', formula: 'a setting, as it stands' },
  tracks: { id: 'tracks', file: 'config/tracks.yaml', formula: 'a setting, as it stands' },
  asked: {
    id: 'question',
    file: 'src/pipeline.ts',
    formula: 'the period asked for and the day of knowledge',
  },
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof STEPS
