import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { dump } from '../../src/load/dump/dump.ts'
import { DumpRefused } from '../../src/load/dump/dump-format.ts'
import { restore } from '../../src/load/dump/restore.ts'
import { importFile } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { checksums, DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { importSample } from '../support/sample.ts'

const HOW = { migrations: join(ROOT, 'sql'), now: NOW }

describe.each(DATABASES)('a dump of the sample on $name', ({ open, openBare }) => {
  let db: Database
  const lines: string[] = []
  beforeAll(async () => {
    db = await open()
    await importSample(await makeEffects(db))
    for await (const line of dump(db, NOW)) lines.push(String(line))
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it.each(DATABASES)('restored on $name, is the same rows, and work goes on', async (target) => {
    await using other = await target.openBare()
    const restored = await restore(other, each(lines), HOW)
    expect(restored.rows).toBe(lines.filter((line) => line.startsWith('[')).length)
    expect(await checksums(other.reader)).toEqual(await checksums(db.reader))
    const again = await importFile(
      join(ROOT, 'data/sample/curated/unicorns.csv'),
      await makeEffects(other),
    )
    expect(again).toMatchObject({ inserted: 0, updated: 0, rejected: 0 })
  })

  it('is refused, and leaves nothing, when it was cut short, changed, or is something else', async () => {
    await using other = await openBare()
    const [row = 0] = lines.flatMap((line, at) => (line.startsWith('[') ? [at] : []))
    const changed = lines.with(
      row,
      String(lines[row]).replace(/\d/, (digit) => `${9 - Number(digit)}`),
    )
    const later = lines.with(0, String(lines[0]).replace('"format":1', '"format":2'))
    const foreign = lines.with(0, String(lines[0]).replace(/"sha256":"./, '"sha256":"x'))
    const broken = [lines.slice(0, -1), changed, later, foreign, ['{"a":1}'], []]
    for (const wrong of broken)
      await expect(restore(other, each(wrong), HOW)).rejects.toThrow(DumpRefused)
    expect((await restore(other, each(lines), HOW)).tables).toBeGreaterThan(40)
    await expect(restore(other, each(lines), HOW)).rejects.toThrow(/holds work already/)
  })
})

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}
