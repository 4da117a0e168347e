import type { Findings } from '../../model/findings.ts'
import type { RenderHtml } from '../letter-view.ts'
import type { Lang } from '../messages/catalogue.ts'
import type { Picture } from './pictures.ts'
import type { EditionLetterView } from './view.ts'

/** Words that lead somewhere; without an address they lead nowhere. */
export interface LinkedWords {
  readonly text: string
  readonly href: string
}

/** A letter of an edition, ready for its template. */
export interface EditionLetterPage extends EditionLetterView {
  readonly lang: string
  readonly subject: string
  /** What mail programs show beside the subject. */
  readonly preview: string
  readonly brand: string
  readonly title: string
  /** Where the whole edition is. */
  readonly full: LinkedWords
  /** What was left out; empty when nothing was. */
  readonly leftOut: string
  readonly headings: { readonly propositions: string }
  readonly footer: readonly LinkedWords[]
}

/** Everything outside the findings that letters are made with. */
export interface LetterLayout {
  readonly notice: RenderHtml
  readonly edition: (page: EditionLetterPage) => string
  readonly pictures: (findings: Findings, lang: Lang) => readonly Picture[]
}
