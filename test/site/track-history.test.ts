import { join } from 'node:path'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { checkCharts } from '../../src/gate/check-charts.ts'
import type { Findings } from '../../src/model/findings.ts'
import { siteWords } from '../../src/report/site/site-view.ts'
import { trackPage } from '../../src/report/site/track-page.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readLayout } from '../../src/site/layout.ts'
import { bn, findingsOf, HALF_YEARS } from '../support/findings-of.ts'
import { shelfOf } from '../support/shelf-of.ts'

const layout = await readLayout(join(ROOT, 'templates'))

/** The page of the track in an archive of these editions. */
function trackPageOf(
  editions: readonly Findings[],
  lang: 'zh' | 'en' = 'en',
): ReturnType<typeof load> {
  const words = siteWords(lang, shelfOf(editions, lang), { hasPdf: false })
  return load(layout.page(trackPage('ai-foundation-models', words)).html)
}

const before = findingsOf({ period: '2022-H2', disclosed: bn('2', '3'), excess: '-0.031' })

describe('the history of a track', () => {
  it('is drawn for telephones and for wide screens, with something in it, its table below', () => {
    const $ = trackPageOf(HALF_YEARS)
    const rows = $('figure ~ .scroll tbody tr')
    const drawings = $('svg.chart')
      .toArray()
      .map((one) => ({ place: 'history', svg: $.html(one), lines: rows.length }))
    expect([drawings.length, rows.length]).toEqual([2, 4])
    expect(checkCharts(drawings)).toEqual([])
    for (const { svg } of drawings) {
      const names = load(svg)('text')
        .toArray()
        .map((one) => $(one).text())
      expect(names).toContain('2023-H1')
      // The excess of one half-year and the money of another are not known.
      expect(names.filter((name) => name === '?')).toHaveLength(2)
    }
    expect($('figure .picture').attr('aria-label')).toBe($('figcaption').text().trim())
    expect($('figure').nextAll('.scroll')).toHaveLength(1)
  })

  it('carries no style that the policy of the page would not allow', () => {
    const $ = trackPageOf(HALF_YEARS)
    expect($('body style, body [style]')).toHaveLength(0)
  })

  it.each([
    ['known', bn('4.1', '5.9'), /^Disclosed inflow: 2023-H1 ¥4\.1–5\.9 bn, 2022-H2 ¥2\.0–3\.0 bn/],
    ['not known', 'unknown' as const, /^Disclosed inflow: 2023-H1 unknown, 2022-H2 ¥2\.0–3\.0 bn/],
  ])(
    'says levels and not which is larger, for sources may have changed: %s',
    (_, disclosed, title) => {
      const $ = trackPageOf([before, findingsOf({ disclosed, excess: '0.316' })])
      const text = $('figcaption').text().trim()
      expect(text).toMatch(title)
      expect(text).not.toMatch(/more|less/i)
      expect(text).toMatch(/; the board’s excess \+31\.6 points after −3\.1 points$/)
    },
  )

  it('says it in Chinese too', () => {
    const $ = trackPageOf(HALF_YEARS, 'zh')
    expect($('figcaption').text().trim()).toBe(
      '已披露流入：2023 上半年 41–59 亿元，2022 下半年 4.0–9.0 亿元；板块超额 +31.6 点，此前 −3.1 点',
    )
  })

  it.each([
    ['one edition', [before]],
    ['one period, told twice', [before, { ...before, asOf: '2026-09-01' as Findings['asOf'] }]],
    ['periods of two lengths', [before, findingsOf({ period: '2023-06' })]],
    [
      'two periods of which one is unknown',
      [before, findingsOf({ excess: 'unknown', disclosed: 'unknown' })],
    ],
  ])('is not drawn of %s: its table says it', (_, editions) => {
    const $ = trackPageOf(editions)
    expect($('svg, figure')).toHaveLength(0)
    expect($('main table').first().find('tbody tr')).toHaveLength(editions.length)
  })

  it('shows each period as its newest edition tells it', () => {
    const corrected = findingsOf({ excess: 'unknown', disclosed: bn('1', '1'), asOf: '2026-09-01' })
    const $ = trackPageOf([...HALF_YEARS, corrected])
    expect($('figcaption').text()).toMatch(
      /^\s*Disclosed inflow: .* ¥1\.00 bn, .* ¥0\.40–0\.90 bn; .* excess unknown after/,
    )
    expect($('main table').first().find('tbody tr')).toHaveLength(5)
  })

  it('draws the length that has most periods, and not more of them than can be told apart', () => {
    const months = Array.from({ length: 30 }, (_, index) => {
      const month = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
      return findingsOf({ period: month })
    })
    const $ = trackPageOf([...months, ...HALF_YEARS])
    expect($('figure .note').text()).toContain('The newest 24 periods')
    const names = $('.narrow svg text')
      .toArray()
      .map((one) => $(one).text())
    expect(names.filter((name) => /^202\d-\d\d$/.test(name))).toEqual([
      '2021-02',
      '2021-10',
      '2022-06',
    ])
  })
})
