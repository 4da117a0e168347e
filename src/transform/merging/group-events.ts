import type { DealGroup, Decision, ToldEvent } from '../../model/told-event.ts'
import { DOUBTFUL, type Match, matchEvents, NO_MATCH, SAME } from './match-events.ts'
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
 * decided about a pair stands above its score.
 */
export function groupEvents(
  events: readonly ToldEvent[],
  decisions: readonly Decision[] = [],
): Grouped {
  const decided = new Map(decisions.map((one) => [pairOf(...one.events), one]))
  const inOrder = events.toSorted(
    (a, b) => a.from.localeCompare(b.from) || (a.key < b.key ? -1 : Number(a.key > b.key)),
  )
  const deals: Deal[] = []
  const byName = new NameIndex<Deal>()
  const doubtful: DoubtfulPair[] = []
  for (const event of inOrder) {
    const keys = event.companies.flatMap(findingKeys)
    const { home, doubts } = findHome(event, byName.near(keys), decided)
    doubtful.push(...doubts)
    const deal = home ?? { founding: event, others: [] }
    if (home === undefined) deals.push(deal)
    byName.add(keys, deal)
  }
  return { groups: deals.map(toGroup), doubtful }
}

interface Deal {
  readonly founding: ToldEvent
  readonly others: { readonly event: ToldEvent; readonly match: Match }[]
}

interface Fit {
  readonly deal: Deal
  readonly match: Match
}

/** The deal an event belongs to; where there is none, the ones it may belong to. */
function findHome(
  event: ToldEvent,
  candidates: ReadonlySet<Deal>,
  decided: Decided,
): { readonly home: Deal | undefined; readonly doubts: readonly DoubtfulPair[] } {
  const fits = [...candidates]
    .flatMap((deal) => fitOf(event, deal, decided))
    .toSorted((a, b) => b.match.score - a.match.score)
  const [best] = fits
  if (best !== undefined && best.match.score >= SAME) {
    best.deal.others.push({ event, match: best.match })
    return { home: best.deal, doubts: [] }
  }
  const doubts = fits.map(({ deal, match }) => ({
    events: [deal.founding.id, event.id] as const,
    ...match,
  }))
  return { home: undefined, doubts }
}

type Decided = ReadonlyMap<string, Decision>

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** How an event fits a deal; not at all where it contradicts one of its events, unless a person said that it belongs. */
function fitOf(event: ToldEvent, deal: Deal, decided: Decided): readonly Fit[] {
  const told = [deal.founding, ...deal.others.map((other) => other.event)]
  const said =
    decided.size === 0 ? [] : told.flatMap(({ id }) => decided.get(pairOf(id, event.id)) ?? [])
  if (said.some(({ decision }) => decision === 'split')) return []
  const merged = said.find(({ decision }) => decision === 'merge')
  if (merged !== undefined)
    return [{ deal, match: { score: 1, why: [`put together by ${merged.by}`] } }]
  let best = NO_MATCH
  for (const other of told) {
    const match = matchEvents(other, event)
    if (match.score === 0) return []
    if (match.score > best.score) best = match
  }
  return best.score >= DOUBTFUL ? [{ deal, match: best }] : []
}

function toGroup({ founding, others }: Deal): DealGroup {
  return {
    founding: founding.id,
    others: others.map(({ event, match }) => ({ event: event.id, ...match })),
  }
}
