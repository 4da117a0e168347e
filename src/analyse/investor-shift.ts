import { decimal, ratioText } from '../model/decimal.ts'
import type { DealLine } from '../model/findings.ts'
import { isLacking, type Known } from '../model/findings.ts'
import type { KindsOfHalf } from '../model/inflow-finding.ts'
import type { InvestorShift, KindShare, KindShift } from '../model/investor-shift-finding.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import type { Question } from './metric.ts'
import { isPrintedIn } from './metrics/deal-rows.ts'
import type { DatedTotal } from './metrics/published-totals.ts'
import { moneyBehind } from './money-behind.ts'
import { wilsonInterval } from './statistics/wilson.ts'

/**
 * Who paid: the half-year the period ends in against the earliest one of the same set of sources, both with enough deals
 * of known investors. Whose money it was: published shares of what funds raised.
 *
 * Unit: shares 0…1 with Wilson’s 95 % interval.
 * Source: own definition (decision 015).
 */
export function investorShift(
  halves: readonly KindsOfHalf[],
  facts: { readonly deals: readonly DealLine[]; readonly totals: readonly DatedTotal[] },
  question: Question,
): InvestorShift {
  const printed = facts.deals.filter((deal) => isPrintedIn(question.period, deal))
  return {
    recorded: {
      deals: printed.length,
      known: printed.filter(({ investors }) => investors.some(({ kind }) => kind !== 'unknown'))
        .length,
    },
    managers: managersOf(halves, question),
    moneyBehind: moneyBehind(facts.totals, question),
  }
}

const EXPECTED: readonly Pick<KindShift, 'kind' | 'expected'>[] = [
  { kind: 'usd-fund', expected: 'falls' },
  { kind: 'rmb-state', expected: 'rises' },
  { kind: 'cvc-internet', expected: 'falls' },
]

function managersOf(
  halves: readonly KindsOfHalf[],
  { period, rules }: Question,
): Known<readonly KindShift[]> {
  const now = halves.find(({ half }) => half === halfOf(period.to))
  if (now === undefined) return { lacking: 'no-deals' }
  if (isLacking(now.regime)) return now.regime
  const { investor_shift: bars } = rules.propositions
  if (!isKnownEnough(now, bars)) {
    const details = { n: now.known, deals: now.deals, minimum: bars.minimum_known }
    return { lacking: 'too-few-kinds-known', details }
  }
  const before = halves.find(
    (half) => half !== now && half.regime === now.regime && isKnownEnough(half, bars),
  )
  if (before === undefined) return { lacking: 'no-earlier-half' }
  return EXPECTED.map((one) => shiftOf(one, before, now))
}

function halfOf(day: string): string {
  return `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
}

function isKnownEnough(
  { deals, known }: KindsOfHalf,
  bars: VerdictRules['propositions']['investor_shift'],
): boolean {
  return known >= bars.minimum_known && known >= deals * bars.minimum_known_share
}

function shiftOf(
  { kind, expected }: Pick<KindShift, 'kind' | 'expected'>,
  before: KindsOfHalf,
  now: KindsOfHalf,
): KindShift {
  const [from, to] = [shareIn(before, kind), shareIn(now, kind)]
  const isBelow = decimal(to.interval.high).lt(from.interval.low)
  const isAbove = decimal(to.interval.low).gt(from.interval.high)
  const [asSaid, otherwise] = expected === 'falls' ? [isBelow, isAbove] : [isAbove, isBelow]
  return { kind, expected, from, to, seen: asSaid ? 'yes' : otherwise ? 'no' : 'unclear' }
}

function shareIn({ half, known, kinds, unknown }: KindsOfHalf, kind: string): KindShare {
  const deals = kinds.find((part) => part.kind === kind)?.deals ?? 0
  return {
    half,
    deals,
    known,
    unknown: unknown.deals,
    share: ratioText(decimal(deals).div(known)),
    interval: wilsonInterval(deals, known),
  }
}
