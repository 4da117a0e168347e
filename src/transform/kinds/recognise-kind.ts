import { fail, ok, type Result } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { showCell } from '../parse-cell.ts'
import { CSV_KINDS } from './registry.ts'

/** Column names as they are compared: trimmed, in small letters. */
export function normaliseHeader(header: readonly string[]): readonly string[] {
  return header.map((name) => name.trim().toLowerCase())
}

/** The one kind whose columns a header names; otherwise a sentence that names the nearest kind and what is off. */
export function recogniseKind(header: readonly string[]): Result<CsvKind> {
  const names = normaliseHeader(header)
  const nameless = names.indexOf('')
  if (nameless >= 0)
    return fail(`column ${nameless + 1} of the header has no name. Name it, or remove its comma.`)
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined)
    return fail(`the column ${showCell(repeated)} stands twice in the header. Remove one.`)

  const ranked = CSV_KINDS.map((kind) => ({ kind, ...compare(kind, names) })).sort(
    (a, b) => a.distance - b.distance,
  )
  const nearest = ranked.find(({ shared }) => shared > 0)
  if (nearest?.distance === 0) return ok(nearest.kind)
  const hint = nearest === undefined ? '' : ` It is nearest to ${describe(nearest)}.`
  return fail(
    `its header is that of no file kind we know.${hint} The kinds and their columns are in docs/data-files.md.`,
  )
}

interface Comparison {
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly shared: number
  readonly distance: number
}

function compare(kind: CsvKind, names: readonly string[]): Comparison {
  const known = kind.columns.map(({ name }) => name)
  const missing = kind.columns.filter(
    (column) => column.required !== undefined && !names.includes(column.name),
  )
  const unknown = names.filter((name) => !known.includes(name))
  return {
    missing: missing.map(({ name }) => name),
    unknown,
    shared: names.length - unknown.length,
    distance: missing.length + unknown.length,
  }
}

function describe({ kind, missing, unknown }: Comparison & { readonly kind: CsvKind }): string {
  const parts = [
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`unknown: ${unknown.slice(0, 10).map(showCell).join(', ')}`] : []),
  ]
  return `"${kind.id}" (${parts.join('; ')})`
}
