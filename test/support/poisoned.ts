import type { Findings } from '../../src/model/findings.ts'
import { hostileStrings } from './hostile.ts'
import { makeFindings } from './make-findings.ts'

/** Text of others, by the name of its property; codes, paths and numbers are ours. */
const FREE = new Set([
  ...['company', 'companyEn', 'amountText', 'roundText', 'note', 'name', 'publisher', 'claim'],
  ...['outlet', 'scope', 'event', 'valuationText', 'endReason', 'statement', 'author', 'url'],
  ...['recipient', 'subject', 'zh', 'en', 'source', 'code'],
])
/** Parts whose texts are words of ours. */
const OURS = new Set(['period'])

export const hostile = hostileStrings()

const LISTS = new Set(['urls', 'files', 'examples'])

/** The findings with hostile text in every property that holds text of others, another one each time. */
function poison(findings: Findings): Findings {
  let turn = 0
  return poisonPart(findings, () => hostile[turn++ % hostile.length] ?? '') as Findings
}

function poisonPart(part: object, next: () => string): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      OURS.has(name) ? value : poisonValue(value, name, next),
    ]),
  )
}

function poisonValue(value: unknown, name: string, next: () => string): unknown {
  if (typeof value === 'string') return FREE.has(name) ? next() : value
  if (Array.isArray(value))
    return value.map((one) => (LISTS.has(name) ? next() : poisonValue(one, name, next)))
  return typeof value === 'object' && value !== null ? poisonPart(value, next) : value
}

/** Enough deals that every string is used. */
export function makePoisoned(): Findings {
  const plain = makeFindings()
  const [deal] = plain.deals
  if (deal === undefined) throw new Error('no deal to poison')
  return poison({
    ...plain,
    deals: Array.from({ length: 60 }, (_, index) => ({ ...deal, dealId: String(index) })),
  })
}
