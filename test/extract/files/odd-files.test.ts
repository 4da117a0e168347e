import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../../src/extract/files/open-table.ts'
import { makeFolder } from '../../support/folders.ts'
import { readFile } from '../../support/read-file.ts'

const HEADER = 'source,code,kind,trade_date,close,name'
const row = (day: number, name = '', end = '\n'): string =>
  `x,A,index,2023-06-${String(day).padStart(2, '0')},1.5,${name}${end}`

/** Files that look broken and are not: everything in them must be taken. */
const ODD: readonly (readonly [name: string, content: string | Uint8Array, rows: number])[] = [
  ['only a header', `${HEADER}\n`, 0],
  ['only a header, without an end of line', HEADER, 0],
  ['no end of the last line', `${HEADER}\n${row(1)}${row(2, 'a', '')}`, 2],
  ['Windows line ends', `${HEADER}\r\n${row(1, 'a', '\r\n')}${row(2, 'b', '\r\n')}`, 2],
  ['a carriage return at the very end', `${HEADER}\n${row(1, 'a', '\r')}`, 1],
  ['mixed line ends', `${HEADER}\r\n${row(1)}${row(2, 'b', '\r\n')}`, 2],
  ['a byte order mark', `\ufeff${HEADER}\n${row(1)}`, 1],
  ['two byte order marks', `\ufeff\ufeff${HEADER}\n${row(1)}`, 1],
  ['blank lines everywhere', `\n \n${HEADER}\n\n\t\n${row(1)}\r\n\n${row(2)}\n`, 2],
  ['a quoted header', `"${HEADER.replaceAll(',', '","')}"\n${row(1)}`, 1],
  [
    'a header in capitals with spaces',
    `${HEADER.toUpperCase().replaceAll(',', ' , ')}\n${row(1)}`,
    1,
  ],
  ['quoted commas, quotes and line breaks', `${HEADER}\n${row(1, '"a,""b""\r\nc"')}${row(2)}`, 2],
  ['a blank line inside a quoted cell', `${HEADER}\n${row(1, '"a\n\nb"')}${row(2)}`, 2],
  ['a tab inside a cell', `${HEADER}\n${row(1, 'a\tb')}`, 1],
  [
    'a long quoted cell, just short enough',
    `${HEADER}\n${row(1, `"${'a\n'.repeat(62)}"`)}${row(2)}`,
    2,
  ],
]

describe('an odd file', () => {
  it.each(ODD)('with %s is read whole', async (_, content, rows) => {
    using folder = makeFolder()
    const read = await readFile(folder.write('prices.csv', content))
    expect(read.rejected).toEqual({})
    expect(read.rows).toHaveLength(rows)
  })

  it('keeps a quoted cell as it was written, with line feeds', async () => {
    using folder = makeFolder()
    const text = `${HEADER}\n${row(1, '"a,""b""\r\nc"')}`
    const { rows } = await readFile(folder.write('prices.csv', text))
    expect(rows).toMatchObject([{ seriesName: 'a,"b"\nc' }])
  })

  it('tells its size, its header and the line of the header', async () => {
    using folder = makeFolder()
    const table = await openTable(folder.write('p.csv', '\n\na, B \n1,2\n'))
    expect(table).toMatchObject({
      name: 'p.csv',
      bytes: 12,
      charset: 'utf-8',
      header: { line: 3, cells: ['a', 'B'] },
    })
  })
})

describe('the charset', () => {
  const utf8 = Buffer.from('板块')
  const gbk = Buffer.from([0xb0, 0xe5, 0xbf, 0xe9])
  const line = (day: number, name: Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.from(row(day, '', '')), name, Buffer.from('\n')])

  /** A file of so many good UTF-8 lines, and after them so many in GB18030. */
  const mixed = (good: number, other: number): Uint8Array =>
    Buffer.concat([
      Buffer.from(`${HEADER}\n`),
      ...Array.from({ length: good }, () => line(1, utf8)),
      ...Array.from({ length: other }, () => line(2, gbk)),
    ])

  it.each([
    [2, 1, 'utf-8'],
    [2, 2, 'utf-8'],
    [1, 2, 'gb18030'],
    // However far apart they stand: every line is counted, not the first ones only.
    [30_000, 20_000, 'utf-8'],
    [20_000, 30_000, 'gb18030'],
  ])('of %i lines in UTF-8 and %i in GB18030 is %s', async (good, other, charset) => {
    using folder = makeFolder()
    const table = await openTable(folder.write('prices.csv', mixed(good, other)))
    expect(table.charset).toBe(charset)
  })

  it('never turns the lines of one charset into characters of the other', async () => {
    using folder = makeFolder()
    const { rows, rejected } = await readFile(folder.write('prices.csv', mixed(3, 2)))
    expect(rows).toMatchObject(Array(3).fill({ seriesName: '板块' }))
    expect(Object.keys(rejected)).toEqual(['5', '6'])
  })
})

describe('a file that may not be read', () => {
  it('is refused with the way out', async () => {
    using folder = makeFolder()
    const path = folder.write('secret.csv', `${HEADER}\n`)
    chmodSync(folder.path, 0o755)
    chmodSync(path, 0o200)
    // Root may read everything, so the test steps down for a moment.
    const isRoot = process.getuid?.() === 0
    if (isRoot) process.seteuid?.(65534)
    try {
      await expect(openTable(path)).rejects.toThrow(
        'secret.csv: it may not be read. Give the user who runs this read permission (chmod +r).',
      )
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })
})
