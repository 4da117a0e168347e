import type { FindingKey } from './name-keys.ts'

/** Things by the names of their companies: gives those whose names may be alike. */
export class NameIndex<Item> {
  readonly #byKey = new Map<string, Map<Item, FindingKey>>()

  add(keys: readonly FindingKey[], item: Item): void {
    for (const one of keys) {
      const items = this.#byKey.get(one.key) ?? new Map<Item, FindingKey>()
      if (items.get(item)?.isWhole !== true) items.set(item, one)
      this.#byKey.set(one.key, items)
    }
  }

  near(keys: readonly FindingKey[]): ReadonlySet<Item> {
    const found = new Set<Item>()
    for (const own of keys)
      for (const [item, other] of this.#byKey.get(own.key) ?? [])
        if (own.isWhole || other.isWhole) found.add(item)
    return found
  }
}
