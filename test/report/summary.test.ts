import { describe, expect, it } from 'vitest'
import { speaker } from '../../src/report/messages/catalogue.ts'
import { periodInWords } from '../../src/report/period-words.ts'
import { renderSummary } from '../../src/report/render-summary.ts'
import { makeFindings } from '../support/make-findings.ts'

describe('the summary for a terminal', () => {
  it('lines its columns up, wide characters counting two', () => {
    const lines = renderSummary(makeFindings(), 'zh').split('\n')
    const [header = '', , models = '', other = ''] = lines.slice(1)
    expect(header).toContain('赛道')
    expect(columnsTo(models, '+33.8 %')).toBe(columnsTo(header, '涨跌'))
    expect(columnsTo(models, '41–59 亿元')).toBe(columnsTo(header, '已披露'))
    expect(other).toContain('不判')
  })

  it.each(['zh', 'en'] as const)('fits a terminal of 132 columns in %s', (lang) => {
    const table = renderSummary(makeFindings(), lang).split('\n').slice(1, 5)
    for (const line of table) expect(widthOf(line)).toBeLessThanOrEqual(132)
  })
})

describe('periods', () => {
  it.each([
    ['2023', '2023 全年', 'full year 2023'],
    ['2023-H2', '2023 下半年', '2023-H2'],
    ['2023-Q3', '2023 年第 3 季度', '2023-Q3'],
    ['2023-06', '2023年6月', 'June 2023'],
    ['2023-01-05..2023-02-01', '2023-01-05 至 2023-02-01', '2023-01-05 to 2023-02-01'],
    ['spring 2023', 'spring 2023', 'spring 2023'],
  ])('%s is said as people say it', (id, inChinese, inEnglish) => {
    expect(periodInWords(id, speaker('zh'))).toBe(inChinese)
    expect(periodInWords(id, speaker('en'))).toBe(inEnglish)
  })
})

function columnsTo(line: string, text: string): number {
  return widthOf(line.slice(0, line.indexOf(text) + text.length))
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffe6]/u.test(letter) ? 2 : 1), 0)
}
