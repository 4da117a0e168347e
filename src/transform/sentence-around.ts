const ENDS = ['。', '；', '\n', '. ']

/** Where the sentence a place stands in begins, or as far before it as `reach` allows. */
export function sentenceStart(text: string, at: number, reach: number): number {
  const ends = ENDS.map((sign) => {
    const found = at === 0 ? -1 : text.lastIndexOf(sign, at - 1)
    return found < 0 ? 0 : found + sign.length
  })
  return Math.max(at - reach, ...ends)
}

/** Where it ends, or as far behind the place. */
export function sentenceEnd(text: string, at: number, reach: number): number {
  const ends = ENDS.map((sign) => {
    const found = text.indexOf(sign, at)
    return found < 0 ? text.length : found
  })
  return Math.min(at + reach, ...ends)
}
