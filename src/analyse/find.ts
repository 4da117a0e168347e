import type { Reader } from '../load/database.ts'
import { capGroup, capOf } from '../model/caps.ts'
import { decimal } from '../model/decimal.ts'
import type { CapLine, ClaimLine, Findings, RuleLine, TrackFindings, UnicornLine } from '../model/findings.ts'
import { type TrackConfig, type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import { layOutBars } from './bars-in-view.ts'
import { captureOf, marketTotal } from './capture.ts'
import { gapOf } from './gap.ts'
import { checkClaim } from './judge/check-claim.ts'
import { judgePrimary } from './judge/primary.ts'
import { judgePropositions } from './judge/propositions.ts'
import { judgeSecondary } from './judge/secondary.ts'
import { type Market, measureMarket } from './market-side.ts'
import { measure, type Question } from './metric.ts'
import { type ClaimRow, claimRows } from './metrics/claims.ts'
import { dataAge } from './metrics/data-age.ts'
import { type DatedDeal, fetchDeals, isPrintedIn, placeIn } from './metrics/deal-rows.ts'
import { exclusionTotals } from './metrics/exclusions.ts'
import { inflowOf, inflowSteps } from './metrics/inflow.ts'
import { policies } from './metrics/policies.ts'
import { type DatedTotal, publishedTotals, totalsFor } from './metrics/published-totals.ts'
import { countUnicorns, unicorns } from './metrics/unicorns.ts'

/** Why a period cannot be reported at all. */
export class NothingToFind extends Error {
  override readonly name = 'NothingToFind'
  readonly code = 'nothing-to-find'
  readonly retryable = false
}

interface Facts {
  readonly market: Market
  readonly deals: readonly DatedDeal[]
  readonly totals: readonly DatedTotal[]
  readonly unicorns: readonly UnicornLine[]
}

/** Everything one edition says. Run it inside one transaction, so that all figures are of one state of the database. */
export async function find(db: Reader, question: Question, config: TracksConfig): Promise<Findings> {
  await layOutBars(db, question, config)
  const tracks = tracksOn(config, question.period.to)
  const facts: Facts = {
    market: await measureMarket(db, question, tracks),
    deals: await fetchDeals(db, question),
    totals: await measure(publishedTotals, db, question),
    unicorns: await measure(unicorns, db, question),
  }
  const { benchmark } = facts.market
  if (benchmark === undefined) {
    throw new NothingToFind(
      `The benchmark ${config.benchmark.index} has no bars around ${question.period.id} as known on ${question.asOf}. ` +
        'Import its history, or choose another period.',
    )
  }
  const found = tracks.map((track) => findTrack(track, facts, question))
  const claims = checkClaims(await measure(claimRows, db, question), facts.totals, question.rules)
  const near = facts.deals.filter((deal) => placeIn(question.period, deal) !== 'outside')
  const printed = near.map((deal) => ({ ...deal, straddles: placeIn(question.period, deal) === 'perhaps' }))
  const counted = printed.filter(({ exclusion }) => exclusion === undefined)
  const excluded = printed.filter((deal) => deal.exclusion !== undefined && isPrintedIn(question.period, deal))
  const capture = captureOf(inflowOf(facts.deals.filter(isInflow), question.period, question), facts.totals, question)
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
      gatherEvidence({ tracks, found, claims, excluded, counted, facts, capture }, question),
      question.rules,
    ),
    claims,
    deals: counted,
    exclusions: excluded,
    exclusionTotals: exclusionTotals(excluded),
    unicorns: facts.unicorns.filter(({ bornOn }) => bornOn <= question.period.to),
    policies: await measure(policies, db, question),
    sources: age.sources,
    faults: age.faults,
    caps: capsUsed(counted, question),
    rules: rulesInWords(question.rules),
  }
}

function isInflow(deal: DatedDeal): boolean {
  return deal.exclusion === undefined
}

