import { CFB, read, type WorkSheet } from '@e965/xlsx'
import { fail, ok, type Result } from '../model/result.ts'
import type { StoredPage } from './source.ts'

/** How every file of this kind begins. Whatever begins otherwise is never handed to the library, which guesses formats. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const
const MOST = { bytes: 8 * 1024 * 1024, rows: 10_000, columns: 32 }
/** Records that hold plain values, and the frame around them. */
const VALUES: ReadonlySet<number> = new Set([
  0x0809, // beginning of a stream
  0x000a, // its end
  0x0042, // code page
  0x0085, // a sheet and where it begins
  0x0200, // dimensions
  0x00fc, // shared texts
  0x003c, // continued
  0x00fd, // cell with a shared text
  0x0204, // cell with a text
  0x0203, // cell with a number
  0x027e, // cell with a packed number
  0x00bd, // cells with packed numbers
])
/** A record without a reader in the library: page breaks. */
const PASSED_OVER = 0x001a
const HEAD = 4
/** Behind the last sheet the stream is filled up with zeros. */
const NO_MORE = 0
const DEEPER: ReadonlyMap<number, number> = new Map([
  [0x0809, 1],
  [0x000a, -1],
])

/** The first sheet of an .xls file as texts, row by row; an empty cell is ''. Numbers keep their shortest form. */
export function readBiff({ bytes }: StoredPage): Result<readonly (readonly string[])[]> {
  if (bytes.length > MOST.bytes) return fail(`the file is larger than ${MOST.bytes} bytes`)
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte))
    return fail('the page is no .xls file')
  try {
    const { content } = (CFB.find(CFB.read(bytes, { type: 'array' }), '/Workbook') ?? {}) as {
      readonly content?: Uint8Array
    }
    const stream = content === undefined ? undefined : valuesOnly(Uint8Array.from(content))
    if (stream === undefined) return fail('the file holds no whole workbook')
    const { SheetNames, Sheets } = read(stream, {
      type: 'array',
      dense: true,
      cellText: false,
      // One row more than allowed, so that a longer sheet is noticed.
      sheetRows: MOST.rows + 1,
    })
    const sheet = Sheets[SheetNames[0] ?? '']
    return sheet === undefined ? fail('the file has no sheet') : toTexts(sheet)
  } catch {
    return fail('the file cannot be read: damaged or cut off')
  }
}

/**
 * A workbook with nothing left in it but values: the library would take formulas apart, and a damaged one holds it up
 * for ever. Undefined: the records are cut off.
 */
function valuesOnly(stream: Uint8Array): Uint8Array | undefined {
  const view = new DataView(stream.buffer)
  let depth = 0
  let at = 0
  while (at + HEAD <= stream.length && view.getUint16(at, true) !== NO_MORE) {
    const type = view.getUint16(at, true)
    const end = at + HEAD + view.getUint16(at + 2, true)
    if (end > stream.length) return undefined
    depth += DEEPER.get(type) ?? 0
    if (!VALUES.has(type)) {
      view.setUint16(at, PASSED_OVER, true)
      stream.fill(0, at + HEAD, end)
    }
    at = end
  }
  return depth === 0 ? stream.subarray(0, at) : undefined
}

function toTexts(sheet: WorkSheet): Result<readonly (readonly string[])[]> {
  const rows = Array.from(sheet['!data'] ?? [])
  if (rows.length > MOST.rows) return fail(`the sheet has more than ${MOST.rows} rows`)
  if (rows.some((row) => row !== undefined && row.length > MOST.columns))
    return fail(`the sheet has more than ${MOST.columns} columns`)
  return ok(
    rows.map((row) =>
      Array.from(row ?? [], (cell) => {
        const value = cell?.v
        return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
      }),
    ),
  )
}
