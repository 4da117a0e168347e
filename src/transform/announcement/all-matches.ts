/**
 * All matches of a global pattern, in order. The same as `text.matchAll(pattern)`, which compiles the pattern anew each
 * time: in the reading of a text that cost more than the matching.
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
