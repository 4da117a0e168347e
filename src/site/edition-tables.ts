import type { Findings } from '../model/findings.ts'
import { exportTables } from '../report/export-tables.ts'
import type { ExportTable } from '../report/to-export-table.ts'

const made = new WeakMap<Findings, readonly ExportTable[]>()

/** The tables of an edition, made once for all its files. */
export function tablesOf(findings: Findings): readonly ExportTable[] {
  const tables = made.get(findings) ?? exportTables(findings)
  made.set(findings, tables)
  return tables
}
