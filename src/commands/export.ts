import { join, resolve } from 'node:path'
import { exportTables } from '../report/export-tables.ts'
import { toCsv } from '../report/to-csv.ts'
import { counted } from './counted.ts'
import { findingsOf } from './findings.ts'
import { needFolder } from './need-place.ts'
import type { ExportOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

const WORKBOOK = 'tables.xlsx'

/** Writes every table of the report as CSV and as JSON, and all of them as one workbook. */
export async function exportTo(
  options: ExportOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const folder = resolve(options.out)
  await needFolder(folder)
  const findings = await findingsOf(options, live)
  const tables = exportTables(findings)
  for (const { name, columns, rows } of tables) {
    await writeWhole(join(folder, `${name}.csv`), toCsv(columns, rows))
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
    )
    await writeWhole(join(folder, `${name}.json`), `${JSON.stringify(objects, null, 2)}\n`)
    say(terminal.out, `${name}: ${counted(rows.length, 'row')}`)
  }
  // Only this command writes workbooks, and their library is heavy.
  const { toWorkbook } = await import('../report/to-workbook.ts')
  await writeWhole(join(folder, WORKBOOK), toWorkbook(tables))
  say(terminal.err, `Written to ${folder} as CSV and JSON, and all tables as ${WORKBOOK}.`)
  return EXIT.done
}
