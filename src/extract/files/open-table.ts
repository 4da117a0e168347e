import { createReadStream } from 'node:fs'
import { FileRefused } from '../../model/file-refused.ts'
import { RecordAssembler, type RecordOrProblem, type TableRecord } from './assemble-records.ts'
import { readLineBlocks } from './byte-lines.ts'
import { type Charset, detectCharset } from './charset.ts'
import { checkFile, refusal } from './check-file.ts'
import { refuseForeignFormat } from './foreign-format.ts'
import { readLines } from './read-lines.ts'

/** A CSV file opened for reading: its header has been read, its records come as a stream. */
export interface Table {
  readonly name: string
  readonly size: number
  readonly charset: Charset
  readonly header: TableRecord
  /** Records after the header, or what is wrong with a line; blank lines are passed over. */
  records(): AsyncIterable<readonly RecordOrProblem[]>
}

/** Opens a CSV file whose content nobody vouches for. Throws `FileRefused` when it is no CSV file we can read. */
export async function openTable(path: string): Promise<Table> {
  const { name, size } = await checkFile(path)
  try {
    refuseForeignFormat(name, await firstBytes(path))
    const charset = await detectCharset(readLineBlocks(createReadStream(path)))
    const header = await readHeader(path, name, charset)
    return { name, size, charset, header, records: () => readRows(path, charset, header) }
  } catch (error) {
    throw error instanceof FileRefused ? error : refusal(name, error)
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) return chunk
  return new Uint8Array()
}

async function readHeader(path: string, name: string, charset: Charset): Promise<TableRecord> {
  for await (const [first] of readAll(path, charset)) {
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
  path: string,
  charset: Charset,
  header: TableRecord,
): AsyncIterable<readonly RecordOrProblem[]> {
  for await (const records of readAll(path, charset)) {
    const rows = records.filter(({ line }) => line > header.line)
    if (rows.length > 0) yield rows.map((record) => checkLength(record, header.cells.length))
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

async function* readAll(path: string, charset: Charset): AsyncIterable<readonly RecordOrProblem[]> {
  const assembler = new RecordAssembler()
  for await (const block of readLineBlocks(createReadStream(path, { highWaterMark: 256 * 1024 }))) {
    yield assembler.push(readLines(block, charset))
  }
  yield assembler.end()
}