function findTrack(track: TrackConfig, { market, deals, totals, unicorns: all }: Facts, question: Question): TrackFindings {
  const side = market.sides.get(track.id)
  if (side === undefined) throw new Error(`no market side was measured for ${track.id}`)
  const own = deals.filter((deal) => isInflow(deal) && deal.track === track.id)
  const inflow = inflowOf(own, question.period, question)
  const yearBeforeInflow = inflowOf(own, question.yearBefore, question)
  const names = question.rules.ceilings[track.id] ?? []
  const { region } = question.rules.market_totals
  const published = totalsFor(totals, question.period).filter(
    (total) => total.region === region && names.includes(total.track),
  )
  const amounts = published.filter(({ metric, unit }) => metric === 'amount' && unit === 'CNY')
  const [lowest] = [...amounts].sort((a, b) => decimal(a.value.high).cmp(b.value.high))
  const ceiling = lowest ?? { lacking: 'no-ceiling' }
  const primary = judgePrimary(
    {
      inflow,
      ceiling,
      marketTotal: marketTotal(totals, 'amount', question),
      trackTotal: amounts.find(({ fit }) => fit === 'exact') ?? { lacking: 'no-published-total' },
    },
    question.rules,
  )
  return {
    id: track.id,
    names: { zh: track.zh, en: track.en },
    market: side,
    inflow,
    previousInflow: inflowOf(own, question.previous, question),
    yearBeforeInflow,
    inflowSteps: inflowSteps(own, question.period),
    unicorns: countUnicorns(
      all.filter((line) => line.track === track.id),
      question.period,
    ),
    published,
    ceiling,
    ceilingShare: primary.ceilingShare,
    gap: gapOf(side, inflow, yearBeforeInflow, question),
    secondary: judgeSecondary(side, monthsIn(question), question.rules),
    primary: primary.signature,
    onlyAShares: 'untested',
    flipLine: primary.flipLine,
  }
}

const DAYS_A_MONTH = 30.4375

/** Length of the period in months; whole ones where it is made of whole months. */
function monthsIn({ period }: Question): number {
  const from = Temporal.PlainDate.from(period.from)
  const end = Temporal.PlainDate.from(period.to).add({ days: 1 })
  if (from.day === 1 && end.day === 1) return from.until(end, { largestUnit: 'months' }).months
  return from.until(end, { largestUnit: 'days' }).days / DAYS_A_MONTH
}

function checkClaims(
  rows: readonly ClaimRow[],
  totals: readonly DatedTotal[],
  rules: VerdictRules,
): readonly ClaimLine[] {
  return rows.map((row) => {
    const names = rules.ceilings[row.track] ?? [row.track]
    const ceilings = totalsFor(totals, { from: row.period_from, to: row.period_to }).filter(
      ({ metric, unit, track, region }) =>
        metric === 'amount' && unit === 'CNY' && names.includes(track) && region === rules.market_totals.region,
    )
    return checkClaim(row, { recorded: { low: row.recorded_low, high: row.recorded_high }, ceilings }, rules)
  })
}

interface Gathered {
  readonly tracks: readonly TrackConfig[]
  readonly found: readonly TrackFindings[]
  readonly claims: readonly ClaimLine[]
  readonly excluded: Findings['exclusions']
  readonly counted: Findings['deals']
  readonly facts: Facts
  readonly capture: Findings['capture']
}

function gatherEvidence(gathered: Gathered, question: Question): Parameters<typeof judgePropositions>[0] {
  const { tracks, found, claims, excluded, counted, facts, capture } = gathered
  const headline = found.find(({ id }) => id === question.rules.headline_track)
  if (headline === undefined) {
    throw new NothingToFind(
      `config/verdicts.yaml names the headline track ${question.rules.headline_track}, which config/tracks.yaml has not.`,
    )
  }
  const parent = tracks.find(({ id }) => id === headline.id)?.parent
  const ids = tracks.filter((track) => track.id === headline.id || (parent !== undefined && track.parent === parent))
  const family = found.filter(({ id }) => ids.some((track) => track.id === id))
  const internal = excluded.filter(
    (deal) => deal.exclusion === 'internal' && family.some(({ id }) => id === deal.track),
  )
  const [internalTotal] = exclusionTotals(internal.map((deal) => ({ ...deal, status: 'any' })))
  return {
    headline,
    family,
    others: found.filter((track) => !family.includes(track) && track.id !== 'other'),
    claims,
    unicorns: facts.unicorns.filter(({ bornOn }) => bornOn >= question.period.from && bornOn <= question.period.to),
    exclusionTotals: exclusionTotals(excluded.filter((deal) => family.some(({ id }) => id === deal.track))),
    internal: internalTotal?.yuan ?? { low: '0.00', high: '0.00' },
    internalDeals: internal.length,
    directions: capture.directions.map(({ publisher, percent }) => ({
      id: 'evidence.direction',
      holds: 'yes',
      details: { publisher, percent },
    })),
    investors: {
      deals: counted.length,
      known: counted.filter(({ investors }) => investors.some(({ kind }) => kind !== 'unknown')).length,
    },
    months: monthsIn(question),
  }
}

function capsUsed(deals: Findings['deals'], { caps }: Question): readonly CapLine[] {
  const used = new Map<string, CapLine>()
  for (const { round, announcedOn, original } of deals) {
    if (original !== undefined) continue
    const year = Number(announcedOn.slice(0, 4))
    used.set(`${year} ${capGroup(round)}`, { round: capGroup(round), year, yuan: capOf(caps, round, year) })
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
      return Object.entries(value).flatMap(([key, part]) => walk(part, path === '' ? key : `${path}.${key}`))
    }
    return [{ id: path, value: String(value) }]
  }
  return walk(rules, '')
}
