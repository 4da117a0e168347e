import type { Covering, DealGroup, ToldEvent } from '../../model/told-event.ts'
import { stageOf } from '../parse-round.ts'
import { NameIndex } from './name-index.ts'
import { findingKeys, nameKeys, nameLikeness } from './name-keys.ts'

/** A deal as its tellings give it. */
interface ToldDeal {
  readonly founding: ToldEvent
  readonly names: readonly string[]
  /** Whole units of one currency. Total: no telling gives the amount of the round itself. */
  readonly amount?: { readonly currency: string; readonly low: number; readonly high: number }
  readonly total?: ToldEvent
}

/** Rounds told of together happened within this time; one older is no part of "两轮共". */
const ROUNDS_DAYS = 550
/** A round a total contains may be told of after it. */
const TOLD_LATE_DAYS = 45

/**
 * What totals of several rounds leave to the deals they are told with. A total never stands beside a round it contains
 * with its whole amount: what is surely contained is taken off its upper bound, and the lower one is nothing unless all
 * its other rounds are recorded, or none is.
 */
export function coveringsOf(
  groups: readonly DealGroup[],
  events: readonly ToldEvent[],
): readonly Covering[] {
  if (events.every(({ covers }) => covers === undefined)) return []
  const byId = new Map(events.map((event) => [event.id, event]))
  const deals = groups.map((group) => toDeal(group, byId))
  if (deals.every(({ total }) => total === undefined)) return []
  const index = new NameIndex<ToldDeal>()
  for (const deal of deals)
    if (isInflow(deal)) index.add(deal.founding.companies.flatMap(findingKeys), deal)
  return deals.flatMap((deal) => {
    if (deal.total === undefined) return []
    const near = index.near(deal.founding.companies.flatMap(findingKeys))
    return [coveringOf({ ...deal, total: deal.total }, [...near])]
  })
}

function isInflow({ founding }: ToldDeal): boolean {
  return founding.kind === 'equity' && founding.status === 'closed'
}

function toDeal({ founding, others }: DealGroup, byId: ReadonlyMap<string, ToldEvent>): ToldDeal {
  const told = [founding, ...others.map(({ event }) => event)].flatMap((id) => byId.get(id) ?? [])
  const [first] = told
  if (first === undefined) throw new Error(`no event ${founding} was given`)
  const named = told.filter(({ low }) => low !== undefined)
  const own = named.filter(({ covers }) => covers === undefined)
  const amount = agreed(own.length > 0 ? own : named)
  const total = own.length > 0 ? undefined : named[0]
  return {
    founding: first,
    names: told.flatMap(({ companies }) => companies.flatMap(nameKeys)),
    ...(amount === undefined ? {} : { amount }),
    ...(total === undefined ? {} : { total }),
  }
}

/** As the database settles it: the bounds all agree on, or else the widest. */
function agreed(told: readonly ToldEvent[]): ToldDeal['amount'] {
  const [first] = told.toSorted((a, b) => a.from.localeCompare(b.from))
  const currency = first?.currency
  if (currency === undefined) return undefined
  const same = told.filter((one) => one.currency === currency)
  const lows = same.map(({ low = 0 }) => low)
  const highs = same.map(({ high = Number.POSITIVE_INFINITY }) => high)
  const [low, high] = [Math.max(...lows), Math.min(...highs)]
  if (low <= high) return { currency, low, high }
  return { currency, low: Math.min(...lows), high: Math.max(...highs) }
}

type Total = ToldDeal & { readonly total: ToldEvent }

function coveringOf(deal: Total, near: readonly ToldDeal[]): Covering {
  const founding = deal.founding.id
  if (!isInflow(deal)) return { founding, reading: 'whole', rounds: [], why: ['not inflow'] }
  const candidates = near.filter(
    (other) => other !== deal && mayContain(deal.total, other.founding),
  )
  const possible = candidates.filter(({ names }) => nameLikeness(names, deal.names) > 0)
  const { covers, coversRounds } = deal.total
  if (covers === 'rounds' && possible.length === 0)
    return { founding, reading: 'whole', rounds: [], why: ['none of its rounds is recorded'] }
  const sure = possible.filter((other) => isSurely(deal, other))
  const rounds = greatest(deal, sure)
  const areAll = covers === 'rounds' && coversRounds === possible.length + 1
  const isRest = areAll && rounds.length === possible.length && rounds.every(hasOwnAmount)
  return {
    founding,
    reading: isRest ? 'rest' : 'at-most',
    rounds: rounds.map((one) => one.founding.id),
    why: [
      `total ${covers}`,
      `${possible.length} other rounds recorded`,
      `${rounds.length} of them taken off`,
    ],
  }
}

function hasOwnAmount({ amount, total }: ToldDeal): boolean {
  return amount !== undefined && total === undefined
}

/** Whether a total may contain a round, by their days. */
function mayContain(total: ToldEvent, round: ToldEvent): boolean {
  if (isAfter(total, round)) return isToldLate(total, round)
  if (total.covers === 'to-date') return true
  const since =
    total.coversFrom ??
    Temporal.PlainDate.from(total.from).subtract({ days: ROUNDS_DAYS }).toString()
  return round.until >= since
}

function isAfter(total: ToldEvent, round: ToldEvent): boolean {
  return round.from > total.from || (round.from === total.from && round.key > total.key)
}

/** An earlier round that is told of only after the total: its name says so. */
function isToldLate(total: ToldEvent, round: ToldEvent): boolean {
  const last = Temporal.PlainDate.from(total.until).add({ days: TOLD_LATE_DAYS }).toString()
  if (round.from > last) return false
  const [own, other] = [stageOf(total.round), stageOf(round.round)]
  if (round.round === total.round || other < 0) return false
  return own < 0
    ? total.covers === 'rounds'
    : other < own || (other === own && isShorter(round, total))
}

/** A before A+: plus signs come after the letter. */
function isShorter(a: ToldEvent, b: ToldEvent): boolean {
  return a.round < b.round
}

/** Contained beyond doubt: the very name, an amount in the same currency, wholly within the time. */
function isSurely({ names, total }: Total, other: ToldDeal): boolean {
  return (
    other.amount?.currency === total.currency &&
    nameLikeness(names, other.names) === 1 &&
    (total.coversFrom === undefined || other.founding.from >= total.coversFrom)
  )
}

/**
 * Of deals that a total contains, those whose lower bounds make the greatest sum: rounds with amounts of their own; or an
 * earlier total of everything, which contains the rounds before it, and the rounds since. Nothing where they exceed it.
 */
function greatest({ total }: Total, sure: readonly ToldDeal[]): readonly ToldDeal[] {
  const own = sure.filter(hasOwnAmount)
  const earlier = sure.filter(
    (one) => one.total?.covers === 'to-date' && !isAfter(total, one.founding),
  )
  const choices = [
    own,
    ...earlier.map((one) => [
      one,
      ...own.filter(({ founding }) => isAfter(one.founding, founding)),
    ]),
  ]
  const fitting = choices.filter((choice) => sumOfLows(choice) <= (total.high ?? 0))
  return fitting.reduce<readonly ToldDeal[]>(
    (best, choice) => (sumOfLows(choice) > sumOfLows(best) ? choice : best),
    [],
  )
}

function sumOfLows(deals: readonly ToldDeal[]): number {
  return deals.reduce((sum, { amount }) => sum + (amount?.low ?? 0), 0)
}
