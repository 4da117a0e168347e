import { type CheerioAPI, load } from 'cheerio/slim'

/** Deeper than any page people read; what is deeper only costs time, more than it has bytes. */
const DEEPEST = 300
/** Elements that stand without an end. */
const LONELY =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot)$/i
const TAGS = /<(?<end>\/?)(?<name>[a-z][^\s<>/]{0,40})/gi

/** A parsed page, XML or HTML. One whose elements nest deeper than any honest page's is read as an empty one. */
export function loadMarkup(text: string, kind: 'html' | 'xml' = 'html'): CheerioAPI {
  return load(isTooDeep(text) ? '' : text, { xmlMode: kind === 'xml' })
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const { groups } of text.matchAll(TAGS)) {
    if (LONELY.test(groups?.['name'] ?? '')) continue
    depth = groups?.['end'] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return true
  }
  return false
}
