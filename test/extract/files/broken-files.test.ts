import { describe, expect, it } from 'vitest'
import { BROKEN_FILES } from '../../support/broken-files.ts'
import { makeFolder } from '../../support/folders.ts'
import { readFile } from '../../support/read-file.ts'

// Only staging, in the database, compares the rows of a file with one another.
const WITHOUT_DATABASE = BROKEN_FILES.filter(({ name }) => name !== 'one key with two values')

describe('a broken file, read without a database', () => {
  it.each(WITHOUT_DATABASE)('$name', async ({ make, expected }) => {
    using folder = makeFolder()
    const path = make(folder)
    if ('refused' in expected) {
      await expect(readFile(path)).rejects.toThrow(expected.refused)
      await expect(readFile(path)).rejects.toMatchObject({ code: 'file-refused' })
      return
    }
    const before = process.memoryUsage().rss
    const { rows, rejected } = await readFile(path)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect(rows).toHaveLength(expected.accepted)
    expect(Object.keys(rejected)).toEqual(Object.keys(expected.rejected))
    for (const [line, reason] of Object.entries(expected.rejected))
      expect(rejected[Number(line)]).toMatch(reason)
  })
})
