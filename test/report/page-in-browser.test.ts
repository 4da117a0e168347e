import { join } from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { BROWSER, type Shown, showInBrowser } from '../support/browser.ts'
import { makeEffects } from '../support/databases.ts'
import { makeFindings } from '../support/make-findings.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample } from '../support/sample.ts'

const UNFOLD = 'for (const one of document.querySelectorAll("details")) one.open = true'

// Registers itself only where there is a browser: what checks the whole project installs one.
if (BROWSER !== undefined) {
  describe.each(['zh', 'en'] as const)('the page in a browser, %s', (lang) => {
    let shown: Shown
    beforeAll(async () => {
      await using db = await newEmbedded()
      const effects = await makeEffects(db)
      await importSample(effects)
      const html = await renderEdition(await find(effects, '2023-H1'), {
        lang,
        templates: join(ROOT, 'templates'),
      })
      shown = await showInBrowser(html)
    })
    afterAll(() => shown[Symbol.asyncDispose]())

    it.each([360, 768, 1440])(
      'fits %i pixels, asks for nothing, complains of nothing',
      async (width) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await shown.browser.newPage({
            viewport: { width, height: 900 },
            colorScheme,
          })
          const requests: string[] = []
          const complaints: string[] = []
          page.on('request', (request) => requests.push(request.url()))
          page.on('console', (message) => complaints.push(message.text()))
          page.on('pageerror', (error) => complaints.push(error.message))
          await page.goto(shown.address)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          )
          expect(requests).toEqual([shown.address])
          expect(complaints).toEqual([])
          await page.close()
        }
      },
    )

    it.each([1280, 1366, 1440])('shows all tracks side by side at %i pixels', async (width) => {
      const page = await shown.browser.newPage({ viewport: { width, height: 900 } })
      await page.goto(shown.address)
      const [frame, table] = (await page.evaluate(
        `[document.querySelector('#tracks .scroll').clientWidth, document.querySelector('#tracks table').offsetWidth]`,
      )) as [number, number]
      expect(table).toBeLessThanOrEqual(frame)
      await page.close()
    })

    it.each([360, 768])(
      'squeezes no column to one character a line at %i pixels',
      async (width) => {
        const page = await shown.browser.newPage({ viewport: { width, height: 740 } })
        await page.goto(shown.address)
        const widths = (await page.evaluate(`(() => {
        for (const one of document.querySelectorAll('details')) one.open = true
        return [...document.querySelectorAll('tbody td:not(.num)')]
          .filter((cell) => cell.textContent.trim() !== '')
          .map((cell) => cell.clientWidth)
      })()`)) as readonly number[]
        expect(widths.length).toBeGreaterThan(100)
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(60)
        await page.close()
      },
    )

    it('has the verdict, and the figures behind it, on the first screen', async () => {
      const page = await shown.browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(shown.address)
      const bottoms = await page.evaluate(
        `[...document.querySelectorAll('.first [data-figure]')].map((one) => one.getBoundingClientRect().bottom)`,
      )
      expect(Math.max(...(bottoms as number[]))).toBeLessThanOrEqual(900)
      await page.close()
    })

    it.each(['light', 'dark'] as const)(
      'has nothing axe complains of, folded tables included, in the %s theme',
      async (colorScheme) => {
        // Axe is put beside the page, whose policy allows no other script, so the policy is set aside for it alone.
        const context = await shown.browser.newContext({ colorScheme, bypassCSP: true })
        const page = await context.newPage()
        await page.goto(shown.address)
        await page.evaluate(UNFOLD)
        await page.addScriptTag({ content: axe.source })
        const found = await page.evaluate(
          `axe.run().then(({ passes, violations }) => ({ passes: passes.length, violations:
             violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')) }))`,
        )
        expect(found).toEqual({ passes: expect.any(Number), violations: [] })
        expect((found as { passes: number }).passes).toBeGreaterThan(20)
        await context.close()
      },
      60_000,
    )

    it('says its sentences in one run, figures and all', async () => {
      const page = await shown.browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(shown.address)
      await page.evaluate(UNFOLD)
      const displays = await page.evaluate(
        `[...document.querySelectorAll('caption > span > *, summary > *, figcaption > *')].map((one) => getComputedStyle(one).display)`,
      )
      expect((displays as string[]).length).toBeGreaterThan(10)
      expect(new Set(displays as string[])).toEqual(new Set(['inline']))
      await page.close()
    })

    it('sorts its tracks by a figure, says which way, and puts what is unknown last', async () => {
      const page = await shown.browser.newPage()
      await page.goto(shown.address)
      const column = '#tracks > [data-sortable] thead th:nth-child(5)'
      const seen = (): Promise<unknown> =>
        page.evaluate(
          `[...document.querySelectorAll('#tracks > [data-sortable] tbody td:nth-child(5)')].map((one) => Number(one.dataset.sort))`,
        )
      const sorted: unknown[] = []
      for (const direction of ['descending', 'ascending']) {
        await page.locator(`${column} button`).click()
        expect(await page.locator(column).getAttribute('aria-sort')).toBe(direction)
        sorted.push(await seen())
      }
      const [down, up] = sorted as [number[], number[]]
      const known = down.slice(0, -1)
      expect(known).toEqual([...known].sort((a, b) => b - a))
      expect(up.slice(0, -1)).toEqual([...known].reverse())
      expect([down.at(-1), up.at(-1)]).toEqual([Number.NaN, Number.NaN])
      await page.close()
    })

    it('is whole with scripts off', async () => {
      const context = await shown.browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(shown.address)
      expect(await page.locator('#tracks thead button').count()).toBe(0)
      expect(await page.locator('#tracks > [data-sortable] tbody tr').count()).toBe(9)
      await context.close()
    })

    it.each([360, 768, 1440])('draws no letter below 11 pixels at %i pixels', async (width) => {
      const page = await shown.browser.newPage({ viewport: { width, height: 900 } })
      await page.goto(shown.address)
      const small = await page.evaluate(
        `[...document.querySelectorAll('svg.chart')].filter((one) => one.getBoundingClientRect().width > 0)
          .flatMap((one) => [...one.querySelectorAll('text')].map((text) =>
            parseFloat(getComputedStyle(text).fontSize) * one.getBoundingClientRect().width / one.viewBox.baseVal.width))
          .filter((size) => size < 11)`,
      )
      expect(small).toEqual([])
      await page.close()
    })

    it('prints what is folded, whole, on white, with the addresses of its sources', async () => {
      // As wide as the printed part of a sheet of A4 on its side.
      const page = await shown.browser.newPage({
        viewport: { width: 1030, height: 690 },
        colorScheme: 'dark',
      })
      await page.goto(shown.address)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const printed = await page.evaluate(`({
        ground: getComputedStyle(document.body).backgroundColor,
        cut: [...document.querySelectorAll('.scroll')].filter((one) => one.scrollHeight > one.clientHeight + 1).length,
        wide: document.documentElement.scrollWidth,
        folded: [...document.querySelectorAll('details table')].filter((one) => one.getBoundingClientRect().height === 0).length,
        address: getComputedStyle(document.querySelector('#deals td a'), '::after').content,
      })`)
      expect(printed).toMatchObject({
        ground: 'rgb(255, 255, 255)',
        cut: 0,
        wide: 1030,
        folded: 0,
      })
      expect((printed as { address: string }).address).toContain('http')
      await page.close()
    })

    it('draws all its charts with ink in them', async () => {
      const page = await shown.browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(shown.address)
      const charts = await page.evaluate(
        `[...document.querySelectorAll('svg.chart')].map((one) => one.querySelectorAll('path, rect, circle, line').length)`,
      )
      expect(charts).toHaveLength(11)
      for (const shapes of charts as number[]) expect(shapes).toBeGreaterThan(8)
      const hidden = await page.evaluate(
        `[...document.querySelectorAll('svg.chart text')].filter((one) => getComputedStyle(one).fill === 'none').length`,
      )
      expect(hidden).toBe(0)
      await page.close()
    })
  })
}

it('says its charset where a browser that opens it from disk looks: within the first kilobyte', async () => {
  const html = await renderEdition(makeFindings(), {
    lang: 'zh',
    templates: join(ROOT, 'templates'),
  })
  expect(Buffer.from(html).subarray(0, 1024).toString()).toContain('<meta charset="utf-8">')
})
