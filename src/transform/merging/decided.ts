import type { Decision, ToldEvent } from '../../model/told-event.ts'

/** What a person decided, by the events it is about. */
export class Decided {
  readonly #byPair: ReadonlyMap<string, Decision>
  readonly #partners: ReadonlyMap<string, readonly string[]>

  constructor(decisions: readonly Decision[]) {
    this.#byPair = new Map(decisions.map((one) => [pairOf(...one.events), one]))
    const put = [...this.#byPair.values()].filter(({ decision }) => decision === 'merge')
    const directed = put.flatMap(({ events: [a, b] }) => [[a, b] as const, [b, a] as const])
    const grouped = Map.groupBy(directed, ([id]) => id)
    this.#partners = new Map([...grouped].map(([id, pairs]) => [id, pairs.map(([, to]) => to)]))
  }

  /** Whom a person put an event with. */
  partnersOf(id: string): readonly string[] {
    return this.#partners.get(id) ?? []
  }

  /** What was decided about an event and any of some others. */
  about({ id }: ToldEvent, others: readonly ToldEvent[]): readonly Decision[] {
    if (this.#byPair.size === 0) return []
    return others.flatMap((other) => this.#byPair.get(pairOf(other.id, id)) ?? [])
  }

  /** Whether a person said of one of some events and one of others that they are two. */
  areApart(a: readonly ToldEvent[], b: readonly ToldEvent[]): boolean {
    return a.some((event) => this.about(event, b).some(({ decision }) => decision === 'split'))
  }
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
