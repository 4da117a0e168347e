import type { Exported, Row } from './exported.ts'

/** What a claim is held against. */
interface Against {
  readonly recorded: number
  readonly totals: readonly Row[]
  /** Yuan of internal spending counted on top of all of it. */
  readonly more: { readonly low: number; readonly high: number }
}

const NOTHING_MORE = { low: 0, high: 0 }

/** The verdict on one claim from its words, what was recorded and what was published for its own field and days. */
export function claimVerdict(tables: Exported, claim: Row, more = NOTHING_MORE): string {
  const { claimedOn = '', outlet = '', claim: words = '' } = claim
  if (isAboutElse(tables, claim) || claim['yuan.low'] === undefined) return 'not-checkable'
  const totals = tables.rows('claim-totals', { claimedOn, outlet, claim: words })
  return judged(tables, claim, { recorded: Number(claim['recorded.low']), totals, more })
}

/** The verdict on a claim as if internal spending of one status were investment. */
export function verdictWithInternal(tables: Exported, test: Row): string {
  const { claimedOn = '', outlet = '', claim = '' } = test
  return claimVerdict(tables, tables.row('claims', { claimedOn, outlet, claim }), {
    low: Number(test['yuan.low']),
    high: Number(test['yuan.high']),
  })
}

function judged(tables: Exported, claim: Row, { recorded, totals, more }: Against): string {
  const rounding = tables.rule('claims.rounding')
  const several = /[数几]\s*[十百千万亿]|several|tens of|hundreds of/i.test(claim['claim'] ?? '')
    ? tables.rule('claims.several_means')
    : 1
  const low = Number(claim['yuan.low']) * several
  const high = Number(claim['yuan.high'])
  if (recorded + more.low > high * (1 + rounding)) return 'contradicted'

  const others = totals.filter(({ publisher = '' }) => !isHouseOf(publisher, claim['outlet'] ?? ''))
  const independent = others
    .map((row) => ({
      isExact: row['fit'] === 'exact',
      low: Number(row['value.low']) + more.low,
      high: Number(row['value.high']) + more.high,
    }))
    // What is less than was recorded counts something else.
    .filter((total) => recorded + more.low <= total.high * (1 + rounding))
  if (independent.length === 0) return 'not-checkable'
  const isAgreed = independent.some((total) => {
    const [least, most] = [total.low - total.high * rounding, total.high * (1 + rounding)]
    return total.isExact && [low, high].every((end) => end >= least && end <= most)
  })
  if (isAgreed) return 'supported'
  const isAbove = low > Math.max(...independent.map((total) => total.high)) * (1 + rounding)
  // A publisher whose own total is among them counts the field in another way than the others.
  return isAbove && others.length === totals.length ? 'contradicted' : 'within-uncertainty'
}

function isAboutElse(tables: Exported, { currency, scope = '', claim = '' }: Row): boolean {
  const text = `${scope} ${claim}`.toLowerCase()
  const words = tables
    .rows('rules')
    .filter(({ id = '' }) => id.startsWith('claims.not_inflow.'))
    .flatMap(({ value = '' }) => value.split(', '))
  return currency === 'percent' || words.some((word) => text.includes(word.toLowerCase()))
}

/** A house is told by the two Han characters or the word its name begins with. */
function isHouseOf(publisher: string, outlet: string): boolean {
  const [lead = publisher] = /^(?:\p{Script=Han}{2}|[\w&]+)/u.exec(publisher) ?? []
  return outlet.toLowerCase().includes(lead.toLowerCase())
}
