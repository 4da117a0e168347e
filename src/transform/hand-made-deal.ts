import { fail, ok, type Result } from '../model/result.ts'
import type { EventKey } from '../model/ruling.ts'
import type { EventRow } from '../model/told-rows.ts'
import { findAmounts } from './announcement/amounts.ts'
import { normalise } from './announcement/normalise.ts'
import { maskBrackets } from './announcement/passage.ts'
import { deals } from './kinds/deals.ts'
import { rowReader } from './kinds/read-row.ts'

/** What a person says of a deal that no source tells of, as it is typed. */
export interface TypedDeal {
  readonly company: string
  readonly date: string
  readonly url: string
  readonly track: string
  readonly round?: string
  readonly amount?: string
  readonly investors?: string
  readonly country?: string
}

const BY_HAND = 'by-hand'

/** The cells of a row of deals; the amount is read as it would be in a text. */
export function cellsOf(typed: TypedDeal): Result<Readonly<Record<string, string>>> {
  const { company, date, url, track, round, amount, investors, country } = typed
  const read = amount === undefined ? ok({}) : amountCells(amount)
  if (!read.ok) return read
  const given = { company, announced_on: date, citation_url: url, track, round, investors, country }
  return ok({
    source: BY_HAND,
    date_precision: 'day',
    kind: 'equity',
    status: 'closed',
    confidence: 'medium',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...read.value,
  })
}

function amountCells(text: string): Result<Readonly<Record<string, string>>> {
  const plain = normalise(text)
  const passage = { where: 'title', text, plain, masked: maskBrackets(plain) } as const
  const [amount, ...others] = findAmounts(passage, { start: 0, end: text.length })
  if (amount === undefined || others.length > 0)
    return fail(`${text} is no amount that can be read; write it as in 5000万元 or $20 million`)
  const { currency, low, high } = amount.value
  return ok({
    amount_text: text,
    currency,
    amount_low: String(low),
    amount_high: String(high),
  })
}

/** A deal added by hand as the row a file of deals would give, and the natural key of its event. */
export function readHandMade(
  cells: Readonly<Record<string, string>>,
): Result<{ readonly row: EventRow; readonly key: EventKey }> {
  const known = new Set(deals.columns.map(({ name }) => name))
  const strange = Object.keys(cells).filter((name) => !known.has(name))
  if (strange.length > 0) return fail(`a deal has no ${strange.join(', ')}`)
  const names = deals.columns.map(({ name }) => name)
  const read = rowReader(deals, names, { name: BY_HAND })({
    cells: names.map((name) => cells[name] ?? ''),
  })
  if (!read.ok) return read
  const [row] = read.value
  if (row === undefined || row.source !== BY_HAND)
    return fail(`a deal added by hand is of the source ${BY_HAND}`)
  const { announcedOn, company = '', kind, roundText = '' } = row
  const sourceKey = [announcedOn, company, kind, roundText].join('|')
  return ok({ row: { ...row, sourceKey }, key: { source: BY_HAND, sourceKey, kind, spanStart: 0 } })
}
