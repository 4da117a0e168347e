import { read, utils } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { exportTables } from '../../src/report/export-tables.ts'
import { toWorkbook } from '../../src/report/to-workbook.ts'
import { hostileStrings } from '../support/hostile.ts'
import { makeFindings } from '../support/make-findings.ts'

const sheetsOf = (bytes: Uint8Array) => read(bytes, { cellFormula: true, cellText: false })

it('holds every table of the report, cell by cell', () => {
  const tables = exportTables(makeFindings())
  const { SheetNames, Sheets } = sheetsOf(toWorkbook(tables))
  expect(SheetNames).toEqual(tables.map(({ name }) => name))
  for (const { name, columns, rows } of tables.filter((table) => table.rows.length > 0)) {
    const sheet = Sheets[name]
    if (sheet === undefined) throw new Error(`no sheet ${name}`)
    const found = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null })
    const expected = [columns, ...rows].map((row) => columns.map((_, at) => asText(row[at])))
    const said = found.map((row) => columns.map((_, index) => asText(row[index])))
    expect(said.map((row) => row.map(asNumber))).toEqual(expected.map((row) => row.map(asNumber)))
  }
})

const asText = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)

/** The same number however it is written. */
const asNumber = (value: string | null): string | number | null =>
  value !== null && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value

it('keeps money to the fen, and what is too long for a double as text', () => {
  const rows = [['4095107720.96', '1234567890123456.78', '007', 12, undefined]] as const
  const bytes = toWorkbook([{ name: 'money', columns: ['a', 'b', 'c', 'd', 'e'], rows }])
  const sheet = sheetsOf(bytes).Sheets['money'] ?? {}
  const cell = (at: string): unknown => {
    const { t, v } = (sheet[at] ?? {}) as { t?: string; v?: unknown }
    return [t, v]
  }
  expect(['A2', 'B2', 'C2', 'D2', 'E2'].map(cell)).toEqual([
    ['n', 4_095_107_720.96],
    ['s', '1234567890123456.78'],
    ['s', '007'],
    ['n', 12],
    [undefined, undefined],
  ])
})

it('runs nothing of what others wrote, and opens with all of it', () => {
  const texts = [...hostileStrings(), 'x'.repeat(40_000)]
  const bytes = toWorkbook([
    { name: 'hostile', columns: ['text'], rows: texts.map((one) => [one]) },
  ])
  const sheet = sheetsOf(bytes).Sheets['hostile'] ?? {}
  const cells = Object.entries(sheet).filter(([at]) => /^A\d+$/.test(at))
  expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([])
  expect(cells).toHaveLength(texts.length + 1)
})
