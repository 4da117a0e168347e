import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { DealLine, Findings } from '../../src/model/findings.ts'
import type { ShelvedEdition } from '../../src/model/shelf.ts'
import { readLetterLayout } from '../../src/publish/read-layout.ts'
import { renderLetter } from '../../src/report/render-letter.ts'
import { addresses } from '../../src/report/site/addresses.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type ArchiveServer, makeSite, publishBoth, serveSite } from '../support/archive-server.ts'
import { BROWSER, openBrowser } from '../support/browser.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { findingsOf, HALF_YEARS } from '../support/findings-of.ts'
import { makeFolder } from '../support/folders.ts'
import { hostileStrings } from '../support/hostile.ts'
import { makeFindings } from '../support/make-findings.ts'
import { newEmbedded } from '../support/new-embedded.ts'

/** No letter of the code 0: a database takes none. */
const hostile = hostileStrings().filter((text) => !text.includes('\0'))

/** Deals whose companies, investors and texts are all of those who mean harm: every string at least once. */
function makeHostile(): Findings {
  const plain = makeFindings()
  const [deal] = plain.deals
  if (deal === undefined) throw new Error('no deal to poison')
  const deals: readonly DealLine[] = hostile.map((text, index) => ({
    ...deal,
    dealId: String(index),
    announcedOn: '2023-03-01' as CalendarDate,
    company: text,
    companyEn: hostile[(index + 1) % hostile.length] ?? '',
    province: hostile[(index + 2) % hostile.length] ?? '',
    roundText: hostile[(index + 3) % hostile.length] ?? '',
    amountText: hostile[(index + 4) % hostile.length] ?? '',
    note: hostile[(index + 5) % hostile.length] ?? '',
    urls: [hostile[(index + 6) % hostile.length] ?? ''],
    investors: [{ name: text, lead: true, kind: 'unknown' }],
  }))
  return { ...plain, deals, exclusions: [], unicorns: [] }
}

type Paths = Readonly<Record<'tracks' | 'companies' | 'investors' | 'editions', readonly string[]>>

async function archiveOf(...editions: readonly Findings[]): Promise<{
  readonly server: ArchiveServer
  readonly paths: Paths
  /** The newest. */
  readonly edition: ShelvedEdition
}> {
  const db = await newEmbedded()
  const effects = await makeEffects(db)
  for (const findings of editions) await publishBoth(findings, effects)
  const site = await makeSite(effects, {
    errorsTo: 'https://example.com/new?e={edition}&f={figure}',
  })
  const shelf = await site.archive.shelf()
  const [edition] = shelf.editions
  if (edition === undefined) throw new Error('nothing was published')
  const served = await serveSite(site, { db })
  return {
    edition,
    server: {
      ...served,
      async [Symbol.asyncDispose]() {
        await served[Symbol.asyncDispose]()
        await db[Symbol.asyncDispose]()
      },
    },
    paths: {
      tracks: shelf.tracks.map(({ id }) => addresses.track('zh', id)),
      companies: [...shelf.companies.keys()].map((key) => addresses.company('zh', key)),
      investors: [...shelf.investors.keys()].map((key) => addresses.investor('zh', key)),
      editions: shelf.editions.flatMap((one) => [
        addresses.edition('zh', one),
        addresses.report(one),
      ]),
    },
  }
}

/** What a page does that it should not: asks for more than itself, complains, opens a dialog. */
function watch(page: Page): string[] {
  const happened: string[] = []
  page.on('request', (request) => happened.push(request.url()))
  page.on('console', (message) => happened.push(message.text()))
  page.on('pageerror', (error) => happened.push(error.message))
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return happened
}

/** One page of each kind, in both languages. */
function everyKind({ tracks, companies, investors, editions }: Paths): readonly string[] {
  const parties = [tracks, companies, investors].flatMap((list) => list.slice(0, 1))
  const pages = ['zh/index.html', 'zh/companies.html', 'zh/investors.html', ...parties, ...editions]
  const english = pages
    .filter((path) => path.startsWith('zh'))
    .map((path) => path.replace('zh', 'en'))
  return ['', 'unsubscribe/some-token', 'zh/404.html', ...pages, ...english]
}

/** Of each chart that is seen, the heights of its letters in pixels. */
const LETTERS_OF_CHARTS = `[...document.querySelectorAll('svg.chart')].filter((one) => one.getBoundingClientRect().width > 0)
  .map((one) => [...one.querySelectorAll('text')].map((text) =>
    parseFloat(getComputedStyle(text).fontSize) * one.getBoundingClientRect().width / one.viewBox.baseVal.width))`

async function axeOf(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
       id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')))`,
  )
}

