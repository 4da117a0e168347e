import type { CompanyName, NameLink } from '../../model/company-name.ts'

/**
 * Which spellings are one company: for each the oldest of them, the one with the lowest id. Names of one key are one,
 * unless their legal names begin with different places. A rename and what a person imported always hold; a short or an
 * English name that a text gives holds only where no two different firms claim it.
 */
export function resolveCompanies(
  names: readonly CompanyName[],
  links: readonly NameLink[],
): ReadonlyMap<string, string> {
  const nodes = new Nodes()
  for (const [key, spellings] of Map.groupBy(names, (name) => name.key))
    for (const { id, node } of spelledAlike(key, spellings)) nodes.join(ofId(id), node)
  for (const { name, other } of links.filter(isCertain)) nodes.join(ofKey(name), ofKey(other))
  const claimed = links.filter((link) => !isCertain(link))
  for (const claims of Map.groupBy(claimed, ({ other }) => other).values())
    joinUndisputed(claims, nodes)
  const firms = Map.groupBy(names, ({ id }) => nodes.rootOf(ofId(id)))
  return new Map([...firms.values()].flatMap(pointToOldest))
}

function ofId(id: string): string {
  return `id ${id}`
}

function ofKey(key: string): string {
  return `key ${key}`
}

function spelledAlike(
  key: string,
  spellings: readonly CompanyName[],
): readonly { readonly id: string; readonly node: string }[] {
  const places = new Set(spellings.map(({ place }) => place).filter((place) => place !== ''))
  const isApart = places.size > 1
  return spellings.map(({ id, place }) => ({
    id,
    node: isApart && place !== '' ? `${ofKey(key)} ${place}` : ofKey(key),
  }))
}

/** A name that two different firms claim is nobody's. */
function joinUndisputed(claims: readonly NameLink[], nodes: Nodes): void {
  const claimants = new Set(claims.map(({ name }) => nodes.rootOf(ofKey(name))))
  if (claimants.size > 1) return
  for (const { name, other } of claims) nodes.join(ofKey(name), ofKey(other))
}

function pointToOldest(firm: readonly CompanyName[]): readonly (readonly [string, string])[] {
  const oldest = firm.map(({ id }) => BigInt(id)).reduce((a, b) => (a < b ? a : b))
  return firm.map(({ id }) => [id, String(oldest)] as const)
}

function isCertain({ kind, isImported }: NameLink): boolean {
  return isImported || kind === 'former-name'
}

/** Disjoint sets of names. */
class Nodes {
  readonly #above = new Map<string, string>()

  rootOf(node: string): string {
    let root = node
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root))
      root = above
    if (root !== node) this.#above.set(node, root)
    return root
  }

  join(a: string, b: string): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)].toSorted()
    if (x !== undefined && y !== undefined && x !== y) this.#above.set(y, x)
  }
}
