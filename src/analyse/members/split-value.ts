import { Decimal, decimal, yuanText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { ValueSplit } from '../../model/market-findings.ts'
import type { MemberBars } from '../metrics/member-bars.ts'
import { memberGrowth } from './member-growth.ts'

interface Parts {
  readonly start: Decimal
  readonly end: Decimal
  readonly price: Decimal
  readonly membership: Decimal
  /** Undefined where price and issuance can be told apart. */
  readonly unsplit: Decimal | undefined
}

const NOTHING = decimal(0)

/**
 * What changed the market value of a list of stocks, in yuan:
 * `ΔMV = price + issuance + membership + unsplit`, over members fixed at t0,
 * `price = Σ N(t0) × (P(t1) − P(t0))`, `issuance = Σ (N(t1) − N(t0)) × P(t1)`, splits of shares taken out of both;
 * membership = value of those who joined less that of those who left, at t1 (at t0 where a leaver has none later).
 * With N = market value ÷ close, price is `cap(t0) × (P1/P0 − 1)` and issuance `cap(t1) − cap(t0) × P1/P0`. Each part
 * is rounded to the fen once, and issuance takes what rounding leaves, so that the parts close to the fen.
 */
export function splitValue(members: readonly MemberBars[]): Known<ValueSplit> {
  const involved = members.filter(({ at_start, at_end }) => at_start || at_end)
  const parts = involved.flatMap((member) => partsOf(member) ?? [])
  if (parts.length === 0) return { lacking: 'no-stock-values' }
  const sum = (part: (parts: Parts) => Decimal): string => yuanText(Decimal.sum(...parts.map(part)))
  const atStart = sum(({ start }) => start)
  const atEnd = sum(({ end }) => end)
  const change = yuanText(decimal(atEnd).minus(atStart))
  const price = sum((one) => one.price)
  const membership = sum((one) => one.membership)
  const unsplit = sum((one) => one.unsplit ?? NOTHING)
  return {
    stocks: parts.length,
    unvalued: involved.length - parts.length,
    atStart,
    atEnd,
    change,
    price,
    issuance: yuanText(decimal(change).minus(price).minus(membership).minus(unsplit)),
    membership,
    unsplit,
    unsplitStocks: parts.filter((one) => one.unsplit !== undefined).length,
  }
}

/** Undefined where the stock has no market value at an end at which it was a member. */
function partsOf(member: MemberBars): Parts | undefined {
  const { at_start, at_end, cap0, cap1 } = member
  if (!at_start) return cap1 === null ? undefined : joined(decimal(cap1))
  if (cap0 === null) return undefined
  const start = decimal(cap0)
  if (cap1 === null) return at_end ? undefined : gone(start)
  const end = decimal(cap1)
  const stays = at_end ? { end, membership: NOTHING } : { end: NOTHING, membership: end.neg() }
  const growth = memberGrowth(member)
  return growth === undefined
    ? { start, ...stays, price: NOTHING, unsplit: end.minus(start) }
    : { start, ...stays, price: start.times(growth.minus(1)), unsplit: undefined }
}

function joined(end: Decimal): Parts {
  return { start: NOTHING, end, price: NOTHING, membership: end, unsplit: undefined }
}

function gone(start: Decimal): Parts {
  return { start, end: NOTHING, price: NOTHING, membership: start.neg(), unsplit: undefined }
}
