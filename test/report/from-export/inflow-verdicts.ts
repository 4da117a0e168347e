import { claimVerdict } from './claims.ts'
import type { Exported, Row } from './exported.ts'
import { atLeast, ceilingOf, restsOnRows, signatureOf } from './signatures.ts'
import { wilson } from './wilson.ts'

/** 1: a feast on one side, none on the other, whatever the definition. */
export function confinedToSecondary(tables: Exported): string {
  const track = tables.headline
  const [secondary, primary] = [
    signatureOf(tables, track, 'secondary'),
    signatureOf(tables, track, 'primary'),
  ]
  const { share } = tables.row('definitions', { track, figure: 'both' })
  const isFirm = atLeast(share, tables.rule('multiverse.min_sign_share')) !== false
  if (secondary === 'yes' && primary === 'no' && isFirm) return 'supported'
  return primary === 'yes' || secondary === 'no' ? 'contradicted' : 'not-enough-data'
}

/** 2: attention far above its past, and fewer next rounds than in all other tracks. */
export function lookButRarelyPay(tables: Exported): string {
  const track = tables.headline
  const seen = tables.rows('attention', { track }).find(({ abnormal }) => abnormal !== undefined)
  const rise = seen === undefined ? undefined : Number(seen['abnormal'])
  const pays = paysIn(tables, tables.row('follow-on', { track }))
  if ((rise !== undefined && rise <= 0) || pays === 'more') return 'contradicted'
  const looks = atLeast(rise, tables.rule('propositions.looking.abnormal_attention'))
  return looks === true && pays === 'fewer' ? 'supported' : 'not-enough-data'
}

function paysIn(tables: Exported, cohort: Row): 'more' | 'fewer' | undefined {
  const minimum = tables.rule('propositions.looking.minimum_companies')
  const [n, others] = [Number(cohort['companies']), Number(cohort['others.companies'])]
  if (n < minimum || others < minimum || !restsOnRows(tables, tables.headline)) return undefined
  const own = wilson(Number(cohort['followed']), n)
  const rest = wilson(Number(cohort['others.followed']), others)
  if (own.high < rest.low) return 'fewer'
  return own.low > rest.high ? 'more' : undefined
}

/** 3: births of the family in the period. A list that only begins in it tells nothing. */
export function fewUnicorns(tables: Exported): string {
  const edition = tables.row('edition')
  const { 'period.from': from = '', 'period.to': to = '' } = edition
  const list = tables.rows('unicorns')
  const born = list.filter(({ bornOn = '' }) => bornOn >= from && bornOn <= to)
  if (born.length === 0 || born.length === list.length) return 'not-enough-data'
  const own = born.filter(({ track = '' }) => tables.family.includes(track))
  return own.length <= tables.rule('propositions.few_unicorns') ? 'supported' : 'contradicted'
}

/** 4: internal spending of the family stands in the ledger of what was not counted. */
export function internalIsNotInvestment(tables: Exported): string {
  const internal = tables
    .rows('exclusions', { exclusion: 'internal' })
    .filter(({ track = '' }) => tables.family.includes(track))
  return internal.length > 0 ? 'supported' : 'not-enough-data'
}

/** 5: large claims about the headline track, each judged anew. */
export function largeClaimsFalse(tables: Exported): string {
  const bar = tables.rule('propositions.large_claim_yuan')
  const verdicts = tables
    .rows('claims', { track: tables.headline })
    .filter((claim) => atLeast(claim['yuan.low'], bar) === true)
    .map((claim) => claimVerdict(tables, claim))
  const has = (verdict: string): boolean => verdicts.includes(verdict)
  if (has('contradicted') && !has('supported') && !has('within-uncertainty')) return 'supported'
  return has('supported') && !has('contradicted') ? 'contradicted' : 'not-enough-data'
}

/** 8: what others received for sure against the most anything allows the headline track. */
export function othersGetMore(tables: Exported): string {
  const low = (track: string): number =>
    Number(tables.row('inflow', { track, span: 'current' })['disclosed.low'])
  const others = tables
    .rows('tracks')
    .map(({ track = '' }) => track)
    .filter((track) => track !== 'other' && !tables.family.includes(track))
  const isBelow = (track: string): boolean => {
    const ceiling = ceilingOf(tables, track)
    return ceiling !== undefined && ceiling < low(tables.headline)
  }
  if (others.length > 0 && others.every(isBelow)) return 'contradicted'
  const ceiling = ceilingOf(tables, tables.headline) ?? Number.POSITIVE_INFINITY
  const above = others.filter((track) => low(track) > ceiling)
  return above.length >= tables.rule('propositions.tracks_above') ? 'supported' : 'not-enough-data'
}

/** 9: shares of the two largest that cannot be the same, from rows that are most of what was published. */
export function modelsAndApplicationsDiffer(tables: Exported): string {
  const both = [tables.headline, 'aigc-applications']
  const [models = {}, applications = {}] = both.map((track) =>
    tables.row('inflow', { track, span: 'current' }),
  )
  const minimum = tables.rule('propositions.minimum_disclosed')
  const isEnough = [models, applications].every(
    ({ n, undisclosed }) => Number(n) - Number(undisclosed) >= minimum,
  )
  const isAbove = (one: Row, other: Row): boolean =>
    Number(one['top2Share.low']) > Number(other['top2Share.high'])
  const isApart = isAbove(models, applications) || isAbove(applications, models)
  const rests = both.every((track) => restsOnRows(tables, track))
  return isEnough && rests && isApart ? 'supported' : 'not-enough-data'
}