// Registers itself only where there is a browser: what checks the whole project installs one.
if (BROWSER !== undefined) {
  describe('the archive in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    it.each(['light', 'dark'] as const)(
      'asks for nothing else, breaks no policy, fits every width, axe complains of nothing, in the %s theme',
      async (colorScheme) => {
        const { server, paths } = await archiveOf(
          findingsOf({ period: '2022-H2', excess: '-0.031' }),
          makeFindings(),
        )
        await using _ = server
        const plain = await browser.newContext({ colorScheme })
        // Axe is put beside the page, whose policy allows no script, so the policy is set aside for it alone.
        const open = await browser.newContext({ colorScheme, bypassCSP: true })
        const [page, looked] = [await plain.newPage(), await open.newPage()]
        const happened = watch(page)
        for (const path of everyKind(paths)) {
          const address = `${server.origin}/${path}`
          await page.goto(address)
          for (const width of [360, 768, 1440]) {
            await page.setViewportSize({ width, height: 900 })
            const wide = await page.evaluate('document.documentElement.scrollWidth')
            expect([path, wide]).toEqual([path, width])
          }
          expect(happened.splice(0)).toEqual([address])
          // The report has a test of its own.
          if (path.startsWith('editions/')) continue
          await looked.goto(address)
          expect([path, await axeOf(looked)]).toEqual([path, []])
        }
        await plain.close()
        await open.close()
      },
      180_000,
    )

    it('draws the history of a track, with letters of 11 pixels and more, and once at any width', async () => {
      const { server, paths } = await archiveOf(...HALF_YEARS)
      await using _ = server
      const page = await browser.newPage({ javaScriptEnabled: false })
      for (const path of [paths.tracks[0], paths.tracks[0]?.replace('zh', 'en')]) {
        await page.goto(`${server.origin}/${path}`)
        for (const width of [360, 719, 720, 1440]) {
          await page.setViewportSize({ width, height: 900 })
          const charts = (await page.evaluate(LETTERS_OF_CHARTS)) as number[][]
          const [letters = []] = charts
          expect([width, charts.length, letters.length > 10]).toEqual([width, 1, true])
          expect(Math.min(...letters)).toBeGreaterThanOrEqual(11)
        }
      }
      await page.close()
    }, 60_000)

    it('is led to from each sum and verdict of a letter, to the row of that very figure', async () => {
      const { server, edition } = await archiveOf(makeFindings())
      await using _ = server
      const letters = await readLetterLayout(join(ROOT, 'templates'))
      const places = `${server.origin}/${addresses.edition('en', edition)}`
      const { html } = renderLetter(
        { ...edition, findings: makeFindings(), renderedAt: NOW },
        { name: 'Reader', lang: 'en', zone: 'Asia/Shanghai', places },
        letters,
      )
      using folder = makeFolder()
      const letter = pathToFileURL(folder.write('letter.html', html)).href
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
      await page.goto(letter)
      const links = page.locator('a.figure')
      const figures = await links.allInnerTexts()
      expect(figures.length).toBeGreaterThan(3)
      for (const [index, figure] of figures.entries()) {
        await page.goto(letter)
        await links.nth(index).click()
        await page.waitForURL(`${places}#*`)
        const row = page.locator('tr:has(:target)')
        const { y = -1, height = 0 } = (await row.boundingBox()) ?? {}
        const value = (await row.locator('.num').textContent()) ?? ''
        // Of a side of a track the last line is its verdict, behind which may stand that it depends on something.
        const said = figure.replaceAll('\u00a0', ' ').split('\n').at(-1)
        expect(said?.replace(/ \(conditional\)$/, '')).toBe(value)
        expect([y > 0, y + height < 740]).toEqual([true, true])
      }
      await page.close()
    }, 60_000)

    it('runs nothing that a name or a note says, and stays within the page', async () => {
      const { server, paths } = await archiveOf(makeHostile())
      await using _ = server
      expect(paths.companies).toHaveLength(new Set(hostile).size)
      // Every string stands in these lists; of the pages of one party, one a kind of string.
      const all = ['zh/companies.html', 'zh/investors.html', 'zh/tracks/ai-foundation-models.html']
      const one = [...paths.companies.slice(0, 60), ...paths.investors.slice(60, 70)]
      const page = await browser.newPage({ viewport: { width: 360, height: 900 } })
      const happened = watch(page)
      for (const path of [...all, ...one]) {
        const address = `${server.origin}/${path}`
        await page.goto(address)
        const seen = await page.evaluate(`(() => {
          for (const one of document.querySelectorAll('body *'))
            for (const kind of ['mouseover', 'focus', 'click'])
              if (!one.closest('a')) one.dispatchEvent(new Event(kind, { bubbles: true }))
          return {
            wide: document.documentElement.scrollWidth,
            strange: document.querySelectorAll('img, iframe, base, object, script, form').length,
            links: [...document.links].map(({ protocol }) => protocol).filter((one) => !/^https?:$/.test(one)),
          }
        })()`)
        expect([path, seen, happened.splice(0)]).toEqual([
          path,
          { wide: 360, strange: 0, links: [] },
          [address],
        ])
      }
      await page.close()
    }, 180_000)
  })
}
