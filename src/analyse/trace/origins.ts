import type { EvidenceName } from './evidence.ts'
import type { StepName } from './steps.ts'

/** How the figures under a path come about. */
export interface Origin {
  /** A path in the findings; `*` stands for one part. */
  readonly path: string
  readonly steps: readonly StepName[]
  readonly evidence: readonly EvidenceName[]
  /** The path itself only: what stands under it has its own. */
  readonly isWhole?: boolean
}

function origin(
  path: string,
  steps: readonly StepName[],
  evidence: readonly EvidenceName[] = [],
): Origin {
  return { path, steps, evidence }
}

const RETURNS = ['returns'] as const
const OF_VERDICTS = ['barsAtEdges', 'dealsOfTrack', 'totalsUnder'] as const

/** The longest path that fits says where a figure comes from, so every figure has one. */
export const ORIGINS: readonly Origin[] = [
  origin('period', ['asked']),
  origin('previous', ['asked']),
  origin('yearBefore', ['asked']),
  origin('asOf', ['asked']),
  origin('headline', ['rules']),
  origin('rules', ['rules']),
  origin('caps', ['caps', 'deals'], ['dealsUndisclosed']),
  origin('benchmark', RETURNS, ['barsAtEdges']),
  { ...origin('tracks', ['tracks']), isWhole: true },
  origin('tracks.*.id', ['tracks']),
  origin('tracks.*.parent', ['tracks']),
  origin('tracks.*.names', ['tracks']),
  origin('tracks.*.market', RETURNS, ['barsAtEdges']),
  origin('tracks.*.market.percentile', ['history'], ['barsOfHistory']),
  origin('tracks.*.market.shifts', ['history'], ['barsOfHistory']),
  origin('tracks.*.market.turnover', ['turnover'], ['barsOfTurnover']),
  origin('tracks.*.market.turnover.percentile', ['turnoverHistory'], ['barsOfHistory']),
  origin('tracks.*.market.drawdown', ['drawdown'], ['barsSincePeriod']),
  origin('tracks.*.market.curve', ['curves'], ['barsOfPeriod']),
  origin('tracks.*.market.multiple', ['returns', 'multiple'], ['barsAtEdges']),
  origin('tracks.*.market.paperGain', ['returns', 'paperGain'], ['barsAtEdges']),
  origin('tracks.*.market.members', ['members', 'memberSide'], ['lists']),
  origin('tracks.*.market.abroad', ['abroad'], ['barsAbroad']),
  origin('tracks.*.inflow', ['deals', 'inflow'], ['dealsOfTrack', 'rates']),
  origin('tracks.*.inflowSteps', ['deals', 'inflow'], ['dealsOfTrack', 'rates']),
  origin('tracks.*.previousInflow', ['deals', 'inflow'], ['dealsOfTrack', 'rates']),
  origin('tracks.*.yearBeforeInflow', ['deals', 'inflow'], ['dealsOfTrack', 'rates']),
  origin('tracks.*.inflowDetail', ['deals', 'inflowDetail'], ['dealsOfTrack', 'rates']),
  origin('tracks.*.inflowDetail.estimate', ['estimate'], ['dealsOfPool']),
  origin('tracks.*.inflowDetail.firstFunded', ['firstFunded'], ['dealsOfTrack']),
  origin(
    'tracks.*.inflowDetail.investors',
    ['deals', 'inflowDetail'],
    ['dealsOfTrack', 'investors'],
  ),
  origin('tracks.*.late', ['firstSeen', 'lateReporting'], ['dealsOfTrack']),
  origin('tracks.*.capture', ['deals', 'totals', 'captureRange'], ['dealsOfTrack', 'totalsUnder']),
  origin('tracks.*.unicorns', ['unicorns'], ['unicorns']),
  origin('tracks.*.published', ['totals'], ['totalsUnder']),
  origin('tracks.*.ceiling', ['totals'], ['totalsUnder']),
  origin('tracks.*.ceilingShare', ['totals', 'primary'], ['totalsUnder']),
  origin('tracks.*.flipLine', ['totals', 'primary'], ['totalsUnder']),
  origin(
    'tracks.*.gap.rankGap',
    ['history', 'inflowHistory', 'rankGap'],
    ['barsOfHistory', 'dealsOfPool'],
  ),
  origin('tracks.*.gap', ['returns', 'deals', 'inflow', 'gap'], ['barsAtEdges', 'dealsOfTrack']),
  origin(
    'tracks.*.multiverse',
    ['definitions', 'deals', 'multiverse'],
    ['barsOfHistory', 'dealsOfTrack'],
  ),
  origin('tracks.*.conceptMoney', ['listedMoney', 'conceptMoney'], ['lists', 'listedMoney']),
  origin('tracks.*.policySupport', ['policies', 'deals', 'policySupport'], ['policies']),
  origin('tracks.*.attention', ['attention', 'attentionSeries', 'attentionPerDeal'], ['attention']),
  origin('tracks.*.followOn', ['followOn'], ['dealsOfPool']),
  origin('tracks.*.firstDeals', ['firstDeals'], ['dealsOfTrack', 'investors']),
  origin('tracks.*.secondary', ['returns', 'history', 'turnover', 'secondary'], ['barsAtEdges']),
  origin(
    'tracks.*.primary',
    ['deals', 'totals', 'inflow', 'primary'],
    ['dealsOfTrack', 'totalsUnder'],
  ),
  origin('tracks.*.onlyAShares', ['abroad', 'only'], ['barsAbroad']),
  origin('tracks.*.onlyConditions', ['abroad', 'only'], ['barsAbroad']),
  origin('capture', ['deals', 'totals', 'capture'], ['dealsOfTrack', 'totalsUnder']),
  origin('capture.publishedCount', ['totals', 'capture'], ['totalsUnder']),
  origin('capture.publishedAmount', ['totals', 'capture'], ['totalsUnder']),
  origin('capture.directions', ['totals', 'capture'], ['totalsUnder']),
  origin('capture.directionDisputed', ['totals', 'capture'], ['totalsUnder']),
  origin('revisions', ['revisions'], ['tellingsOfTotals']),
  origin('revealed', ['revealed', 'caps'], ['amountsRevealed']),
  origin('capture.range', ['deals', 'totals', 'captureRange'], ['dealsOfTrack', 'totalsUnder']),
  origin('propositions', ['propositions'], OF_VERDICTS),
  origin('propositions.3', ['unicorns', 'propositions'], ['unicorns']),
  origin('propositions.4', ['deals', 'exclusions', 'propositions'], ['exclusions']),
  origin('propositions.5', ['claims', 'checkClaim', 'propositions'], ['claims']),
  origin('claims', ['claims', 'checkClaim'], ['claims', 'totalsUnder']),
  origin('deals', ['deals'], ['dealNamed', 'rates']),
  origin('exclusions', ['deals'], ['dealNamed', 'rates']),
  origin('exclusionTotals', ['deals', 'exclusions'], ['exclusions', 'rates']),
  origin('forecasts', ['forecasts', 'forecastLines'], ['forecasts', 'dealsOfForecast']),
  origin('propositions.11', ['forecasts', 'propositions'], ['forecasts']),
  origin(
    'transmission',
    ['quarterlyExcess', 'quarterlyDeals', 'themeCrossings', 'transmission'],
    ['barsOfHistory', 'dealsOfPool'],
  ),
  origin(
    'transmission.monthly',
    ['monthlyExcess', 'monthlyDeals', 'transmission'],
    ['barsOfHistory', 'dealsOfPool'],
  ),
  origin('amounts', ['amounts'], ['amounts']),
  origin('changes', ['changes']),
  origin('unicorns', ['unicorns'], ['unicorns']),
  origin('policies', ['policies'], ['policies']),
  origin('sources', ['dataAge'], ['files']),
  origin('faults', ['dataAge'], ['files']),
  origin('kindsOverTime', ['kinds'], ['dealsOfHalf', 'investors']),
  origin('investorShift.managers', ['kinds', 'investorShift'], ['dealsOfHalf', 'investors']),
  origin('investorShift.recorded', ['deals', 'investorShift'], ['dealsOfTrack', 'investors']),
  origin('investorShift.moneyBehind', ['totals', 'investorShift'], ['totalsUnder']),
  origin('lateReporting', ['firstSeen', 'lateReporting'], ['dealsOfTrack']),
  origin('lateReporting.score', ['nowcastScores'], ['nowcasts']),
]

/** The origin of a figure; undefined: nobody has written down where it comes from. */
export function originOf(id: string): Origin | undefined {
  const fitting = ORIGINS.filter((one) => fits(one, id))
  return fitting.sort((a, b) => depthOf(b.path) - depthOf(a.path))[0]
}

function fits({ path, isWhole }: Origin, id: string): boolean {
  if (isWhole === true) return id === path
  const parts = id.split('.')
  return path.split('.').every((part, index) => part === '*' || part === parts[index])
}

function depthOf(path: string): number {
  return path.split('.').length
}
