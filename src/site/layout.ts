import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import type { ChoicePage } from '../report/site/choice-page.ts'
import type { SitePage } from '../report/site/site-view.ts'

const OPTIONS = { strict: true, knownHelpersOnly: true, noEscape: false } as const

/** In this order; the report has all but the last of them too. */
const STYLES = ['theme.css', 'first-screen.css', 'tables.css', 'charts.css', 'site/site.css']

/** A finished page, and what a browser may do with it. */
export interface Rendered {
  readonly html: string
  readonly policy: string
}

/** The templates of the archive, read once. */
export interface Layout {
  readonly page: (page: SitePage) => Rendered
  readonly choice: (page: ChoicePage) => Rendered
}

export async function readLayout(templates: string): Promise<Layout> {
  const css = (
    await Promise.all(STYLES.map((name) => readFile(join(templates, name), 'utf8')))
  ).join('\n')
  const handlebars = Handlebars.create()
  const partials = join(templates, 'site', 'partials')
  for (const name of await readdir(partials)) {
    const text = await readFile(join(partials, name), 'utf8')
    handlebars.registerPartial(basename(name, '.hbs'), handlebars.compile(text, OPTIONS))
  }
  const template = async (name: string): Promise<(view: object) => string> =>
    handlebars.compile(await readFile(join(templates, 'site', name), 'utf8'), OPTIONS)
  const [page, choice] = [await template('page.hbs'), await template('choice.hbs')]
  const render = (
    fill: (view: object) => string,
    view: object,
    formAction: 'none' | 'self',
  ): Rendered => {
    const policy = policyOf(css, formAction)
    return { html: fill({ page: view, css, policy }), policy: `${policy}; frame-ancestors 'none'` }
  }
  return {
    page: (view) => render(page, view, view.button === '' ? 'none' : 'self'),
    choice: (view) => render(choice, view, 'none'),
  }
}

/** The pages run nothing and fetch nothing: one style sheet, known by its hash. */
function policyOf(css: string, formAction: 'none' | 'self'): string {
  return `default-src 'none'; style-src '${hashOf(css)}'; base-uri 'none'; form-action '${formAction}'`
}

/**
 * What a browser may do with a published edition: what stands in its own bytes. Styles of single marks in its charts are
 * attributes, which hashes do not cover.
 */
export function policyOfReport(html: string): string {
  const styles = hashesOf(html, /<style ?>(?<text>.*?)<\/style>/gs)
  const scripts = hashesOf(html, /<script>(?<text>.*?)<\/script>/gs)
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `style-src-elem ${styles}`,
    "style-src-attr 'unsafe-inline'",
    `script-src ${scripts}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function hashesOf(html: string, pattern: RegExp): string {
  const hashes = [...html.matchAll(pattern)].map(
    ({ groups }) => `'${hashOf(asParsed(groups?.['text'] ?? ''))}'`,
  )
  return hashes.length === 0 ? "'none'" : hashes.join(' ')
}

/** Sheets within a chart stand in marks that a browser takes off before it looks at the hash. */
function asParsed(text: string): string {
  return text.replace('<![CDATA[', '').replace(']]>', '')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
