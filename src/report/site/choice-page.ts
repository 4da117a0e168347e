import type { Findings } from '../../model/findings.ts'
import type { Shelf } from '../../model/shelf.ts'
import { type Lang, speaker, textOf } from '../messages/catalogue.ts'
import { toFirstScreen } from '../view/first-screen.ts'
import { wordsOf } from '../view/words.ts'
import { addresses } from './addresses.ts'
import type { VerdictView } from './site-view.ts'

/** The door of the archive: the newest verdict in both languages, and the way in. */
export interface ChoicePage {
  readonly path: string
  readonly brand: string
  readonly doors: readonly {
    readonly lang: string
    readonly href: string
    readonly language: string
    readonly question: string
    readonly track: string
    readonly period: string
    readonly verdicts: readonly VerdictView[]
  }[]
}

export function choicePage(
  findings: Findings | undefined,
  { issues }: Pick<Shelf, 'issues'>,
): ChoicePage {
  return {
    path: addresses.root,
    brand: speaker('en')('brand'),
    doors: (['zh', 'en'] as const).map((lang) => {
      const say = speaker(lang)
      const first =
        findings === undefined || issues.length === 0
          ? undefined
          : toFirstScreen(wordsOf(findings, lang))
      return {
        lang: say.locale,
        href: addresses.index(lang satisfies Lang),
        language: say('site.this-language'),
        question: say('site.question'),
        track: first?.track ?? say('site.archive'),
        period: textOf(first?.period ?? []),
        verdicts: first?.verdicts ?? [],
      }
    }),
  }
}
