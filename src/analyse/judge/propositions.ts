import { decimal, ratioText } from '../../model/decimal.ts'
import {
  type ClaimLine,
  type Condition,
  type ExclusionTotal,
  type Interval,
  isLacking,
  type PropositionFinding,
  type TrackFindings,
  type UnicornLine,
  type Verdict,
} from '../../model/findings.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'

/** What the propositions are judged from: findings only, so each verdict can be recomputed from the exported tables. */
export interface Evidence {
  readonly headline: TrackFindings
  /** Tracks of the same parent as the headline track, itself included. */
  readonly family: readonly TrackFindings[]
  readonly others: readonly TrackFindings[]
  readonly claims: readonly ClaimLine[]
  readonly unicorns: readonly UnicornLine[]
  readonly exclusionTotals: readonly ExclusionTotal[]
  /** Internal spending of the family, yuan. */
  readonly internal: Interval
  readonly internalDeals: number
  readonly directions: readonly Condition[]
  readonly investors: { readonly deals: number; readonly known: number }
  readonly months: number
}

type Judge = (
  evidence: Evidence,
  rules: VerdictRules,
) => Omit<PropositionFinding, 'number' | 'reason'>

/** Propositions 1 to 11 in order; those without a rule yet say what they lack. */
export function judgePropositions(
  evidence: Evidence,
  rules: VerdictRules,
): readonly PropositionFinding[] {
  return JUDGES.map((judge, index) => {
    const number = index + 1
    const judged = judge(evidence, rules)
    return { number, reason: `proposition.${number}.${judged.verdict}`, ...judged }
  })
}

/** 1: secondary feast yes and primary feast no, on the headline track. */
const confinedToSecondary: Judge = ({ headline, family, directions }) => {
  const { secondary, primary } = headline
  const isContradicted = primary.verdict === 'yes' || secondary.verdict === 'no'
  const isSupported = secondary.verdict === 'yes' && primary.verdict === 'no'
  const growth = growthEvidence(headline)
  return {
    verdict: isSupported ? 'supported' : verdictOf(isContradicted),
    details: {
      track: headline.id,
      secondary: secondary.verdict,
      primary: primary.verdict,
      yes: family.filter((track) => track.secondary.verdict === 'yes').length,
      no: family.filter((track) => track.secondary.verdict === 'no').length,
      notJudged: family.filter((track) => track.primary.verdict === 'not-judged').length,
      tracks: family.length,
    },
    for: family.flatMap(excessEvidence),
    against: [
      ...growth,
      ...directions,
      { id: 'evidence.only-untested', holds: 'unknown', details: {} },
    ],
  }
}

/** 3: births in the headline track's family within the period, set against a bar. */
const fewUnicorns: Judge = ({ family, unicorns, months }, { propositions }) => {
  const ids = new Set(family.map(({ id }) => id))
  const lines = unicorns.filter(({ track }) => ids.has(track))
  const born = family.reduce((sum, track) => sum + track.unicorns.born, 0)
  const living = family.reduce((sum, track) => sum + track.unicorns.bornAndLiving, 0)
  const bar = decimal(propositions.few_unicorns).times(months).div(6)
  const hasList = unicorns.length > 0
  return {
    verdict: hasList ? (bar.gte(born) ? 'supported' : 'contradicted') : 'not-enough-data',
    details: {
      born,
      living,
      livingAtEnd: family.reduce((sum, track) => sum + track.unicorns.living, 0),
      companies: lines.map(({ company }) => company).join('、'),
      bar: ratioText(bar),
    },
    for: lines.filter(({ endedOn }) => endedOn !== undefined).map(unicornEvidence),
    against: lines.filter(({ endedOn }) => endedOn === undefined).map(unicornEvidence),
  }
}

