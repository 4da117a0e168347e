import { FileRefused } from '../../model/file-refused.ts'

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: string }[] = [
  { bytes: [0xff, 0xfe], problem: 'it is UTF-16 text. Save it as UTF-8 CSV.' },
  { bytes: [0xfe, 0xff], problem: 'it is UTF-16 text. Save it as UTF-8 CSV.' },
  { bytes: [0x1f, 0x8b], problem: 'it is compressed (gzip). Unpack it first.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], problem: 'it is compressed (zstd). Unpack it first.' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    problem: 'it is an Excel workbook or a zip archive. Save the sheet as UTF-8 CSV.',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    problem: 'it is an old Excel workbook. Save the sheet as UTF-8 CSV.',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], problem: 'it is a PDF. Export the table as UTF-8 CSV.' },
  { bytes: [0x50, 0x41, 0x52, 0x31], problem: 'it is a Parquet file. Export it as UTF-8 CSV.' },
]

const NO_TEXT = 'it is UTF-16 text or binary data. Save it as UTF-8 CSV.'
const OLD_LINE_ENDS =
  'its lines end with a carriage return only. Save it with Unix or Windows line ends.'
const TAB = 0x09

/** Share of NUL bytes from which a text without byte order mark is taken for UTF-16 or binary data … */
const NUL_SHARE = 0.1
/** … in so many of its first bytes: a header that begins well is read, and broken lines after it are rejected. */
const NUL_LOOK = 64

/** Refuses what is plainly something else than a CSV file, by its first bytes. */
export function refuseForeignFormat(name: string, bytes: Uint8Array): void {
  const known = SIGNATURES.find(({ bytes: signature }) =>
    signature.every((byte, index) => bytes[index] === byte),
  )
  if (known !== undefined) throw new FileRefused(name, known.problem)

  const start = bytes.subarray(0, NUL_LOOK)
  if (start.filter((byte) => byte === 0).length > start.length * NUL_SHARE)
    throw new FileRefused(name, NO_TEXT)
  const text = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (/^(?:\ufeff)?<(?:!doctype|html|\?xml|table|body)/.test(text)) {
    throw new FileRefused(
      name,
      'it is a web page or XML, not a CSV file. Download the data itself.',
    )
  }
  if (/^(?:\ufeff)?[[{]\s*["{[\]}]/.test(text))
    throw new FileRefused(name, 'it is JSON. Convert it to UTF-8 CSV.')
  if (bytes.includes(0x0d) && !bytes.includes(0x0a)) {
    // Any byte may be a carriage return; in a text none is below a tab.
    throw new FileRefused(name, bytes.some((byte) => byte < TAB) ? NO_TEXT : OLD_LINE_ENDS)
  }
}
