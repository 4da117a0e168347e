import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv } from '../../src/report/to-csv.ts'

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '+cmd', '-x', '@sum', '\tx', '\rx', '-2.50', '+3', 'a,b', '"', '\n', ''),
)

it('is read back cell by cell, but for the apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const back: string[][] = parse(toCsv(['a', 'b'], rows), { bom: true, relaxQuotes: false })
      expect(back).toEqual([['a', 'b'], ...rows.map((row) => row.map(safe))])
      for (const text of back.slice(1).flat())
        expect(/^[=+\-@\t\r]/.test(text) && !NUMBER.test(text)).toBe(false)
    }),
  )
})

it('leaves numbers numbers and absent cells empty', () => {
  expect(toCsv(['a', 'b'], [[-2.5, undefined]])).toBe('\ufeffa,b\r\n-2.5,\r\n')
})

function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text
}
