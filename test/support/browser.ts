import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../src/runtime/find-browser.ts'
import { makeFolder } from './folders.ts'

/** The browser of this machine; undefined: what is tried in one does not register. */
export const BROWSER = process.env['CHROMIUM_PATH'] || findBrowser(process.env['PATH'] ?? '')

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(BROWSER === undefined ? {} : { executablePath: BROWSER }),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}

/** A page as a file, and a browser to open it with. */
export interface Shown extends AsyncDisposable {
  readonly browser: Browser
  readonly address: string
}

export async function showInBrowser(html: string): Promise<Shown> {
  const folder = makeFolder()
  const address = pathToFileURL(folder.write('edition.html', html)).href
  const browser = await openBrowser()
  return {
    browser,
    address,
    async [Symbol.asyncDispose]() {
      await browser.close()
      folder[Symbol.dispose]()
    },
  }
}
