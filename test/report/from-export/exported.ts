import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** Cells by column; an empty one is not there. */
export type Row = Readonly<Record<string, string>>

/** The files of an export and nothing else, so that a verdict can be worked out anew from their cells. */
export class Exported {
  readonly #tables: ReadonlyMap<string, readonly Row[]>

  constructor(folder: string) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    this.#tables = new Map(
      names.map((name) => [name.replace(/\.csv$/, ''), readCsv(join(folder, name))]),
    )
  }

  get names(): readonly string[] {
    return [...this.#tables.keys()]
  }

  rows(name: string, where: Row = {}): readonly Row[] {
    const rows = this.#tables.get(name)
    if (rows === undefined) throw new Error(`there is no file ${name}.csv`)
    return rows.filter((row) =>
      Object.entries(where).every(([column, value]) => row[column] === value),
    )
  }

  /** The first such row, without a cell where there is none. */
  row(name: string, where: Row = {}): Row {
    return this.rows(name, where)[0] ?? {}
  }

  /** A rule of config/verdicts.yaml by its path. */
  text(id: string): string {
    const value = this.row('rules', { id })['value']
    if (value === undefined) throw new Error(`there is no rule ${id}`)
    return value
  }

  rule(id: string): number {
    return Number(this.text(id))
  }

  get headline(): string {
    return this.text('headline_track')
  }

  /** The headline track and those of its parent. */
  get family(): readonly string[] {
    const { parent } = this.row('tracks', { track: this.headline })
    return this.rows('tracks')
      .filter((row) => row['track'] === this.headline || (parent && row['parent'] === parent))
      .map(({ track = '' }) => track)
  }
}

/** An apostrophe only keeps a spreadsheet from running what follows it. */
const GUARDED = /^'(?=[=+\-@\t\r])/

function readCsv(path: string): readonly Row[] {
  const lines: Record<string, string>[] = parse(readFileSync(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  })
  return lines.map((line) =>
    Object.fromEntries(
      Object.entries(line)
        .filter(([, cell]) => cell !== '')
        .map(([column, cell]) => [column, cell.replace(GUARDED, '')]),
    ),
  )
}

/** The same rows from the JSON beside the CSV. */
export function readJson(folder: string, name: string): readonly Row[] {
  const lines = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  return lines.map((line: Readonly<Record<string, string | number | null>>) =>
    Object.fromEntries(
      Object.entries(line)
        .filter(([, cell]) => cell !== null && cell !== '')
        .map(([column, cell]) => [column, String(cell)]),
    ),
  )
}
