import { type CheerioAPI, load } from 'cheerio'
import type { Drawing, Page, PrintedFigure, PrintedWords, Spot } from './page.ts'

type AnyNode = ReturnType<ReturnType<CheerioAPI>['contents']>[number]

type Element = Extract<AnyNode, { readonly attribs: unknown }>

interface Around {
  readonly place: string
  readonly beside: string[]
  readonly lines: number
  readonly path: string
  readonly href: string
  readonly isRepeated: boolean
  /** Tables here only put things in their places, as those of letters do. */
  readonly isLayout: boolean
}

/** What stands together and says things of the same figures. */
const ROWS: ReadonlySet<string> = new Set([
  'tr',
  'li',
  'p',
  'h1',
  'h2',
  'h3',
  'figure',
  'section',
  'header',
])

const TABLES: ReadonlySet<string> = new Set(['table', 'figure'])

/** What holds a sentence and nothing else. */
const SENTENCES: ReadonlySet<string> = new Set(['caption', 'figcaption', 'h2', 'li', 'p', 'span'])

/** Layout and programs: no reader sees their text. */
const UNSEEN: ReadonlySet<string> = new Set(['style', 'script', 'head'])

/** The page while it is read. */
interface Reading extends Page {
  readonly figures: PrintedFigure[]
  readonly words: PrintedWords[]
  readonly drawings: Drawing[]
  readonly links: string[]
  readonly sortKeys: (Spot & { readonly key: string })[]
  readonly texts: string[]
  readonly sentences: Set<string>
}

const START: Omit<Around, 'place'> = {
  beside: [],
  lines: 0,
  path: '',
  href: '',
  isRepeated: false,
  isLayout: true,
}

/** `place` is what the parts without a name are called. */
export function readPage(html: string, place: 'page' | 'letter' = 'page'): Page {
  const $ = load(html)
  const page: Reading = {
    ...{ figures: [], words: [], drawings: [], links: [], sortKeys: [], texts: [] },
    sentences: new Set(),
  }
  const read = (node: AnyNode, around: Around): void => {
    if (node.type === 'text' && node.data.trim() !== '') addWords(node.data, around, page)
    if (node.type === 'tag' && !UNSEEN.has(node.name)) readElement(node, around)
  }
  const readElement = (node: Element, around: Around): void => {
    const here = { ...around, ...changesAt(node, around) }
    if (SENTENCES.has(node.name)) page.sentences.add(readable($(node).text()))
    const path = node.attribs['data-figure']
    if (path !== undefined) {
      const text = readable($(node).text())
      here.beside.push(path)
      page.figures.push({ ...here, path, text })
      page.texts.push(text)
    } else if (node.name === 'svg') page.drawings.push({ svg: $.html(node), ...here })
    else {
      readAttributes(node.attribs, here, page)
      for (const child of node.children) read(child, here)
    }
  }
  for (const root of $('title, body').toArray())
    for (const child of root.children)
      read(child, { ...START, place, beside: [], isRepeated: root.name === 'title' })
  return page
}

/** Letters keep figures on one line by spaces that do not break. */
function readable(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim()
}

function addWords(printed: string, around: Around, page: Reading): void {
  const text = readable(printed)
  page.words.push({ text, ...around })
  page.texts.push(text)
}

function readAttributes(
  { href, alt, 'aria-label': label, 'data-sort': key }: Element['attribs'],
  here: Around,
  page: Reading,
): void {
  if (href !== undefined) page.links.push(href)
  for (const text of [label, alt])
    if (text !== undefined) addWords(text, { ...here, isRepeated: true }, page)
  if (key !== undefined) page.sortKeys.push({ key, ...here })
}

/** What an element changes for all that stands in it. */
function changesAt({ name, attribs, children }: Element, around: Around): Partial<Around> {
  const { id, href, role, 'data-words': path = '' } = attribs
  const lines = linesIn(children)
  const isLayout = name === 'table' ? role === 'presentation' : around.isLayout
  return {
    isLayout,
    ...(id === undefined ? {} : { place: `#${id}` }),
    path,
    ...(href === undefined ? {} : { href }),
    ...(standsApart(name, isLayout) ? { beside: [] } : {}),
    ...(lines > 0 && (TABLES.has(name) || 'aria-label' in attribs) ? { lines } : {}),
  }
}

/** A row of a layout holds nothing together; its cells stand apart. */
function standsApart(name: string, isLayout: boolean): boolean {
  if (isLayout && name === 'tr') return false
  return ROWS.has(name) || (isLayout && name === 'td')
}

/** Rows that have a name; the one that says a table is empty has none. */
function linesIn(children: readonly AnyNode[]): number {
  let lines = 0
  for (const child of children) {
    if (child.type !== 'tag' || child.name === 'thead') continue
    lines += child.name === 'tr' ? Number(child.children.some(isHead)) : linesIn(child.children)
  }
  return lines
}

function isHead(node: AnyNode): boolean {
  return node.type === 'tag' && node.name === 'th'
}
