import type { EvidenceRow } from '../analyse/trace/evidence-row.ts'

/** Where a row stands in the text of its page. */
export interface RawPlace {
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** So much of a long line is shown around what was found. */
const SHOWN = 300

/**
 * The line of a page, given in lines, that says most of what a row says: a page is not asked again how it is read, its own words are
 * looked for. Undefined where nothing of the row stands there as it was stored.
 */
export function findInRaw(lines: readonly string[], row: EvidenceRow): RawPlace | undefined {
  const sought = wordsOf(row)
  let best: (RawPlace & { readonly found: number }) | undefined
  for (const [index, line] of lines.entries()) {
    const found = sought.filter((word) => line.includes(word)).length
    if (found > (best?.found ?? 0)) best = { line: index + 1, text: line, found }
  }
  if (best === undefined) return undefined
  const at = Math.min(
    ...sought.map((word) => best.text.indexOf(word)).filter((place) => place >= 0),
  )
  return { line: best.line, text: around(best.text, at) }
}

function around(line: string, at: number): string {
  const start = Math.max(0, Math.min(at - SHOWN / 2, line.length - SHOWN))
  return line.slice(start, start + SHOWN)
}

/** The words of the text where it is one, else whatever the row is known by and says. */
function wordsOf({ key, says, span }: EvidenceRow): readonly string[] {
  if (span !== undefined && span.text !== '') return [span.text]
  const words = [...Object.values(key), ...Object.values(says)]
  return [...new Set(words.filter((word) => word.length > 1))]
}
