import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import type { Findings } from '../model/findings.ts'
import type { Lang } from './messages/catalogue.ts'
import type { EditionView } from './view.ts'

const OPTIONS = { strict: true, knownHelpersOnly: true, noEscape: false } as const

/** In this order; the archive shares all but the last. */
const STYLES = ['theme.css', 'first-screen.css', 'tables.css', 'charts.css', 'report.css']

/**
 * One self-contained HTML page. The same findings give the same bytes. `templates` is the folder of the templates.
 * The library of the charts is heavy, so it is loaded with the first page, not with the program.
 */
export async function renderEdition(
  findings: Findings,
  { lang, templates }: { readonly lang: Lang; readonly templates: string },
): Promise<string> {
  const { toView } = await import('./view.ts')
  const handlebars = Handlebars.create()
  const folder = join(templates, 'partials')
  for (const name of (await readdir(folder)).sort()) {
    handlebars.registerPartial(
      basename(name, '.hbs'),
      handlebars.compile(await readFile(join(folder, name), 'utf8'), OPTIONS),
    )
  }
  const page = handlebars.compile<EditionView>(
    await readFile(join(templates, 'report.hbs'), 'utf8'),
    OPTIONS,
  )
  const css = (
    await Promise.all(STYLES.map((name) => readFile(join(templates, name), 'utf8')))
  ).join('\n')
  const script = await readFile(join(templates, 'report.js'), 'utf8')
  const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`
  return page(toView(findings, lang, { css, script, scriptHash }))
}
