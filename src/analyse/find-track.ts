import {
  isLacking,
  type Known,
  type Lacking,
  type PolicyLine,
  type TrackFindings,
  type UnicornLine,
} from '../model/findings.ts'
import type { ListedMoneyLine } from '../model/listed-money-finding.ts'
import { monthsIn } from '../model/period.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { marketTotals } from './capture.ts'
import { captureRange, comparableTotals } from './capture-range.ts'
import { conceptMoney } from './concept-money.ts'
import { gapOf } from './gap.ts'
import type { inflowDetails } from './inflow-detail.ts'
import { judgeOnly } from './judge/only-a-shares.ts'
import { judgeSecondary } from './judge/secondary.ts'
import { lateDeals } from './late-reporting.ts'
import type { Market } from './market-side.ts'
import type { Question } from './metric.ts'
import { type DatedDeal, isInflow, isPrintedIn } from './metrics/deal-rows.ts'
import type { FirstSeen } from './metrics/first-seen.ts'
import { inflowOf, inflowSteps } from './metrics/inflow.ts'
import type { InflowHistory } from './metrics/inflow-history.ts'
import type { DatedTotal } from './metrics/published-totals.ts'
import { countUnicorns } from './metrics/unicorns.ts'
import { type Definitions, multiverseOf, tried } from './multiverse/multiverse.ts'
import { policySupport } from './policy-support.ts'
import { primarySide } from './primary-side.ts'
import { rankGapOf } from './rank-gap.ts'

/** What the database gave of all tracks, before anything is judged. */
export interface Facts {
  readonly market: Market
  readonly deals: readonly DatedDeal[]
  readonly totals: readonly DatedTotal[]
  readonly unicorns: readonly UnicornLine[]
  readonly inflowHistory: InflowHistory
  readonly detail: Awaited<ReturnType<typeof inflowDetails>>
  readonly followOn: (track: string) => TrackFindings['followOn']
  readonly firstDeals: (track: string) => TrackFindings['firstDeals']
  readonly money: ReadonlyMap<string, readonly ListedMoneyLine[]>
  readonly policies: readonly PolicyLine[]
  readonly seen: FirstSeen
  readonly definitions: Definitions
}

/** Everything an edition says of one track but its attention, which is set against the other tracks. */
export function findTrack(
  track: TrackConfig,
  facts: Facts,
  question: Question,
): Omit<TrackFindings, 'attention'> {
  const { market, deals, totals, unicorns: all, detail, money, seen, policies: events } = facts
  const side = market.sides.get(track.id)
  if (side === undefined) throw new Error(`no market side was measured for ${track.id}`)
  const own = deals.filter((deal) => isInflow(deal) && deal.track === track.id)
  const primary = primarySide(track.id, { deals: own, totals }, question)
  const { inflow, published, ceiling } = primary
  const yearBeforeInflow = inflowOf(own, question.yearBefore, question)
  const names = question.rules.ceilings[track.id] ?? []
  const capture = captureRange(inflow, comparableTotals(totals, names, question), question.rules)
  const months = monthsIn(question.period)
  const late = lateDeals(track.id, seen, question)
  const judged = {
    id: track.id,
    late,
    capture,
    secondary: judgeSecondary(side, months, question.rules),
    primary: primary.signature,
    ceilings: primary.amounts,
    totals: marketTotals(totals, 'amount', question),
    isCaptured: primary.isCaptured,
  }
  const multiverse = multiverseOf(judged, facts.definitions, question)
  const { min_sign_share: bar } = question.rules.multiverse
  const secondary = tried(judged.secondary, multiverse.secondary, bar)
  const triedPrimary = tried(judged.primary, multiverse.primary, bar)
  const only = judgeOnly(secondary, side.abroad, { months, rules: question.rules })
  return {
    id: track.id,
    ...(track.parent === undefined ? {} : { parent: track.parent }),
    names: { zh: track.zh, en: track.en },
    market: side,
    inflow,
    inflowDetail: detail({ track: track.id, inflow, deals: own }),
    late,
    capture,
    previousInflow: inflowOf(own, question.previous, question),
    yearBeforeInflow,
    inflowSteps: inflowSteps(own, question.period),
    unicorns: countUnicorns(
      all.filter((line) => line.track === track.id),
      question,
    ),
    published,
    ceiling,
    ceilingShare: primary.ceilingShare,
    gap: {
      ...gapOf(side, { inflow, before: yearBeforeInflow, capture }, question),
      rankGap: rankGapOf(
        { market: side, inflow, capture, history: facts.inflowHistory, track: track.id },
        question,
      ),
    },
    multiverse,
    conceptMoney: conceptMoney(side, money.get(track.id) ?? [], question.period),
    policySupport: policySupport(
      events.filter((event) => event.track === track.id),
      deals.filter((deal) => deal.track === track.id && isPrintedIn(question.period, deal)),
      question.rules,
    ),
    followOn: facts.followOn(track.id),
    firstDeals: facts.firstDeals(track.id),
    secondary,
    primary: triedPrimary,
    onlyAShares: only.verdict,
    onlyConditions: only.conditions,
    flipLine: triedPrimary.verdict === 'no' ? primary.flipLine : noFlip(primary.flipLine),
  }
}

/** Only a "no" can be overturned by money nobody saw; what a figure lacks is the better reason. */
function noFlip(flipLine: Known<string>): Lacking {
  return isLacking(flipLine) ? flipLine : { lacking: 'not-a-no' }
}
