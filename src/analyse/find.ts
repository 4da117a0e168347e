import type { Reader } from '../load/database.ts'
import type { Findings } from '../model/findings.ts'
import { type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import { measureAttention } from './attention/measure-attention.ts'
import { layOutBars } from './bars-in-view.ts'
import { captureOf } from './capture.ts'
import { checkClaims } from './check-claims.ts'
import { layOutDeals } from './deals-in-view.ts'
import { type Facts, findTrack } from './find-track.ts'
import { forecastLines } from './forecast-lines.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { inflowDetails } from './inflow-detail.ts'
import { investorShift } from './investor-shift.ts'
import { judgePropositions } from './judge/propositions/judge-propositions.ts'
import { reportingOf } from './late-reporting.ts'
import { measureMarket } from './market-side.ts'
import { measure, type Question } from './metric.ts'
import { amountLedger } from './metrics/amount-ledger.ts'
import { claimRows } from './metrics/claims.ts'
import { dataAge } from './metrics/data-age.ts'
import { fetchDeals, isInflow, isPrintedIn, placeIn } from './metrics/deal-rows.ts'
import { exclusionTotals } from './metrics/exclusions.ts'
import { firstDeals } from './metrics/first-deals.ts'
import { firstSeen } from './metrics/first-seen.ts'
import { followOn } from './metrics/follow-on.ts'
import { inflowOf } from './metrics/inflow.ts'
import { inflowHistory } from './metrics/inflow-history.ts'
import { kindsOverTime } from './metrics/investor-kinds.ts'
import { listedMoney } from './metrics/listed-money.ts'
import { nowcastScores } from './metrics/nowcast-scores.ts'
import { policies } from './metrics/policies.ts'
import { publishedRevisions } from './metrics/published-revisions.ts'
import { publishedTotals } from './metrics/published-totals.ts'
import { revealedAmounts } from './metrics/revealed-amounts.ts'
import { unicorns } from './metrics/unicorns.ts'
import { measureDefinitions } from './multiverse/multiverse.ts'
import { NothingToFind } from './nothing-to-find.ts'
import { capsUsed, rulesInWords } from './settings-used.ts'
import { measureTransmission } from './transmission/measure-transmission.ts'

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
    inflowHistory: await measure(inflowHistory, db, question),
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
  const inflows = facts.deals.filter(isInflow)
  const capture = captureOf(
    {
      period: inflowOf(inflows, question.period, question),
      previous: inflowOf(inflows, question.previous, question),
      yearBefore: inflowOf(inflows, question.yearBefore, question),
    },
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
    revisions: await measure(publishedRevisions, db, question),
    revealed: await measure(revealedAmounts, db, question),
    lateReporting: reportingOf(facts.seen, await measure(nowcastScores, db, question), question),
    kindsOverTime: kinds,
    investorShift: shift,
    transmission,
    caps: capsUsed(counted, question),
    rules: rulesInWords(question.rules),
  }
}
