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
  for (const [key, spellings] of Map.groupBy(names, ({ key }) => key)) {
    const places = new Set(spellings.map(({ place }) => place).filter((place) => place !== ''))
    for (const { id, place } of spellings)
      nodes.join(`id ${id}`, places.size > 1 && place !== '' ? `key ${key} ${place}` : `key ${key}`)
  }
  const [certain, claimed] = [links.filter(isCertain), links.filter((link) => !isCertain(link))]
  for (const { name, other } of certain) nodes.join(`key ${name}`, `key ${other}`)
  for (const [other, claims] of Map.groupBy(claimed, (link) => link.other)) {
    const claimants = new Set(claims.map(({ name }) => nodes.rootOf(`key ${name}`)))
    if (claimants.size > 1) continue
    for (const { name } of claims) nodes.join(`key ${name}`, `key ${other}`)
  }
  const oldest = new Map<string, string>()
  for (const { id } of names) {
    const root = nodes.rootOf(`id ${id}`)
    const known = oldest.get(root)
    if (known === undefined || BigInt(id) < BigInt(known)) oldest.set(root, id)
  }
  return new Map(names.map(({ id }) => [id, oldest.get(nodes.rootOf(`id ${id}`)) ?? id]))
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
