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

  /** Those that are over are forgotten on the way: whoever asks in the order of days does not meet them all again. */
  near(keys: readonly FindingKey[], isOver: (item: Item) => boolean = () => false): Set<Item> {
    const found = new Set<Item>()
    for (const own of keys)
      for (const [item, other] of this.#still(own.key, isOver))
        if (own.isWhole || other.isWhole) found.add(item)
    return found
  }

  #still(key: string, isOver: (item: Item) => boolean): ReadonlyMap<Item, FindingKey> {
    const items = this.#byKey.get(key) ?? new Map<Item, FindingKey>()
    for (const item of items.keys()) if (isOver(item)) items.delete(item)
    return items
  }
}
