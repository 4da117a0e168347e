import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeEffects } from '../support/databases.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { makeFindings } from '../support/make-findings.ts'
import { find, importSample } from '../support/sample.ts'

const program = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
].find((path) => path !== '' && existsSync(path))

// Registers itself only where there is a browser: what checks the whole project installs one.
if (program !== undefined) {
  describe.each(['zh', 'en'] as const)('the page in a browser, %s', (lang) => {
    let browser: Browser
    let folder: Folder
    let address: string
    beforeAll(async () => {
      folder = makeFolder()
      await using db = await openInMemory()
      const effects = await makeEffects(db)
      await importSample(effects)
      const html = await renderEdition(await find(effects, '2023-H1'), {
        lang,
        templates: join(ROOT, 'templates'),
      })
      address = pathToFileURL(folder.write('edition.html', html)).href
      browser = await chromium.launch({
        executablePath: program,
        args: ['--no-sandbox', '--disable-background-networking'],
      })
    })
    afterAll(async () => {
      await browser.close()
      folder[Symbol.dispose]()
    })

    it.each([360, 768, 1440])(
      'fits %i pixels, asks for nothing, complains of nothing',
      async (width) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
          const requests: string[] = []
          const complaints: string[] = []
          page.on('request', (request) => requests.push(request.url()))
          page.on('console', (message) => complaints.push(message.text()))
          page.on('pageerror', (error) => complaints.push(error.message))
          await page.goto(address)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          )
          expect(requests).toEqual([address])
          expect(complaints).toEqual([])
          await page.close()
        }
      },
    )

    it('has the verdict, and the figures behind it, on the first screen', async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(address)
      const bottoms = await page.evaluate(
        `[...document.querySelectorAll('.first [data-figure]')].map((one) => one.getBoundingClientRect().bottom)`,
      )
      expect(Math.max(...(bottoms as number[]))).toBeLessThanOrEqual(900)
      await page.close()
    })

    it('draws all its charts with ink in them', async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(address)
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
