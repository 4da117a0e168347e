import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMessage } from '../../src/deliver/compose.ts'
import type { MailAddress } from '../../src/model/mail-address.ts'
import { readLetterLayout } from '../../src/publish/read-layout.ts'
import { exportTables } from '../../src/report/export-tables.ts'
import type { Lang } from '../../src/report/messages/catalogue.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { renderLetter } from '../../src/report/render-letter.ts'
import { toCsv } from '../../src/report/to-csv.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { BROWSER, type Shown, showInBrowser } from '../support/browser.ts'
import { NOW } from '../support/databases.ts'
import { hostile, makePoisoned } from '../support/poisoned.ts'

const TEMPLATES = join(ROOT, 'templates')

// Registers itself only where there is a browser: what checks the whole project installs one.
if (BROWSER !== undefined) {
  const lang = ['zh', 'en'] as const
  const what = ['page', 'letter'] as const
  describe.each(what.flatMap((form) => lang.map((one) => [form, one] as const)))(
    'hostile text in the %s, %s',
    (form, lang) => {
      let shown: Shown
      beforeAll(async () => {
        shown = await showInBrowser(form === 'page' ? await pageOf(lang) : await letterOf(lang))
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
            await page.evaluate(
              'document.querySelectorAll("img:not([src^=\\"cid:\\"]), iframe, base, object").length',
            ),
          ).toBe(0)
          const addresses = await page.evaluate(
            '[...document.links].map((one) => one.protocol).filter((one) => !/^(https?|file):$/.test(one))',
          )
          expect(addresses).toEqual([])
          expect(happened.filter((one) => !one.startsWith('cid:'))).toEqual([shown.address])
          await page.close()
        },
      )
    },
  )
}

function pageOf(lang: Lang): Promise<string> {
  return renderEdition(makePoisoned(), { lang, templates: TEMPLATES })
}

/** As it is sent: what the message makes of it is what arrives. */
async function letterOf(lang: Lang): Promise<string> {
  const letter = renderLetter(
    { sha256: 'c0ffee'.padEnd(64, '0'), findings: makePoisoned(), renderedAt: NOW },
    { name: hostile[0] ?? '', lang, zone: 'Asia/Shanghai' },
    await readLetterLayout(TEMPLATES),
  )
  const address = 'wang@example.com' as MailAddress
  const bytes = await composeMessage(
    letter,
    {
      to: { name: hostile[0] ?? '', address },
      messageId: '<1@example.com>',
      date: NOW,
      unsubscribe: {},
    },
    { name: 'Feast Gap', address },
  )
  return (await PostalMime.parse(bytes)).html ?? ''
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
