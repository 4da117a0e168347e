import { type CheerioAPI, load } from 'cheerio'

type AnyNode = ReturnType<ReturnType<CheerioAPI>['contents']>[number]
type Element = Extract<AnyNode, { readonly attribs: unknown }>

/** Where on a page something stands. */
interface Spot {
  /** The part of the page: `#deals`. */
  readonly place: string
  /** Paths of the figures in the same row or line of a list. */
  readonly beside: readonly string[]
}

/** A figure as the page prints it, under the path the page gives it. */
export interface PrintedFigure extends Spot {
  readonly path: string
  readonly text: string
}

/** A text of the page that is no figure. */
export interface PrintedWords extends Spot {
  readonly text: string
  /** Lines of the table it is about. */
  readonly lines: number
  /** Address, where it is the text of a link; otherwise empty. */
  readonly href: string
}

/** A chart of the page. */
export interface Drawing {
  readonly place: string
  readonly svg: string
  /** Lines of the table behind it. */
  readonly lines: number
}

/** A finished page as its readers get it. */
export interface Page {
  readonly figures: readonly PrintedFigure[]
  readonly words: readonly PrintedWords[]
  readonly drawings: readonly Drawing[]
  readonly links: readonly string[]
  /** What columns are sorted by. */
  readonly sortKeys: readonly (Spot & { readonly key: string })[]
}

interface Around {
  readonly place: string
  readonly beside: string[]
  readonly lines: number
  readonly href: string
}

/** What stands together and says things of the same figures. */
const ROWS: ReadonlySet<string> = new Set(['tr', 'li', 'figure', 'section', 'header'])
const TABLES: ReadonlySet<string> = new Set(['table', 'figure'])
/** Layout and programs: no reader sees their text. */
const UNSEEN: ReadonlySet<string> = new Set(['style', 'script', 'head'])

/** The page while it is read. */
interface Reading extends Page {
  readonly figures: PrintedFigure[]
  readonly words: PrintedWords[]
  readonly drawings: Drawing[]
  readonly links: string[]
  readonly sortKeys: (Spot & { readonly key: string })[]
}

export function readPage(html: string): Page {
  const $ = load(html)
  const page: Reading = { figures: [], words: [], drawings: [], links: [], sortKeys: [] }
  const read = (node: AnyNode, around: Around): void => {
    if (node.type === 'text' && node.data.trim() !== '')
      page.words.push({ text: node.data.trim(), ...around })
    if (node.type === 'tag' && !UNSEEN.has(node.name)) readElement(node, around)
  }
  const readElement = (node: Element, around: Around): void => {
    const here = { ...around, ...changesAt(node) }
    const path = node.attribs['data-figure']
    if (path !== undefined) {
      here.beside.push(path)
      page.figures.push({ path, text: $(node).text().trim(), ...here })
    } else if (node.name === 'svg') page.drawings.push({ svg: $.html(node), ...here })
    else {
      readAttributes(node.attribs, here, page)
      for (const child of node.children) read(child, here)
    }
  }
  for (const root of $('title, body').toArray())
    for (const child of root.children)
      read(child, { place: 'page', beside: [], lines: 0, href: '' })
  return page
}

function readAttributes(
  { href, 'aria-label': label, 'data-sort': key }: Element['attribs'],
  here: Around,
  page: Reading,
): void {
  if (href !== undefined) page.links.push(href)
  if (label !== undefined) page.words.push({ text: label, ...here })
  if (key !== undefined) page.sortKeys.push({ key, ...here })
}

/** What an element changes for all that stands in it. */
function changesAt({ name, attribs, children }: Element): Partial<Around> {
  const { id, href } = attribs
  const lines = linesIn(children)
  return {
    ...(id === undefined ? {} : { place: `#${id}` }),
    ...(href === undefined ? {} : { href }),
    ...(ROWS.has(name) ? { beside: [] } : {}),
    ...(lines > 0 && (TABLES.has(name) || 'aria-label' in attribs) ? { lines } : {}),
  }
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
