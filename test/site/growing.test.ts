import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { releaseEdition } from '../../src/load/edition-checks.ts'
import { archive } from '../../src/pipeline.ts'
import { writeFolder } from '../../src/site/write-folder.ts'
import { makeSite } from '../support/archive-server.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { makeFindings } from '../support/make-findings.ts'
import { newEmbedded } from '../support/new-embedded.ts'

const findings = makeFindings()

it('grows with the editions, and replaces the folder it wrote and none it did not', async () => {
  using folder = makeFolder()
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  const growing = await makeSite(effects)
  const own = join(folder.path, 'own')
  await writeFolder(own, growing)
  const index = (): string => readFileSync(join(own, 'zh/index.html'), 'utf8')
  expect(index()).toContain('npm run report')
  const reasons = [{ check: 'figures', where: 'tracks', says: 'does not hold' }]
  await archive({ html: '<p>held', lang: 'zh', findings, reasons }, effects)
  await writeFolder(own, growing)
  expect(index()).toContain('npm run report')
  await archive({ html: '<p>', lang: 'zh', findings }, effects)
  await writeFolder(own, growing)
  expect(index()).toContain('2023 上半年')
  expect((await growing.archive.shelf()).editions.map(({ id }) => id)).toEqual(['2'])
  // One that is let through takes its place below what came after it.
  await releaseEdition(db, '1', { by: 'operator', why: 'looked at' }, NOW)
  expect((await growing.archive.shelf()).editions.map(({ id }) => id)).toEqual(['2', '1'])

  folder.write('precious.txt', 'x')
  await expect(writeFolder(folder.path, growing)).rejects.toThrow(/did not write.*--out/)
  expect(existsSync(join(folder.path, 'precious.txt'))).toBe(true)
})
