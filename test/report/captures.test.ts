import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { checkFigures } from '../../src/gate/check-figures.ts'
import { knowFigures } from '../../src/gate/known-figures.ts'
import { readPage } from '../../src/gate/read-page.ts'
import type { CaptureRange } from '../../src/model/capture-finding.ts'
import type { Findings } from '../../src/model/findings.ts'
import { flattenFindings } from '../../src/report/flatten-findings.ts'
import { speaker } from '../../src/report/messages/catalogue.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeCaptureRange, makeFindings, makeTrack } from '../support/make-findings.ts'

/** Findings of which the headline track was recorded so far. */
function captured(range: Partial<CaptureRange>): Findings {
  return makeFindings({ tracks: [makeTrack({ capture: makeCaptureRange(range) })] })
}

const levels = (low: string, high: string): CaptureRange['levels'] => ({
  from: 'published',
  details: { captureLow: low, captureHigh: high, bar: '0.6', publishers: 'DealStreetAsia' },
})

describe.each(['zh', 'en'] as const)('capture in %s', (lang) => {
  const say = speaker(lang)

  /** The lines of the page that tell of the track's capture; all that it prints was read back. */
  async function linesOf(findings: Findings): Promise<readonly string[]> {
    const html = await renderEdition(findings, { lang, templates: `${ROOT}/templates` })
    const figures = knowFigures([...flattenFindings(findings)])
    const printed = readPage(html, 'page').figures.filter(({ path }) => path.includes('.capture.'))
    expect(printed.length).toBeGreaterThan(3)
    expect(checkFigures(printed, figures, (group, code) => say.code(group, code))).toEqual([])
    const $ = load(html)
    return $('tr:has([data-figure*="foundation-models.capture."])')
      .toArray()
      .map((row) => $(row).text().replaceAll(/\s+/g, ' '))
  }

  it('of one value is one value', async () => {
    const one = { low: '0.042', high: '0.042' }
    const lines = await linesOf(
      captured({ countShare: one, yuanShare: one, levels: levels(one.low, one.high) }),
    )
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/4\.2 % (?:到|至|to) 4\.2 %/)
    expect(lines.join()).toContain(
      lang === 'zh' ? '自有记录占 4.2 %' : 'our rows are 4.2 % of them',
    )
  })

  it('of more than was published says so beside the level, and why in the table of captures', async () => {
    const beside = lang === 'zh' ? '（所录多于公布）' : '(more recorded than published)'
    const said = async (range: Partial<CaptureRange>): Promise<readonly boolean[]> => {
      const lines = (await linesOf(captured(range))).join()
      return [lines.includes(beside), lines.includes(say('capture.more'))]
    }
    expect(await said({ yuanShare: { low: '0.85', high: '1.3' } })).toEqual([true, true])
    expect(await said({ countShare: { low: '1.2', high: '1.2' } })).toEqual([true, true])
    expect(await said({ yuanShare: { low: '0.85', high: '1' } })).toEqual([false, false])
  })

  it('of the whole market says so on the first screen too', async () => {
    const { capture } = makeFindings()
    const html = await renderEdition(
      makeFindings({ capture: { ...capture, countShare: '1.05' } }),
      {
        lang,
        templates: `${ROOT}/templates`,
      },
    )
    expect(load(html)('body').text()).toMatch(
      lang === 'zh' ? /105\.0 %，所录多于公布/ : /105\.0 %, more recorded than published/,
    )
  })
})
