import { load } from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkWords } from '../../src/gate/check-words.ts'
import { knowFigures } from '../../src/gate/known-figures.ts'
import type { PrintedWords } from '../../src/gate/page.ts'
import type { Findings } from '../../src/model/findings.ts'
import { remarkIn, remarkOf, remarkWordings } from '../../src/model/remark.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeEffects } from '../support/databases.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample } from '../support/sample.ts'

describe('a remark', () => {
  it('in both languages says in each what stands for it, and in one the same in either', () => {
    const both = remarkOf('月份为推定', 'month inferred')
    expect([remarkIn(both, 'zh'), remarkIn(both, 'en')]).toEqual(['月份为推定', 'month inferred'])
    for (const alone of ['month inferred', '月份||month', 'a || b || c', '']) {
      expect([remarkIn(alone, 'zh'), remarkIn(alone, 'en')]).toEqual([alone, alone])
      expect(remarkWordings(alone)).toEqual([alone])
    }
  })

  it('is read back by the gate as either wording whole, and as nothing else', () => {
    const path = 'deals.1.note'
    const figures = knowFigures([{ id: path, value: remarkOf('共 23 起', '23 deals in all') }])
    const reasons = (text: string): number => {
      const words: PrintedWords = {
        text,
        path,
        place: '#deals',
        beside: [],
        lines: 0,
        href: '',
        isRepeated: false,
      }
      return checkWords([words], { figures, fixed: [], sentences: new Set() }).length
    }
    expect(['共 23 起', '23 deals in all'].map(reasons)).toEqual([0, 0])
    expect(['共 24 起', '32 deals in all', '23'].map(reasons)).toEqual([1, 1, 1])
  })
})

describe('remarks of the bundled data', () => {
  const periods = ['2022-H1', '2023-H1', '2024-H1']
  let editions: readonly Findings[]
  beforeAll(async () => {
    await using db = await newEmbedded()
    const effects = await makeEffects(db)
    await importSample(effects)
    const found: Findings[] = []
    for (const period of periods) found.push(await find(effects, period))
    editions = found
  }, 300_000)

  /** Every remark that the pages of a language print. */
  async function remarksIn(lang: 'zh' | 'en'): Promise<readonly string[]> {
    const pages = await Promise.all(
      editions.map((findings) => renderEdition(findings, { lang, templates: `${ROOT}/templates` })),
    )
    return pages.flatMap((html) => {
      const $ = load(html)
      return $('[data-words$=".note"], [data-words$=".scope"], [data-words$=".endReason"]')
        .toArray()
        .map((one) => $(one).text())
    })
  }

  it('are Chinese on a Chinese page, English on an English one, and as many on both', async () => {
    const [zh, en] = [await remarksIn('zh'), await remarksIn('en')]
    expect(zh.length).toBeGreaterThan(120)
    expect(zh).toHaveLength(en.length)
    expect(zh.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
    expect(en.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    expect([...zh, ...en].filter((text) => text.includes('||'))).toEqual([])
  }, 120_000)
})
