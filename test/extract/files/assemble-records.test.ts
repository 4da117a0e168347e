import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  RecordAssembler,
  type RecordOrProblem,
} from '../../../src/extract/files/assemble-records.ts'
import { parseQuoted } from '../../../src/extract/files/parse-quoted.ts'

/** Records of text lines, numbered from 1. */
function assemble(texts: readonly string[], columns?: number): readonly RecordOrProblem[] {
  const assembler = new RecordAssembler(columns)
  const lines = texts.map((text, index) => ({ line: index + 1, text }))
  return [...assembler.push(lines), ...assembler.end()]
}

const good = (records: readonly RecordOrProblem[]): readonly number[] =>
  records.filter((record) => 'cells' in record).map(({ line }) => line)
const bad = (records: readonly RecordOrProblem[]): readonly number[] =>
  records.filter((record) => 'problem' in record).map(({ line }) => line)

describe('a stray quote', () => {
  it('costs its own line when it is never closed', () => {
    const read = assemble(['a,b', 'c,"d', 'e,f', 'g,h'])
    expect([good(read), bad(read)]).toEqual([[1, 3, 4], [2]])
  })

  it('and another one cost two lines, not those between them', () => {
    const read = assemble(['a,b', 'c",d', 'e,f', 'g,h', 'i,j"', 'k,l'])
    expect([good(read), bad(read)]).toEqual([
      [1, 3, 4, 6],
      [2, 5],
    ])
  })

  it('that pairs with a well quoted cell leaves that cell whole', () => {
    const read = assemble(['a,b', '5" pipe,b', 'c,"d', 'e"', 'f,g'])
    expect(read).toContainEqual({ line: 3, cells: ['c', 'd\ne'] })
    expect([good(read), bad(read)]).toEqual([[1, 3, 5], [2]])
  })

  it('that makes a row of another length gives its lines back', () => {
    const read = assemble(['a,b', 'c,"d', 'e,f', 'g",h', 'i,j'], 2)
    expect([good(read), bad(read)]).toEqual([
      [1, 3, 5],
      [2, 4],
    ])
  })

  it.each([62, 63, 64, 200])('is looked after for 64 lines; %i follow', (count) => {
    const read = assemble(['"open', ...Array.from({ length: count }, () => 'a,b')])
    expect([good(read).length, bad(read)]).toEqual([count, [1]])
  })

  it('is looked after for 1 MiB', () => {
    const long = 'x'.repeat(600_000)
    const read = assemble(['"open', long, long, long, 'a,b'])
    expect([good(read), bad(read)]).toEqual([[2, 3, 4, 5], [1]])
  })

  it('on every line takes no more than a moment', () => {
    const started = performance.now()
    const read = assemble(Array.from({ length: 50_000 }, (_, index) => `a${index},b"`))
    expect(read).toHaveLength(50_000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('before a line that cannot be read ends there', () => {
    const assembler = new RecordAssembler()
    const read = [
      ...assembler.push([
        { line: 1, text: 'a,"b' },
        { line: 2, problem: 'broken' },
        { line: 3, text: 'c",d' },
      ]),
      ...assembler.end(),
    ]
    expect(read.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(good(read)).toEqual([])
  })
})

describe('quoted lines', () => {
  it('are read together, and a broken one among them alone is rejected', () => {
    const texts = Array.from({ length: 1000 }, (_, index) =>
      index === 437 ? '"a"b,"c"' : `"${index}","x,""y"""`,
    )
    const read = assemble(texts)
    expect(bad(read)).toEqual([438])
    expect(read[0]).toEqual({ line: 1, cells: ['0', 'x,"y"'] })
    expect(read.map(({ line }) => line)).toEqual(texts.map((_, index) => index + 1))
  })

  it('give the same cells whatever stands beside them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '中'), maxLength: 6 })
    const text = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','))
    const balanced = text.filter((one) => one !== '' && one.split('"').length % 2 === 1)
    fc.assert(
      fc.property(fc.array(balanced, { maxLength: 12 }), (texts) => {
        expect(parseQuoted(texts)).toEqual(texts.flatMap((one) => parseQuoted([one])))
      }),
      { numRuns: 500 },
    )
  })
})

describe('any table that a CSV writer writes', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', ' ', '中', '€'),
    maxLength: 8,
  })
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const minimal = (text: string): string => (/[",\n]/.test(text) ? quote(text) : text)

  it.each([
    ['everywhere', quote],
    ['where they must be', minimal],
  ])('comes back, with quotes %s', (_, write) => {
    const row = fc.tuple(cell, cell, cell)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        const text = rows.map((cells) => cells.map(write).join(',')).join('\n')
        const read = assemble(text.split('\n'), 3)
        expect(read.map((record) => ('cells' in record ? record.cells : record))).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })
})
