import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFiles } from '../../src/commands/sample.ts'
import { importFile } from '../../src/pipeline.ts'
import { checksums, DATABASES, makeEffects } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { importSample } from '../support/sample.ts'

interface Piece {
  readonly name: string
  readonly text: string
}

/** A file cut into pieces of whole records, each with the header. */
function cut(path: string, pieces: number): readonly Piece[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const size = Math.ceil(lines.length / pieces)
  return Array.from({ length: pieces }, (_, index) => ({
    name: basename(path),
    text: [header, ...lines.slice(index * size, (index + 1) * size), ''].join('\n'),
  })).filter(({ text }) => text.split('\n').length > 2)
}

describe.each(DATABASES)('any order of import on $name', ({ open }) => {
  it('gives the same tables for shuffled, repeated and split files', {
    timeout: 300_000,
  }, async () => {
    await using reference = await open()
    const plain = await makeEffects(reference)
    await importSample(plain)
    const expected = await checksums(reference.reader)
    expect(Object.keys(expected).length).toBeGreaterThan(10)

    const files = await sampleFiles()
    const plans = fc.record({
      pieces: fc.array(fc.integer({ min: 1, max: 3 }), {
        minLength: files.length,
        maxLength: files.length,
      }),
      order: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
      repeated: fc.integer({ min: 0, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(plans, async ({ pieces, order, repeated }) => {
        using folder = makeFolder()
        const all = files.flatMap((path, index) => cut(path, pieces[index] ?? 1))
        const shuffled = all
          .map((piece, index) => ({ piece, rank: order[index] ?? index }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ piece }) => piece)
        await using db = await open()
        const effects = await makeEffects(db)
        for (const { name, text } of [...shuffled, ...shuffled.slice(0, repeated)]) {
          await importFile(folder.write(name, text), effects)
        }
        expect(await checksums(db.reader)).toEqual(expected)
      }),
      { numRuns: 3, seed: 20230713, endOnFailure: true },
    )
  })

  it('changes nothing the second time', async () => {
    await using db = await open()
    const effects = await makeEffects(db)
    for (const path of await sampleFiles()) {
      const first = await importFile(path, effects)
      const second = await importFile(path, effects)
      expect(second).toMatchObject({ inserted: 0, updated: 0, rejected: first.rejected })
      expect(second.unchanged).toBe(first.inserted + first.updated + first.unchanged)
    }
  })
})
