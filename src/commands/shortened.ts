/** The first lines of a list that may be long, and how many more there are; `of` says of what. */
export function shortened(lines: readonly string[], most: number, of = ''): readonly string[] {
  const more = lines.length - most
  return more > 0 ? [...lines.slice(0, most), `… and ${more} more${of}`] : lines
}
