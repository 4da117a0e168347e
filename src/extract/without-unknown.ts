/** Fields without those that are unknown, which a row leaves out. */
export function withoutUnknown<K extends string, V>(
  fields: Readonly<Record<K, V | undefined>>,
): { readonly [name in K]?: V } {
  const known: { [name in K]?: V } = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== undefined) known[name] = value
  }
  return known
}
