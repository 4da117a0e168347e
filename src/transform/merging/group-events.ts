import type { DealGroup, Decision, ToldEvent } from '../../model/told-event.ts'
import { Decided } from './decided.ts'
import { DOUBTFUL, FARTHEST_DAYS, type Match, matchEvents, NO_MATCH, SAME } from './match-events.ts'
import { NameIndex } from './name-index.ts'
import { findingKeys } from './name-keys.ts'

/** Two events a person should look at: alike, but not enough to be taken for one deal. */
export interface DoubtfulPair extends Match {
  readonly events: readonly [string, string]
}

export interface Grouped {
  readonly groups: readonly DealGroup[]
  readonly doubtful: readonly DoubtfulPair[]
}

/**
 * Events that tell of one deal, together. Only events that share a name key are compared; one joins a deal where it
 * matches one of its events and contradicts none. The earliest founds the deal, however late it was told. What a person
 * decided about a pair stands above its score, whatever the names, and brings the deals of both together.
 */
export function groupEvents(
  events: readonly ToldEvent[],
  decisions: readonly Decision[] = [],
): Grouped {
  const decided = new Decided(decisions)
  const inOrder = events.toSorted(
    (a, b) => a.from.localeCompare(b.from) || (a.key < b.key ? -1 : Number(a.key > b.key)),
  )
  const deals: Deal[] = []
  const dealOf = new Map<string, Deal>()
  const byName = new NameIndex<Deal>()
  const doubtful: DoubtfulPair[] = []
  for (const event of inOrder) {
    const keys = event.companies.flatMap(findingKeys)
    const put = decided.partnersOf(event.id).flatMap((id) => dealOf.get(id) ?? [])
    const near = byName.near(keys, ({ lastDay }) => lastDay < event.from)
    const candidates = new Set([...near, ...put].map(standing))
    const fits = [...candidates].flatMap((deal) => fitOf(event, deal, decided)).toSorted(inRank)
    const home = joinHome(event, fits, decided)
    if (home === undefined) doubtful.push(...fits.map((fit) => doubtOf(event, fit)))
    const deal = home ?? toDeal(event, deals.length)
    if (home === undefined) deals.push(deal)
    dealOf.set(event.id, deal)
    byName.add(keys, deal)
  }
  return { groups: deals.filter(({ into }) => into === undefined).map(toGroup), doubtful }
}

interface Deal {
  readonly founding: ToldEvent
  /** After it no event is of this deal, unless a person says so. */
  readonly lastDay: string
  /** Among the deals, by their founding events. */
  readonly place: number
  readonly others: { readonly event: ToldEvent; readonly match: Match }[]
  /** Whether a person put events into it that no rule would. */
  isOdd: boolean
  /** The deal a person said it is. */
  into?: Deal
}

function toDeal(founding: ToldEvent, place: number): Deal {
  const lastDay = Temporal.PlainDate.from(founding.until).add({ days: FARTHEST_DAYS }).toString()
  return { founding, lastDay, place, others: [], isOdd: false }
}

interface Fit {
  readonly deal: Deal
  readonly match: Match
  readonly isDecided: boolean
}

function standing(deal: Deal): Deal {
  return deal.into === undefined ? deal : standing(deal.into)
}

function told({ founding, others }: Deal): readonly ToldEvent[] {
  return [founding, ...others.map(({ event }) => event)]
}

/** The best match first; of two alike the one that was founded first, so that no order of arrival shows. */
function inRank(a: Fit, b: Fit): number {
  return b.match.score - a.match.score || a.deal.place - b.deal.place
}

/** Puts an event into the deal it belongs to, with all deals a person's word makes one with it; undefined: it founds one. */
function joinHome(event: ToldEvent, fits: readonly Fit[], decided: Decided): Deal | undefined {
  const same = fits.filter(({ match }) => match.score >= SAME)
  const own = same.find(({ isDecided }) => !isDecided)
  const put = same.filter(({ isDecided }) => isDecided)
  const [best, ...more] = [...put, ...(own === undefined ? [] : [own])].toSorted(
    (a, b) => a.deal.place - b.deal.place,
  )
  if (best === undefined) return undefined
  best.deal.others.push({ event, match: best.match })
  if (put.length > 0) best.deal.isOdd = true
  for (const { deal } of more)
    if (!decided.areApart(told(best.deal), told(deal))) absorb(best.deal, deal)
  return best.deal
}

function absorb(deal: Deal, other: Deal): void {
  const match = { score: 1, why: ['with an event that was put here'] }
  deal.others.push({ event: other.founding, match }, ...other.others)
  other.into = deal
}

/** How an event fits a deal; not at all where it contradicts one of its events, unless a person said that it belongs. */
function fitOf(event: ToldEvent, deal: Deal, decided: Decided): readonly Fit[] {
  const members = told(deal)
  const said = decided.about(event, members)
  if (said.some(({ decision }) => decision === 'split')) return []
  const merged = said.find(({ decision }) => decision === 'merge')
  if (merged !== undefined) {
    const match = { score: 1, why: [`put together by ${merged.by}`] }
    return [{ deal, match, isDecided: true }]
  }
  const match = deal.isOdd ? matchOdd(event, members) : matchAll(event, members)
  return match.score >= DOUBTFUL ? [{ deal, match, isDecided: false }] : []
}

function matchAll(event: ToldEvent, members: readonly ToldEvent[]): Match {
  let best = NO_MATCH
  for (const other of members) {
    const match = matchEvents(other, event)
    if (match.score === 0) return NO_MATCH
    if (match.score > best.score) best = match
  }
  return best
}

/** As `matchAll`, but what contradicts the event's best match as well, and is in the deal all the same, does not count. */
function matchOdd(event: ToldEvent, members: readonly ToldEvent[]): Match {
  const matches = members.map((other) => ({ other, match: matchEvents(other, event) }))
  const [best] = matches.toSorted((a, b) => b.match.score - a.match.score)
  if (best === undefined) return NO_MATCH
  const isContradicted = matches.some(
    ({ other, match }) => match.score === 0 && matchEvents(best.other, other).score > 0,
  )
  return isContradicted ? NO_MATCH : best.match
}

function doubtOf(event: ToldEvent, { deal, match }: Fit): DoubtfulPair {
  return { events: [deal.founding.id, event.id], ...match }
}

function toGroup({ founding, others }: Deal): DealGroup {
  return {
    founding: founding.id,
    others: others.map(({ event, match }) => ({ event: event.id, ...match })),
  }
}
