import type { MessageKey } from '../messages/catalogue.ts'
import type { Words } from './words.ts'

/** A heading of the catalogue: `track` for `col.track`. */
export type Column = {
  [Key in MessageKey]: Key extends `col.${infer Name}` ? Name : never
}[MessageKey]

type Columns = readonly { readonly text: string; readonly look: '' | 'num' }[]

const NUMBERS: ReadonlySet<Column> = new Set(['yuan', 'count', 'sum', 'recorded'])

/** Columns of a list, by the names of their headings. */
export function columns({ say }: Words, names: readonly Column[]): Columns {
  return names.map((name) => ({ text: say(`col.${name}`), look: NUMBERS.has(name) ? 'num' : '' }))
}

/** Columns whose cells say for themselves whether they are figures or words. */
export function mixedColumns({ say }: Words, names: readonly Column[]): Columns {
  return names.map((name) => ({ text: say(`col.${name}`), look: '' }))
}

/** A column of names, and figures beside it. */
export function figureColumns(
  { say }: Words,
  [first, ...figures]: readonly [Column, ...Column[]],
): Columns {
  return [
    { text: say(`col.${first}`), look: '' },
    ...figures.map((name) => ({ text: say(`col.${name}`), look: 'num' as const })),
  ]
}
