/** Texts that stand in a list more than once, each once. */
export function repeated(list: readonly string[]): readonly string[] {
  return [...new Set(list.filter((one, index) => list.indexOf(one) !== index))]
}
