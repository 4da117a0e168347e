import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Findings } from '../../src/model/findings.ts'
import { exportTables } from '../../src/report/export-tables.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { toCsv } from '../../src/report/to-csv.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { BROWSER, type Shown, showInBrowser } from '../support/browser.ts'
import { hostileStrings } from '../support/hostile.ts'
import { makeFindings } from '../support/make-findings.ts'

/** Text of others, by the name of its property; codes, paths and numbers are ours. */
const FREE = new Set([
  ...['company', 'companyEn', 'amountText', 'roundText', 'note', 'name', 'publisher', 'claim'],
  ...['outlet', 'scope', 'event', 'valuationText', 'endReason', 'statement', 'author', 'url'],
  ...['recipient', 'subject', 'zh', 'en', 'source', 'code'],
])
/** Parts whose texts are words of ours. */
const OURS = new Set(['period', 'changes'])

const hostile = hostileStrings()

const LISTS = new Set(['urls', 'files', 'examples'])

/** The findings with hostile text in every property that holds text of others, another one each time. */
function poison(findings: Findings): Findings {
  let turn = 0
  return poisonPart(findings, () => hostile[turn++ % hostile.length] ?? '') as Findings
}

function poisonPart(part: object, next: () => string): object {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      OURS.has(name) ? value : poisonValue(value, name, next),
    ]),
  )
}

function poisonValue(value: unknown, name: string, next: () => string): unknown {
  if (typeof value === 'string') return FREE.has(name) ? next() : value
  if (Array.isArray(value))
    return value.map((one) => (LISTS.has(name) ? next() : poisonValue(one, name, next)))
  return typeof value === 'object' && value !== null ? poisonPart(value, next) : value
}

/** Enough deals that every string is used. */
function makePoisoned(): Findings {
  const plain = makeFindings()
  const [deal] = plain.deals
  if (deal === undefined) throw new Error('no deal to poison')
  return poison({
    ...plain,
    deals: Array.from({ length: 60 }, (_, index) => ({ ...deal, dealId: String(index) })),
  })
}

// Registers itself only where there is a browser: what checks the whole project installs one.
if (BROWSER !== undefined) {
  describe.each(['zh', 'en'] as const)('hostile text in the page, %s', (lang) => {
    let shown: Shown
    beforeAll(async () => {
      const html = await renderEdition(makePoisoned(), { lang, templates: join(ROOT, 'templates') })
      shown = await showInBrowser(html)
    })
    afterAll(() => shown[Symbol.asyncDispose]())

    it.each([360, 1440])(
      'runs nothing, asks for nothing and stays within %i pixels',
      async (width) => {
        const page = await shown.browser.newPage({ viewport: { width, height: 900 } })
        const happened: string[] = []
        page.on('dialog', (dialog) => {
          happened.push(dialog.message())
          void dialog.dismiss()
        })
        page.on('request', (request) => happened.push(request.url()))
        page.on('pageerror', (error) => happened.push(error.message))
        await page.goto(shown.address)
        await page.evaluate(
          'for (const one of document.querySelectorAll("details")) one.open = true',
        )
        // Whatever waits for a pointer or for focus gets both.
        await page.evaluate(
          `for (const one of document.querySelectorAll('body *'))
             for (const kind of ['mouseover', 'focus', 'click'])
               if (!one.closest('a')) one.dispatchEvent(new Event(kind, { bubbles: true }))`,
        )
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
        expect(
          await page.evaluate('document.querySelectorAll("img, iframe, base, object").length'),
        ).toBe(0)
        const addresses = await page.evaluate(
          '[...document.links].map((one) => one.protocol).filter((one) => !/^(https?|file):$/.test(one))',
        )
        expect(addresses).toEqual([])
        expect(happened).toEqual([shown.address])
        await page.close()
      },
    )
  })
}

it('is used to the last string', () => {
  const text = JSON.stringify(makePoisoned())
  expect(hostile.length).toBeGreaterThanOrEqual(300)
  expect(hostile.filter((one) => !text.includes(JSON.stringify(one).slice(1, -1)))).toEqual([])
})

it('begins no formula in any cell of the export', () => {
  for (const { columns, rows } of exportTables(makePoisoned())) {
    const lines: string[][] = parse(toCsv(columns, rows), { bom: true })
    expect(lines).toHaveLength(rows.length + 1)
    for (const cell of lines.flat())
      expect(/^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell)).toBe(false)
  }
})
