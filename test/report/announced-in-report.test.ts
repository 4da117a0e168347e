import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { announce, told } from '../support/announce.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample } from '../support/sample.ts'

it('prints what feeds announced: told twice, withdrawn, of an unknown country, of a round nobody listed', async () => {
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  await importSample(effects)
  const gone = told('a', '「远山航天」完成亿元A轮融资', '2023-05-10')
  await announce(db, effects.tracks, [
    told('a', '「星途光子」完成5000万元Pre-B2轮融资', '2023-05-08'),
    told('b', '「星途光子」获5000万元Pre-B2轮融资', '2023-05-09'),
    told('t', 'Moonlit Robotics raises $20M Series A led by Example Capital', '2023-05-09'),
    gone,
  ])
  const tomorrow = NOW.add({ hours: 24 })
  const edited = { ...gone, title: '「远山航天」发布新一代发动机' }
  await announce(db, effects.tracks, [edited], { now: tomorrow })
  const findings = await find({ ...effects, now: () => tomorrow }, '2023-H1', '2026-11-25')
  const reasons = findings.exclusions.map(({ company, exclusion }) => `${company} ${exclusion}`)
  expect(reasons).toEqual(
    expect.arrayContaining([
      '星途光子 duplicate',
      '远山航天 withdrawn',
      'Moonlit Robotics country-unknown',
    ]),
  )
  const templates = join(ROOT, 'templates')
  for (const [lang, words] of [
    ['zh', ['另一起交易的重复报道', '原文已不再如此说', '所在国家不明']],
    ['en', ['told again of a deal that stands elsewhere', 'no longer told by its text']],
  ] as const) {
    const html = await renderEdition(findings, { lang, templates })
    for (const word of words) expect(html).toContain(word)
  }
})
