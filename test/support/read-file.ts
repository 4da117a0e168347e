import { openTable } from '../../src/extract/files/open-table.ts'
import { FileRefused } from '../../src/model/file-refused.ts'
import { fail } from '../../src/model/result.ts'
import { rowReader } from '../../src/transform/kinds/read-row.ts'
import { recogniseKind } from '../../src/transform/kinds/recognise-kind.ts'

export interface ReadFile {
  readonly kind: string
  readonly charset: string
  /** Lines read, good and bad. */
  readonly lines: number
  readonly rows: readonly unknown[]
  readonly rejected: Readonly<Record<number, string>>
}

/** A file through everything that comes before the database. Throws `FileRefused` as an import does. */
export async function readFile(path: string): Promise<ReadFile> {
  const table = await openTable(path)
  const kind = recogniseKind(table.header.cells)
  if (!kind.ok)
    throw new FileRefused(table.name, kind.problems.join(' '), { line: table.header.line })
  const read = rowReader(kind.value, table.header.cells, { name: table.name })
  const records = await Array.fromAsync(table.records())
  const results = records.flat().map((record) => ({
    line: record.line,
    result: 'problem' in record ? fail(record.problem) : read(record),
  }))
  return {
    kind: kind.value.id,
    charset: table.charset,
    lines: results.length,
    rows: results.flatMap(({ result }): readonly unknown[] => (result.ok ? result.value : [])),
    rejected: Object.fromEntries(
      results.flatMap(({ line, result }) =>
        result.ok ? [] : [[line, result.problems.join('; ')] as const],
      ),
    ),
  }
}
