import type { AnnouncedAmount } from '../../model/announced-event.ts'
import type { ToldMoney } from '../../model/told-amounts.ts'
import { findAmounts } from '../announcement/amounts.ts'
import type { Passage, Span } from '../announcement/passage.ts'
import { wholeUnits } from '../whole-units.ts'
import { amountLikes } from './amount-likes.ts'

/** Something written like money; without any where it cannot be read. */
export interface SeenAmount extends Span {
  readonly money?: ToldMoney
}

/** Every amount in a passage, in order, whatever it measures, that touches none of the spans. */
export function seenAmounts(passage: Passage, taken: readonly Span[]): readonly SeenAmount[] {
  const whole = { start: 0, end: passage.plain.length }
  const readable = findAmounts(passage, whole).map(({ start, end, value }) => ({
    start,
    end,
    money: toMoney(value),
  }))
  const unreadable = beginningOutside(amountLikes(passage), readable)
  const seen = [...clearOf<SeenAmount>(readable, unreadable), ...unreadable].toSorted(byStart)
  return clearOf(seen, taken)
}

/** Of "X亿元" the grammar reads 亿元 alone: what is written like money from further ahead was not read. */
function beginningOutside(likes: readonly Span[], readable: readonly Span[]): readonly Span[] {
  const heads = likes.map((like) => ({ start: like.start, end: like.start + 1, like }))
  return clearOf(heads, readable).map(({ like }) => like)
}

/** Spans in order that overlap none of the others; one walk over both, as a text may be nothing but amounts. */
function clearOf<S extends Span>(spans: readonly S[], others: readonly Span[]): readonly S[] {
  const left = others.toSorted(byStart)
  let [next, reached] = [0, 0]
  return spans.filter((span) => {
    for (let other = left[next]; other !== undefined && other.start < span.end; ) {
      reached = Math.max(reached, other.end)
      other = left[++next]
    }
    return reached <= span.start
  })
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start
}

function toMoney({ currency, low, high }: AnnouncedAmount): ToldMoney {
  return { currency, low: wholeUnits(low), high: wholeUnits(high) }
}
