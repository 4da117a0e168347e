import { type CheerioAPI, load } from 'cheerio/slim'

/** Deeper than any page people read; what is deeper only costs time, more than it has bytes. */
const DEEPEST = 300
/** More tags than any page we read has; selecting among siblings takes the square of their number. */
const MOST_TAGS = 100_000
/** Elements that stand without an end. */
const LONELY =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot)$/i
const TAGS = /<(?<end>\/?)(?<name>[a-z][^\s<>/]{0,40})/gi

/** A parsed page, XML or HTML. One with more elements, or nested deeper, than any honest page's is read as an empty one. */
export function loadMarkup(text: string, kind: 'html' | 'xml' = 'html'): CheerioAPI {
  const xmlMode = kind === 'xml'
  const $ = load(isTooMuch(text) ? '' : text, { xmlMode })
  return isDeep($) ? load('', { xmlMode }) : $
}

/** Elements that may do without an end can be made to nest as well. */
function isDeep($: CheerioAPI): boolean {
  let level = $.root().contents().toArray()
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}

function isTooMuch(text: string): boolean {
  let depth = 0
  let tags = 0
  for (const { groups } of text.matchAll(TAGS)) {
    tags += 1
    if (tags > MOST_TAGS) return true
    if (LONELY.test(groups?.['name'] ?? '')) continue
    depth = groups?.['end'] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST) return true
  }
  return false
}