/** 4: a definition, so what hangs on it is tested: would counting internal money turn the verdict on the claims? */
const internalIsNotInvestment: Judge = (
  { internal, internalDeals, claims, headline, exclusionTotals },
  rules,
) => {
  const large = largeClaims(claims, headline.id, rules)
  const wouldFlip = large.some(({ ceiling, details, verdict }) => {
    if (verdict !== 'contradicted' || ceiling === undefined) return false
    return decimal(ceiling.value.high)
      .plus(internal.high)
      .gte(details['low'] ?? 0)
  })
  return {
    verdict: internalDeals > 0 ? 'supported' : 'not-enough-data',
    details: {
      n: internalDeals,
      low: internal.low,
      high: internal.high,
      wouldFlip: wouldFlip ? 'yes' : 'no',
    },
    // The definition stands for the whole ledger: each of these would be called investment by somebody.
    for: exclusionTotals.map(excludedEvidence),
    against: [],
  }
}

/** 5: supported when every checkable large claim about the headline track is contradicted. */
const largeClaimsFalse: Judge = ({ claims, headline }, rules) => {
  const large = largeClaims(claims, headline.id, rules)
  const by = (verdict: ClaimLine['verdict']): number =>
    large.filter((claim) => claim.verdict === verdict).length
  const [contradicted, supported, within] = [
    by('contradicted'),
    by('supported'),
    by('within-uncertainty'),
  ]
  const isSettled = contradicted > 0 && supported === 0 && within === 0
  const { claim_scopes: scopes, market_totals: market } = rules
  const isWiderField = ({ track }: ClaimLine): boolean =>
    track !== market.track && scopes[track]?.includes(headline.id) === true
  const others = claims.filter((claim) => isWiderField(claim) && claim.verdict !== 'not-checkable')
  return {
    verdict: isSettled ? 'supported' : verdictOf(supported > 0 && contradicted === 0),
    details: {
      checked: contradicted + supported + within,
      contradicted,
      supported,
      within,
      notCheckable: by('not-checkable'),
    },
    for: large.filter(({ verdict }) => verdict === 'contradicted').map(claimEvidence),
    against: others.filter(({ verdict }) => verdict !== 'contradicted').map(claimEvidence),
  }
}

/** 8: other tracks whose lower bound stands above the most anything allows the headline track. */
const othersGetMore: Judge = ({ headline, others }, { propositions }) => {
  const { ceiling } = headline
  const above = isLacking(ceiling)
    ? []
    : others.filter(({ inflow }) => decimal(inflow.disclosed.low).gt(ceiling.value.high))
  const below = others.filter(({ ceiling: own }) => {
    return !isLacking(own) && decimal(own.value.high).lt(headline.inflow.disclosed.low)
  })
  const verdict: Verdict =
    above.length >= propositions.tracks_above ? 'supported' : 'not-enough-data'
  return {
    verdict: below.length === others.length && others.length > 0 ? 'contradicted' : verdict,
    details: {
      tracks: above.map(({ id }) => id).join(','),
      n: above.length,
      bar: propositions.tracks_above,
      withFeast: others.filter(({ secondary }) => secondary.verdict === 'yes').length,
      ceiling: isLacking(ceiling) ? '' : ceiling.value.high,
    },
    for: above.flatMap(inflowEvidence),
    against: others.filter(({ secondary }) => secondary.verdict === 'yes').flatMap(excessEvidence),
  }
}

/** 9: models and applications differ when their top-two shares cannot be the same. */
const modelsAndApplicationsDiffer: Judge = ({ headline, family }, { propositions }) => {
  const applications = family.find(({ id }) => id === 'aigc-applications')
  const disclosed = (track: TrackFindings | undefined): number =>
    track === undefined ? 0 : track.inflow.n - track.inflow.undisclosed
  const [a, b] = [
    headline.inflow.top2Share,
    applications?.inflow.top2Share ?? { lacking: 'nothing-disclosed' },
  ]
  const hasEnough =
    Math.min(disclosed(headline), disclosed(applications)) >= propositions.minimum_disclosed
  const isApart =
    !isLacking(a) && !isLacking(b) && (decimal(a.low).gt(b.high) || decimal(b.low).gt(a.high))
  const judged: Verdict = isApart ? 'supported' : 'not-enough-data'
  return {
    verdict: hasEnough ? judged : 'not-enough-data',
    details: {
      nModels: disclosed(headline),
      nApps: disclosed(applications),
      bar: propositions.minimum_disclosed,
    },
    for: [headline, ...(applications === undefined ? [] : [applications])].flatMap(
      concentrationEvidence,
    ),
    against: [],
  }
}

