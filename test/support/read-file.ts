import { openTable } from '../../src/extract/files/open-table.ts'
import { FileRefused } from '../../src/model/file-refused.ts'
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
  const rows: unknown[] = []
  const rejected: Record<number, string> = {}
  let lines = 0
  for await (const records of table.records()) {
    for (const record of records) {
      lines += 1
      const result =
        'problem' in record ? { ok: false as const, problems: [record.problem] } : read(record)
      if (result.ok) rows.push(...result.value)
      else rejected[record.line] = result.problems.join('; ')
    }
  }
  return { kind: kind.value.id, charset: table.charset, lines, rows, rejected }
}
