import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inline } from '@css-inline/css-inline'
import Handlebars from 'handlebars'
import type { Findings } from '../model/findings.ts'
import type { LetterLayout } from '../report/letter/layout.ts'
import { toHtml } from '../report/letter/sentence-html.ts'
import type { Sentence } from '../report/messages/catalogue.ts'

const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers: { words: true } } as const
const FONT = 'noto-sans-sc-subset'

/**
 * The layout of letters, from the folder of the templates. What draws is heavy, so it is loaded with the first layout, not with
 * the program.
 */
export async function readLetterLayout(templates: string): Promise<LetterLayout> {
  const { toPictures } = await import('../report/letter/pictures.ts')
  const read = (...path: string[]): Promise<string> => readFile(join(templates, ...path), 'utf8')
  const handlebars = Handlebars.create()
  handlebars.registerHelper(
    'words',
    (sentence: Sentence, { hash }: Handlebars.HelperOptions) =>
      new Handlebars.SafeString(toHtml(sentence, hash['places'])),
  )
  const compiled = async (name: string): Promise<HandlebarsTemplateDelegate> =>
    handlebars.compile(await read('letter', name), OPTIONS)
  handlebars.registerPartial('frame', await compiled('frame.hbs'))
  const [edition, notice] = [await compiled('edition.hbs'), await compiled('notice.hbs')]
  const styles = {
    everywhere: await read('letter', 'letter.css'),
    screens: shortened(await read('letter', 'screens.css')),
  }
  const font = {
    path: join(templates, 'fonts', `${FONT}.ttf`),
    characters: new Set(await read('fonts', `${FONT}.txt`)),
  }
  const once = rememberer()
  // Mail programs that know no style sheet see the rules beside each element; the rest is for those that know more.
  const inlined = (html: string): string =>
    inline(html, { minifyCss: true, loadRemoteStylesheets: false }).replaceAll('&nbsp;', '\u00a0')
  return {
    notice: (view) => inlined(notice({ ...view, window: view.subject, preview: '', styles })),
    edition: (page) => inlined(edition({ ...page, styles })),
    footer: await compiled('footer.hbs'),
    pictures: (findings, lang) =>
      once(findings, `pictures ${lang}`, () => toPictures(findings, lang, font)),
    once,
  }
}

/** A style sheet without its comments and indents. */
function shortened(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Remembers what was made of findings as long as they are about: many readers get the same letter. */
function rememberer(): LetterLayout['once'] {
  const made = new WeakMap<Findings, Map<string, unknown>>()
  return <T>(findings: Findings, key: string, make: () => T): T => {
    const known = made.get(findings) ?? new Map<string, unknown>()
    made.set(findings, known)
    const value = known.has(key) ? (known.get(key) as T) : make()
    known.set(key, value)
    return value
  }
}
