/** Fields without those that are unknown, which a row leaves out. */
export function withoutUnknown<K extends string, V>(
  fields: Readonly<Record<K, V | undefined>>,
): { readonly [name in K]?: V } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [name in K]?: V
  }
}
