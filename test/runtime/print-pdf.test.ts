import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it, vi } from 'vitest'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { findPrinter, needPrinter } from '../../src/runtime/print-pdf.ts'
import { makeFindings } from '../support/make-findings.ts'

const print = findPrinter()

// Registers itself only where there is a browser: what checks the whole project installs one.
if (print !== undefined) {
  it.each([
    ['zh', /A 股盛宴\s*是/, /大模型/],
    ['en', /A-share feast\s*yes/, /Foundation models/],
  ] as const)(
    'prints an edition with its verdict, page by page, in %s',
    async (lang, verdict, track) => {
      const html = await renderEdition(makeFindings(), { lang, templates: join(ROOT, 'templates') })
      const pdf = await getDocumentProxy(new Uint8Array(await print(Buffer.from(html))))
      const { totalPages, text } = await extractText(pdf, { mergePages: false })
      expect(totalPages).toBeGreaterThan(3)
      const [first = ''] = text
      expect(first).toMatch(verdict)
      expect(first).toMatch(track)
      for (const page of text) expect(page.trim()).not.toBe('')
      // What is folded on the screen is on paper.
      expect(text.join(' ')).toContain('示例应用')
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
      expect(width).toBeGreaterThan(height)
    },
  )
}

it('says what to install where there is no browser', () => {
  vi.stubEnv('PATH', '/nowhere')
  try {
    expect(needPrinter).toThrow(/none is on the PATH.*apt-get install chromium/)
  } finally {
    vi.unstubAllEnvs()
  }
})
