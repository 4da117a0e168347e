import { childrenOf, type Element, elementsIn, loadMarkup, textOf } from './load-markup.ts'

const PARTS: ReadonlySet<string> = new Set(['table', 'tr', 'th', 'td'])

/** The tables of a page of HTML, those within others too. */
export function loadTables(text: string): readonly Element[] {
  return elementsIn(
    loadMarkup(text, (name) => PARTS.has(name)),
    'table',
  )
}

/** The texts of the cells of a table, row by row; a blank is one, however it is written. */
export function rowsIn(table: Element): readonly (readonly string[])[] {
  return elementsIn(table, 'tr').map((row) =>
    childrenOf(row)
      .filter(({ name }) => name === 'th' || name === 'td')
      .map((cell) =>
        textOf(cell)
          .replaceAll(/\s{2,}|[^\S ]/g, ' ')
          .trim(),
      ),
  )
}
