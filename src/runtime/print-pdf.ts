import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { searchPath } from './config.ts'
import { OperatorError } from './errors.ts'
import { findBrowser } from './find-browser.ts'

const LONGEST_MS = 120_000

/** Prints one of our pages as PDF, as its style sheet for paper says. */
export type PrintPdf = (page: Uint8Array) => Promise<Uint8Array>

/** The Chromium of this machine as a printer; undefined: there is none. */
export function findPrinter(): PrintPdf | undefined {
  const browser = findBrowser(searchPath())
  return browser === undefined ? undefined : (page) => print(page, browser)
}

/** The same where nothing can be done without. */
export function needPrinter(): PrintPdf {
  const printer = findPrinter()
  if (printer !== undefined) return printer
  throw new OperatorError(
    'A PDF is printed by Chromium, and none is on the PATH. Install one (Debian: apt-get install chromium), or leave out --pdf.',
    { code: 'no-browser' },
  )
}

/** In a folder and with a profile of its own, without network: the page has all it needs. */
async function print(page: Uint8Array, browser: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'feastgap-pdf-'))
  try {
    const [html, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(html, page)
    await promisify(execFile)(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        // It refuses to sandbox itself as root; what it opens is our own page.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        pathToFileURL(html).href,
      ],
      { timeout: LONGEST_MS, env: { PATH: searchPath(), HOME: folder } },
    )
    return await readFile(pdf)
  } catch (error) {
    throw new OperatorError(`${browser} printed no PDF: ${firstLine(error)}`, {
      code: 'pdf',
      cause: error,
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
