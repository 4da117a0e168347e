import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordAssembler, type RecordOrProblem } from '../../src/extract/files/assemble-records.ts'
import {
  type LineBlock,
  type LongLine,
  readLineBlocks,
} from '../../src/extract/files/byte-lines.ts'
import { detectCharset } from '../../src/extract/files/charset.ts'
import { openTable } from '../../src/extract/files/open-table.ts'
import { readLines } from '../../src/extract/files/read-lines.ts'
import { makeFolder } from '../support/folders.ts'

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    yield bytes.subarray(from, from + size)
    from += size
  }
}

async function readAll(
  bytes: Uint8Array,
  sizes: readonly number[],
): Promise<readonly RecordOrProblem[]> {
  const charset = await detectCharset(readLineBlocks(inChunks(bytes, sizes)))
  const assembler = new RecordAssembler()
  const records: RecordOrProblem[] = []
  for await (const block of readLineBlocks(inChunks(bytes, sizes)) as AsyncIterable<
    LineBlock | LongLine
  >) {
    records.push(...assembler.push(readLines(block, charset)))
  }
  return [...records, ...assembler.end()]
}

const write = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')

describe('a table', () => {
  it('reads the same however its bytes arrive', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
    const text = fc.array(
      fc.constantFrom('a', ',', '"', '\n', '\r\n', '中', '€', '\u0000', '1.5'),
      { maxLength: 80 },
    )
    await fc.assert(
      fc.asyncProperty(text, sizes, async (parts, some) => {
        const bytes = Buffer.from(parts.join(''))
        expect(await readAll(bytes, some)).toEqual(await readAll(bytes, [1 << 20]))
      }),
      { numRuns: 300 },
    )
  })

  it('gives back whatever cells were written', async () => {
    // Control characters are rejected by design; everything else must survive.
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll(/\p{Cc}|\ufeff/gu, ''))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(rows, async (wanted) => {
        const read = await readAll(Buffer.from(write(wanted)), [7])
        expect(read.map((record) => ('cells' in record ? record.cells : record))).toEqual(wanted)
      }),
      { numRuns: 200 },
    )
  })

  it('never fails on any bytes, and names every line at most once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const lines = (await readAll(bytes, [13])).map(({ line }) => line)
        expect(new Set(lines).size).toBe(lines.length)
      }),
      { numRuns: 300 },
    )
  })

  it('reads GB18030, with or without a mark, as UTF-8', async () => {
    // "板块" and the rare character 𠮷 in GB18030.
    const body = [0xb0, 0xe5, 0xbf, 0xe9, 0x2c, 0x95, 0x34, 0xb2, 0x35, 0x0a]
    using folder = makeFolder()
    const table = await openTable(
      folder.write('gbk.csv', Buffer.from([...Buffer.from('a,b\n'), ...body])),
    )
    const records: RecordOrProblem[] = []
    for await (const batch of table.records()) records.push(...batch)
    expect(table.charset).toBe('gb18030')
    expect(records).toEqual([{ line: 2, cells: ['板块', '𠮷'] }])
  })

  it('passes over a byte order mark, also before a quoted header', async () => {
    using folder = makeFolder()
    const table = await openTable(folder.write('mark.csv', '\ufeff"a","b"\n1,2\n'))
    expect(table.header.cells).toEqual(['a', 'b'])
  })

  it('keeps line breaks inside quotes and the number of the line a record begins on', async () => {
    const read = await readAll(Buffer.from('a,b\n"x\ny",1\n\nz,2\n'), [3])
    expect(read).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '1'] },
      { line: 5, cells: ['z', '2'] },
    ])
  })
})
