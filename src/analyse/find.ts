import type { Reader } from '../load/database.ts'
import { capGroup, capOf } from '../model/caps.ts'
import type {
  CapLine,
  Findings,
  PolicyLine,
  RuleLine,
  TrackFindings,
  UnicornLine,
} from '../model/findings.ts'
import type { ListedMoneyLine } from '../model/listed-money-finding.ts'
import { monthsIn } from '../model/period.ts'
import { type TrackConfig, type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import { measureAttention } from './attention/measure-attention.ts'
import { layOutBars } from './bars-in-view.ts'
import { captureOf, marketTotals } from './capture.ts'
import { captureRange, comparableTotals } from './capture-range.ts'
import { checkClaims } from './check-claims.ts'
import { conceptMoney } from './concept-money.ts'
import { layOutDeals } from './deals-in-view.ts'
import { forecastLines } from './forecast-lines.ts'
import { gapOf } from './gap.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { inflowDetails } from './inflow-detail.ts'
import { investorShift } from './investor-shift.ts'
import { judgeOnly } from './judge/only-a-shares.ts'
import { judgePropositions } from './judge/propositions/judge-propositions.ts'
import { judgeSecondary } from './judge/secondary.ts'
import { lateDeals, reportingOf } from './late-reporting.ts'
import { type Market, measureMarket } from './market-side.ts'
import { measure, type Question } from './metric.ts'
import { amountLedger } from './metrics/amount-ledger.ts'
import { claimRows } from './metrics/claims.ts'
import { dataAge } from './metrics/data-age.ts'
import { type DatedDeal, fetchDeals, isInflow, isPrintedIn, placeIn } from './metrics/deal-rows.ts'
import { exclusionTotals } from './metrics/exclusions.ts'
import { firstDeals } from './metrics/first-deals.ts'
import { type FirstSeen, firstSeen } from './metrics/first-seen.ts'
import { followOn } from './metrics/follow-on.ts'
import { inflowOf, inflowSteps } from './metrics/inflow.ts'
import { kindsOverTime } from './metrics/investor-kinds.ts'
import { listedMoney } from './metrics/listed-money.ts'
import { nowcastScores } from './metrics/nowcast-scores.ts'
import { policies } from './metrics/policies.ts'
import { type DatedTotal, publishedTotals } from './metrics/published-totals.ts'
import { countUnicorns, unicorns } from './metrics/unicorns.ts'
import {
  type Definitions,
  measureDefinitions,
  multiverseOf,
  tried,
} from './multiverse/multiverse.ts'
import { NothingToFind } from './nothing-to-find.ts'
import { policySupport } from './policy-support.ts'
import { primarySide } from './primary-side.ts'
import { measureTransmission } from './transmission/measure-transmission.ts'

interface Facts {
  readonly market: Market
  readonly deals: readonly DatedDeal[]
  readonly totals: readonly DatedTotal[]
  readonly unicorns: readonly UnicornLine[]
  readonly detail: Awaited<ReturnType<typeof inflowDetails>>
  readonly followOn: (track: string) => TrackFindings['followOn']
  readonly firstDeals: (track: string) => TrackFindings['firstDeals']
  readonly money: ReadonlyMap<string, readonly ListedMoneyLine[]>
  readonly policies: readonly PolicyLine[]
  readonly seen: FirstSeen
  readonly definitions: Definitions
}

/** What the facts say, before it is set against earlier editions. */
export type Found = Omit<Findings, 'changes'>

/** Everything one edition says of its facts. Run it inside one transaction, so that all figures are of one state of the database. */
export async function find(db: Reader, question: Question, config: TracksConfig): Promise<Found> {
  await layOutBars(db, question, config)
  await layOutDeals(db, question)
  const tracks = tracksOn(config, question.period.to)
  const facts: Facts = {
    market: await measureMarket(db, question, tracks),
    deals: await fetchDeals(db, question),
    totals: await measure(publishedTotals, db, question),
    unicorns: await measure(unicorns, db, question),
    detail: await inflowDetails(db, question),
    money: await measure(listedMoney, db, question),
    followOn: await measure(followOn, db, question),
    firstDeals: await measure(firstDeals, db, question),
    policies: await measure(policies, db, question),
    seen: await measure(firstSeen, db, question),
    definitions: await measureDefinitions(db, question),
  }
  const { benchmark } = facts.market
  if (benchmark === undefined) {
    throw new NothingToFind(
      `The benchmark ${config.benchmark.index} has no bars around ${question.period.id} as known on ${question.asOf}. ` +
        'Import its history, or choose another period.',
    )
  }
  const measured = tracks.map((track) => findTrack(track, facts, question))
  const attention = (await measureAttention(db, question))(measured)
  const found = measured.map((track) => ({ ...track, attention: attention(track.id) }))
  const claims = checkClaims(await measure(claimRows, db, question), facts.totals, question.rules)
  const forecasts = await forecastLines(db, facts, question)
  const near = facts.deals.filter((deal) => placeIn(question.period, deal) !== 'outside')
  const printed = near.map((deal) => ({
    ...deal,
    straddles: placeIn(question.period, deal) === 'perhaps',
  }))
  const counted = printed.filter(isInflow)
  const excluded = printed.filter(
    (deal) => deal.exclusion !== undefined && isPrintedIn(question.period, deal),
  )
  const capture = captureOf(
    inflowOf(facts.deals.filter(isInflow), question.period, question),
    facts.totals,
    question,
  )
  const transmission = await measureTransmission(db, question, { tracks, totals: facts.totals })
  const kinds = await measure(kindsOverTime, db, question)
  const shift = investorShift(kinds, { deals: counted, totals: facts.totals }, question)
  const age = await measure(dataAge, db, question)

  return {
    period: question.period,
    previous: question.previous,
    yearBefore: question.yearBefore,
    asOf: question.asOf,
    benchmark,
    tracks: found,
    headline: question.rules.headline_track,
    capture,
    propositions: judgePropositions(
      gatherEvidence(
        {
          tracks,
          found,
          claims,
          forecasts,
          excluded,
          shift,
          unicorns: facts.unicorns,
          capture,
          transmission,
        },
        question,
      ),
      question.rules,
    ),
    claims,
    forecasts,
    deals: counted,
    exclusions: excluded,
    exclusionTotals: exclusionTotals(excluded),
    amounts: await measure(amountLedger, db, question),
    unicorns: facts.unicorns.filter(({ bornOn }) => bornOn <= question.period.to),
    policies: facts.policies,
    sources: age.sources,
    faults: age.faults,
    lateReporting: reportingOf(facts.seen, await measure(nowcastScores, db, question), question),
    kindsOverTime: kinds,
    investorShift: shift,
    transmission,
    caps: capsUsed(counted, question),
    rules: rulesInWords(question.rules),
  }
}

function findTrack(
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
    gap: gapOf(side, { inflow, before: yearBeforeInflow, capture }, question),
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
    primary: tried(judged.primary, multiverse.primary, bar),
    onlyAShares: only.verdict,
    onlyConditions: only.conditions,
    flipLine: primary.flipLine,
  }
}

function capsUsed(deals: Findings['deals'], { caps }: Question): readonly CapLine[] {
  const used = new Map<string, CapLine>()
  for (const { round, announcedOn, original } of deals) {
    if (original !== undefined) continue
    const year = Number(announcedOn.slice(0, 4))
    used.set(`${year} ${capGroup(round)}`, {
      round: capGroup(round),
      year,
      yuan: capOf(caps, round, year),
    })
  }
  return [...used.values()].sort((a, b) => a.year - b.year || a.round.localeCompare(b.round, 'en'))
}

/** Every rule by its path in `config/verdicts.yaml`. */
function rulesInWords(rules: VerdictRules): readonly RuleLine[] {
  const walk = (value: unknown, path: string): readonly RuleLine[] => {
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
      return [{ id: path, value: value.join(', ') }]
    }
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([key, part]) =>
        walk(part, path === '' ? key : `${path}.${key}`),
      )
    }
    return [{ id: path, value: String(value) }]
  }
  return walk(rules, '')
}
