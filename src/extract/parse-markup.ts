import { type Handler, Parser } from 'htmlparser2'

/** Deeper than any page people read; what is deeper only costs time, more than it has bytes. */
const DEEPEST = 300
/** More elements than any page we read has. */
const MOST_ELEMENTS = 100_000

/** What a reader of markup is told, in the order of the page. Names are in small letters, save in XML. */
export type MarkupEvents = Required<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>

/**
 * Parses HTML or XML; every element that is opened is closed, whatever the page leaves open. False where it has more
 * elements, or nested deeper, than any honest page: then parsing ended there and what was told is to be forgotten.
 */
export function parseMarkup(
  text: string,
  { onopentag, ontext, onclosetag }: MarkupEvents,
  kind: 'html' | 'xml' = 'html',
): boolean {
  let [depth, elements] = [0, 0]
  let isHonest = true
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        depth += 1
        elements += 1
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
          isHonest = false
          parser.pause()
        } else onopentag(name, attributes, isImplied)
      },
      ontext,
      onclosetag(name, isImplied) {
        depth -= 1
        onclosetag(name, isImplied)
      },
    },
    { xmlMode: kind === 'xml' },
  )
  parser.end(text)
  return isHonest
}
