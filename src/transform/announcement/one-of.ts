/** Alternatives for a regular expression, the longest first, so that 联合领投 is not read as 领投. */
export function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const firsts = [...new Set(words.map((word) => [...word][0] ?? ''))].map(literally).join('')
  // Where none of them can start, one look at the first character is enough.
  return `(?:(?=[${firsts}])(?:${longestFirst.map(literally).join('|')}))`
}

export function literally(word: string): string {
  return word.replaceAll(/[-.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
