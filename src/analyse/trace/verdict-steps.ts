import { attentionMonths } from '../metrics/attention-months.ts'
import { claimRows } from '../metrics/claims.ts'
import { knownForecasts } from '../metrics/forecasts.ts'
import { marketDefinitions } from '../metrics/market-definitions.ts'
import { monthlyDeals } from '../metrics/monthly-deals.ts'
import { monthlyExcess } from '../metrics/monthly-excess.ts'
import { quarterlyDeals } from '../metrics/quarterly-deals.ts'
import { quarterlyExcess } from '../metrics/quarterly-excess.ts'
import { themeCrossings } from '../metrics/theme-crossings.ts'
import { measured, ofThemes, ruled, type Step } from './step.ts'

/** How both sides are set against each other and judged. */
export const VERDICT_STEPS = {
  rankGap: ruled(
    'rank-gap',
    'rank-gap',
    'rank gap = share of windows of five years with no more excess − share of windows with no more inflow',
  ),
  gap: ruled(
    'gap',
    'gap',
    'pass-through = 100 × inflow ÷ paper gain; growth gap = ln(P1 ÷ P0) − ln(F1 ÷ F0)',
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
  definitions: measured(
    marketDefinitions,
    'growth of each track under every defensible window and series',
  ),
  multiverse: ruled(
    'multiverse',
    'multiverse/multiverse',
    'definitions under which the verdict is the same ÷ definitions that can be judged',
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
  forecasts: measured(knownForecasts, 'every forecast known on the day, whatever the period'),
  forecastLines: ruled(
    'forecast-lines',
    'forecast-lines',
    'due ones judged by the rules of the primary signature over their horizon',
  ),
  propositions: ruled(
    'propositions',
    'judge/propositions/judge-propositions',
    'lines of evidence for and against, by the bars of config/verdicts.yaml',
  ),
  quarterlyExcess: ofThemes(quarterlyExcess, 'excess of each deciding series by quarter'),
  quarterlyDeals: measured(quarterlyDeals, 'inflow deals of each track by quarter'),
  monthlyExcess: ofThemes(monthlyExcess, 'excess of each deciding series by month'),
  monthlyDeals: measured(monthlyDeals, 'inflow deals of each track by month'),
  themeCrossings: ofThemes(themeCrossings, 'days a theme reached the excess a run begins with'),
  transmission: ruled(
    'measure-transmission',
    'transmission/measure-transmission',
    'deals of a quarter on the excess of earlier ones; inflow in the quarters after past runs',
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
  changes: ruled(
    'changes-since',
    'changes/changes-since',
    'figure of this edition − figure of the earlier one, split by what moved it',
  ),
} as const satisfies Readonly<Record<string, Step>>
