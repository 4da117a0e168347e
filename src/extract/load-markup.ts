import { parseMarkup } from './parse-markup.ts'

/** An element a reader asked for, in the nearest other such element: all between them is left out, but for its text. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly (string | Element)[]
}

interface OpenElement extends Element {
  readonly content: (string | Element)[]
}

/**
 * The elements of a page that `isWanted`, and its text, under an element without a name. A page with more elements, or
 * nested deeper, than any honest one is read as an empty one.
 */
export function loadMarkup(
  text: string,
  isWanted: (name: string, attributes: Element['attributes']) => boolean,
  kind: 'html' | 'xml' = 'html',
): Element {
  const root: OpenElement = { name: '', attributes: {}, content: [] }
  let wanted = root
  /** For each element that is open, the wanted one around it. */
  const around: OpenElement[] = []
  const isHonest = parseMarkup(
    text,
    {
      onopentag(name, attributes) {
        around.push(wanted)
        if (!isWanted(name, attributes)) return
        const element = { name, attributes, content: [] }
        wanted.content.push(element)
        wanted = element
      },
      ontext(piece) {
        wanted.content.push(piece)
      },
      onclosetag() {
        wanted = around.pop() ?? root
      },
    },
    kind,
  )
  return isHonest ? root : { ...root, content: [] }
}

/** All text in an element. */
export function textOf({ content }: Element): string {
  let text = ''
  for (const part of content) text += typeof part === 'string' ? part : textOf(part)
  return text
}

/** The wanted elements directly in one. */
export function childrenOf({ content }: Element): readonly Element[] {
  return content.filter((part) => typeof part === 'object')
}

/** All wanted elements in one, or those of a name, at any depth, in the order of the page. */
export function elementsIn(element: Element, name?: string): readonly Element[] {
  const found: Element[] = []
  collect(element, name, found)
  return found
}

function collect({ content }: Element, name: string | undefined, found: Element[]): void {
  for (const part of content) {
    if (typeof part === 'string') continue
    if (name === undefined || part.name === name) found.push(part)
    collect(part, name, found)
  }
}
