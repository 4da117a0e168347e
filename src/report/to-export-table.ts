import type { ExportCell } from './to-csv.ts'

export interface ExportTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

/** A column for every leaf any row has, in the order they first occur; nested parts become `inflow.disclosed.low`. */
export function toTable(name: string, rows: readonly object[]): ExportTable {
  const flat = rows.map((row) => new Map(leaves(row, '')))
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  return { name, columns, rows: flat.map((row) => columns.map((column) => row.get(column))) }
}

function* leaves(value: unknown, path: string): Iterable<[string, ExportCell]> {
  if (Array.isArray(value))
    yield [
      path,
      value
        .map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)))
        .join(';'),
    ]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value))
      yield* leaves(part, path === '' ? key : `${path}.${key}`)
  } else if (typeof value === 'number') yield [path, value]
  else if (value !== undefined) yield [path, String(value)]
}
