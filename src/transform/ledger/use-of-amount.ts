import { decimal } from '../../model/decimal.ts'
import type { AmountUse, ToldMoney } from '../../model/told-amounts.ts'
import type { Passage, Span } from '../announcement/passage.ts'
import type { ReadSentence } from '../announcement/reader.ts'
import { type MoneyRole, roleOf } from '../announcement/valuations.ts'
import type { Sayings } from './sayings.ts'
import type { SeenAmount } from './seen-amounts.ts'

/** What is known around amounts that no event took. */
export interface Surroundings {
  readonly passage: Passage
  /** Where events found what a firm is worth. */
  readonly valuations: readonly Span[]
  /** Where the text speaks of a whole field. */
  readonly claims: readonly Span[]
  /** The amounts of the announcement's events. */
  readonly bearing: readonly ToldMoney[]
}

export interface NamedUse {
  readonly use: AmountUse
  readonly rule: string
}

const ROLES: Readonly<Partial<Record<MoneyRole, AmountUse>>> = {
  valuation: 'valuation',
  'pre-money': 'valuation',
  part: 'part',
  price: 'price',
}

/** What an amount is that no event took, by the first rule that knows. */
export function useOfAmount(amount: SeenAmount, said: Sayings, around: Surroundings): NamedUse {
  const { passage, valuations, claims, bearing } = around
  const { money } = amount
  if (money === undefined) return { use: 'unreadable', rule: 'unreadable/like-money' }
  if (touches(amount, valuations)) return { use: 'valuation', rule: 'valuation/of-event' }
  if (touches(amount, claims)) return { use: 'claim', rule: 'claim/wording' }
  const role = roleOf(amount, passage)
  const measured = ROLES[role]
  if (measured !== undefined) return { use: measured, rule: `role/${role}` }
  return (
    recalledBefore(amount, passage) ??
    saidAgain(money, bearing, 'same-bounds') ??
    saidIn(amount, said(amount.start)) ??
    saidAgain(money, bearing, 'bounds-agree') ?? { use: 'no-deal', rule: 'no-deal/no-rule' }
  )
}

const PAST_BEFORE =
  /(?:此前|早前|先前|上一轮|上轮|曾(?!经?担任|任)|继(?!续))[^，。;]{0,24}$|\b(?:previously|earlier (?:this|last) (?:year|month)|last (?:year|round))\b[^.;]{0,60}$/i
const FAR = 80

function recalledBefore({ start }: Span, { plain }: Passage): NamedUse | undefined {
  return PAST_BEFORE.test(plain.slice(Math.max(0, start - FAR), start))
    ? { use: 'retrospective', rule: 'retrospective/words-before' }
    : undefined
}

/** What its sentence says of it: of a deal recalled, or the sum of several. */
function saidIn(amount: Span, sentence: ReadSentence | undefined): NamedUse | undefined {
  if (sentence === undefined) return undefined
  const { statements, addition } = sentence
  const own = statements.filter((statement) => overlaps(amount, statement.amount))
  const about = own.length > 0 ? own : statements
  if (about.length > 0 && about.every(({ isPast }) => isPast))
    return { use: 'retrospective', rule: 'retrospective/sentence' }
  return [...statements, addition()].some((one) => one.isTotal && overlaps(amount, one.amount))
    ? { use: 'total', rule: 'total/sentence' }
    : undefined
}

/** The amount of an event once more: in headline and body, loosely and exactly. */
function saidAgain(
  money: ToldMoney,
  bearing: readonly ToldMoney[],
  how: 'same-bounds' | 'bounds-agree',
): NamedUse | undefined {
  const isSame = bearing.some(({ currency, low, high }) => {
    if (currency !== money.currency) return false
    return how === 'same-bounds'
      ? decimal(low).eq(money.low) && decimal(high).eq(money.high)
      : decimal(low).lte(money.high) && decimal(money.low).lte(high)
  })
  return isSame ? { use: 'said-again', rule: `said-again/${how}` } : undefined
}

function overlaps(amount: Span, stated: Span | undefined): boolean {
  return stated !== undefined && stated.start < amount.end && amount.start < stated.end
}

function touches(amount: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => overlaps(amount, span))
}
