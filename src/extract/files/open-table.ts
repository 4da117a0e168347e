import { createReadStream } from 'node:fs'
import { FileRefused } from '../../model/file-refused.ts'
import { RecordAssembler, type RecordOrProblem, type TableRecord } from './assemble-records.ts'
import { readLineBlocks } from './byte-lines.ts'
import { type Charset, detectCharset } from './charset.ts'
import { checkFile, refusal } from './check-file.ts'
import { refuseForeignFormat } from './foreign-format.ts'
import { readLines } from './read-lines.ts'

/** Bytes read at a time: more than a thousand rows of prices. */
const CHUNK = 128 * 1024

/** A CSV file opened for reading: its header has been read, its records come as a stream. */
export interface Table {
  /** Base name of the file. */
  readonly name: string
  readonly bytes: number
  readonly charset: Charset
  readonly header: TableRecord
  /** Records after the header, or what is wrong with a line; blank lines are passed over. */
  records(): AsyncIterable<readonly RecordOrProblem[]>
}

interface File {
  readonly path: string
  readonly name: string
}

/** Opens a CSV file whose content nobody vouches for. Throws `FileRefused` when it is no CSV file we can read. */
export async function openTable(path: string): Promise<Table> {
  const { name, size: bytes } = await checkFile(path)
  const file = { path, name }
  refuseForeignFormat(name, await firstBytes(file))
  const charset = await detectCharset(readLineBlocks(readBytes(file)))
  const header = await readHeader(file, charset)
  return { name, bytes, charset, header, records: () => readRows(file, charset, header) }
}

async function firstBytes(file: File): Promise<Uint8Array> {
  for await (const chunk of readBytes(file)) return chunk
  return new Uint8Array()
}

async function* readBytes({ path, name }: File): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw refusal(name, error)
  }
}

async function readHeader(file: File, charset: Charset): Promise<TableRecord> {
  const { name } = file
  for await (const [first] of readAll(file, charset, new RecordAssembler())) {
    if (first === undefined) continue
    if ('problem' in first) throw new FileRefused(name, first.problem, { line: first.line })
    const cells = first.cells.map((cell) => cell.trim())
    refuseOtherDelimiter(name, first.line, cells)
    return { line: first.line, cells }
  }
  throw new FileRefused(name, 'it holds no header line. Export it again.')
}

function refuseOtherDelimiter(name: string, line: number, cells: readonly string[]): void {
  const delimiter = cells.length === 1 ? /[;\t|]/.exec(cells[0] ?? '')?.[0] : undefined
  if (delimiter === undefined) return
  const shown = delimiter === '\t' ? 'tabs' : `"${delimiter}"`
  throw new FileRefused(name, `its columns are separated by ${shown}. Export it with commas.`, {
    line,
  })
}

async function* readRows(
  file: File,
  charset: Charset,
  header: TableRecord,
): AsyncIterable<readonly RecordOrProblem[]> {
  const columns = header.cells.length
  for await (const records of readAll(file, charset, new RecordAssembler(columns))) {
    const rows: RecordOrProblem[] = []
    for (const record of records)
      if (record.line > header.line) rows.push(checkLength(record, columns))
    if (rows.length > 0) yield rows
  }
}

function checkLength(record: RecordOrProblem, expected: number): RecordOrProblem {
  if ('problem' in record || record.cells.length === expected) return record
  const found = record.cells.length
  const hint =
    found < expected
      ? 'the row is cut off or a comma is missing'
      : 'a cell with a comma needs quotes'
  return {
    line: record.line,
    problem: `${found} cells stand where the header names ${expected} columns: ${hint}`,
  }
}

async function* readAll(
  file: File,
  charset: Charset,
  assembler: RecordAssembler,
): AsyncIterable<readonly RecordOrProblem[]> {
  for await (const block of readLineBlocks(readBytes(file))) {
    yield assembler.push(readLines(block, charset))
  }
  yield assembler.end()
}