const lacking =
  (details: (evidence: Evidence) => PropositionFinding['details']): Judge =>
  (evidence) => ({ verdict: 'not-enough-data', details: details(evidence), for: [], against: [] })

const JUDGES: readonly Judge[] = [
  confinedToSecondary,
  lacking(() => ({})),
  fewUnicorns,
  internalIsNotInvestment,
  largeClaimsFalse,
  lacking(() => ({})),
  lacking(({ investors }) => ({ known: investors.known, deals: investors.deals })),
  othersGetMore,
  modelsAndApplicationsDiffer,
  lacking(() => ({})),
  lacking(() => ({})),
]

function verdictOf(isContradicted: boolean): Verdict {
  return isContradicted ? 'contradicted' : 'not-enough-data'
}

function largeClaims(
  claims: readonly ClaimLine[],
  track: string,
  rules: VerdictRules,
): readonly ClaimLine[] {
  const bar = rules.propositions.large_claim_yuan
  return claims.filter(
    (claim) =>
      claim.track === track && claim.yuan !== undefined && decimal(claim.yuan.low).gte(bar),
  )
}

function excessEvidence({ id, market }: TrackFindings): readonly Condition[] {
  if (isLacking(market.deciding)) return []
  return [
    { id: 'evidence.excess', holds: 'yes', details: { track: id, excess: market.deciding.excess } },
  ]
}

/** Contrary evidence in levels: with few deals on a side no factor is stated, only that the floor passed the ceiling. */
function growthEvidence({
  id,
  inflow,
  yearBeforeInflow,
  market,
}: TrackFindings): readonly Condition[] {
  const [now, before] = [inflow.disclosed, yearBeforeInflow.disclosed]
  const growth = isLacking(market.deciding) ? '0' : market.deciding.change
  if (decimal(now.low).lte(decimal(before.high).times(decimal(growth).plus(1)))) return []
  const details = {
    track: id,
    from: before.high,
    to: now.low,
    nFrom: yearBeforeInflow.n,
    nTo: inflow.n,
  }
  return [{ id: 'evidence.inflow-growth', holds: 'yes', details }]
}

function inflowEvidence({ id, inflow }: TrackFindings): readonly Condition[] {
  const { low, high } = inflow.disclosed
  return [{ id: 'evidence.inflow', holds: 'yes', details: { track: id, low, high, n: inflow.n } }]
}

function concentrationEvidence({ id, inflow }: TrackFindings): readonly Condition[] {
  if (isLacking(inflow.top1Share)) return []
  const { low, high } = inflow.top1Share
  return [
    {
      id: 'evidence.concentration',
      holds: 'yes',
      details: { track: id, top1Low: low, top1High: high, n: inflow.n },
    },
  ]
}

function unicornEvidence({ company, bornOn, endedOn }: UnicornLine): Condition {
  return {
    id: 'evidence.unicorn',
    holds: 'yes',
    details: { company, born: bornOn, ended: endedOn ?? '' },
  }
}

function claimEvidence({ claim, verdict }: ClaimLine): Condition {
  return { id: 'evidence.claim', holds: 'yes', details: { claim, verdict } }
}

function excludedEvidence({ reason, status, n, yuan }: ExclusionTotal): Condition {
  return {
    id: 'evidence.excluded',
    holds: 'yes',
    details: { reason, status, n, low: yuan.low, high: yuan.high },
  }
}
