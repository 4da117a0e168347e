import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { releaseEdition } from '../../src/load/edition-checks.ts'
import { publishedEditions, publishedIds } from '../../src/load/published-editions.ts'
import { archive } from '../../src/pipeline.ts'
import { writeFolder } from '../../src/site/write-folder.ts'
import { makeSite } from '../support/archive-server.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { findingsOf } from '../support/findings-of.ts'
import { makeFolder } from '../support/folders.ts'
import { makeFindings } from '../support/make-findings.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { shelfOf } from '../support/shelf-of.ts'

const findings = makeFindings()

it('grows with the editions, and replaces the folder it wrote and none it did not', async () => {
  using folder = makeFolder()
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  const growing = await makeSite(effects)
  const own = join(folder.path, 'own')
  await writeFolder(own, growing, 'v1')
  const index = (): string => readFileSync(join(own, 'zh/index.html'), 'utf8')
  expect(index()).toContain('npm run report')
  const reasons = [{ check: 'figures', where: 'tracks', says: 'does not hold' }]
  await archive({ html: '<p>held', lang: 'zh', findings, reasons }, effects)
  await writeFolder(own, growing, 'v1')
  expect(index()).toContain('npm run report')
  await archive({ html: '<p>', lang: 'zh', findings }, effects)
  await writeFolder(own, growing, 'v1')
  expect(index()).toContain('2023 上半年')
  expect((await growing.archive.shelf()).editions.map(({ id }) => id)).toEqual(['2'])
  // One that is let through takes its place below what came after it.
  await releaseEdition(db, '1', { by: 'operator', why: 'looked at' }, NOW)
  expect((await growing.archive.shelf()).editions.map(({ id }) => id)).toEqual(['2', '1'])

  folder.write('precious.txt', 'x')
  await expect(writeFolder(folder.path, growing, 'v1')).rejects.toThrow(/did not write.*--out/)
  expect(existsSync(join(folder.path, 'precious.txt'))).toBe(true)
  const file = join(folder.path, 'precious.txt')
  await expect(writeFolder(file, growing, 'v1')).rejects.toThrow(/ENOTDIR/)
  expect(readFileSync(file, 'utf8')).toBe('x')
})

it('reads what its lists need: no curves, and the deals of a period from its newest edition alone', async () => {
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  const editions = [
    findingsOf({ period: '2022-H2', asOf: '2026-01-01' }),
    // Rendered last and knows least: the one before it tells the deals.
    findingsOf({ asOf: '2026-02-01' }),
    findingsOf({ asOf: '2026-01-01', excess: 'unknown' }),
  ]
  for (const [index, found] of editions.entries())
    await archive({ html: `<p>${index}`, lang: 'zh', findings: found }, effects)
  const held = findingsOf({ asOf: '2026-03-01' })
  const reasons = [{ check: 'figures', where: 'tracks', says: 'does not hold' }]
  await archive({ html: '<p>held', lang: 'zh', findings: held, reasons }, effects)

  const read = await publishedEditions(db.reader, await publishedIds(db.reader))
  expect(read.map(({ findings: { deals } }) => deals.length > 0)).toEqual([true, true, false])
  expect(JSON.stringify(read)).not.toContain('"curve"')
  const { issues, tracks, companies, investors } = await (await makeSite(effects)).archive.shelf()
  const whole = shelfOf(editions, 'zh')
  expect([tracks, [...companies.keys()], [...investors.keys()]]).toEqual([
    whole.tracks,
    [...whole.companies.keys()],
    [...whole.investors.keys()],
  ])
  expect(issues.map(({ editions: { zh } }) => zh?.tracks)).toEqual(
    whole.issues.map(({ editions: { zh } }) => zh?.tracks),
  )
})

it('makes anew only what changed: what an edition has is made once', async () => {
  using folder = makeFolder()
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  const site = await makeSite(effects)
  const out = join(folder.path, 'site')
  const publish = (period: string, asOf: string): Promise<unknown> =>
    archive(
      {
        html: `<p>${period} ${asOf}`,
        lang: 'zh',
        findings: findingsOf({ period, asOf }),
      },
      effects,
    )
  const filesOf = (): readonly string[] =>
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(out, name)).isFile())
      .sort()
  await publish('2022-H2', '2026-01-01')
  await publish('2023-H1', '2026-01-01')
  const first = await writeFolder(out, site, 'v1')
  expect(first.made).toBe(first.files)
  const files = filesOf()
  const [csv = ''] = files.filter((name) => name.endsWith('deals.csv'))

  // Nothing new: only the pages that are not of one edition.
  const again = await writeFolder(out, site, 'v1')
  const shared = again.made
  expect([again.files, shared < first.files / 2]).toEqual([first.files, true])
  expect(filesOf()).toEqual(files)

  // One that is gone is made anew, as it was.
  const bytes = readFileSync(join(out, csv))
  rmSync(join(out, csv))
  expect((await writeFolder(out, site, 'v1')).made).toBe(shared + 1)
  expect(readFileSync(join(out, csv)).equals(bytes)).toBe(true)

  // Newer knowledge of a period: its edition before says that it was replaced, the other one stays.
  await publish('2023-H1', '2026-02-01')
  const grown = await writeFolder(out, site, 'v1')
  expect(grown.made).toBe(shared + (grown.files - shared) * (2 / 3))

  // Another program may show all of it otherwise.
  const renewed = await writeFolder(out, site, 'v2')
  expect([renewed.files, renewed.made]).toEqual([grown.files, grown.files])
})
