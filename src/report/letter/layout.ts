import type { Findings } from '../../model/findings.ts'
import type { RenderHtml } from '../letter-view.ts'
import type { Lang, Sentence } from '../messages/catalogue.ts'
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
  readonly title: Sentence
  /** The same for the window it is read in. */
  readonly window: string
  /**
   * Where the whole edition is, and the page where its headline figures have their places, once for those of its tracks in
   * small letters; empty: nowhere.
   */
  readonly full: LinkedWords & { readonly places: string; readonly placesOfMore: string }
  /** What was left out; empty when nothing was. */
  readonly leftOut: string
  readonly headings: { readonly propositions: string }
}

/** Where the last lines of a letter go, which are each reader's own. */
export const FOOTER_PLACE = '<!--footer-->'

/** Everything outside the findings that letters are made with. */
export interface LetterLayout {
  readonly notice: RenderHtml
  /** With `FOOTER_PLACE` in it. */
  readonly edition: (page: EditionLetterPage) => string
  readonly footer: (lines: readonly LinkedWords[]) => string
  readonly pictures: (findings: Findings, lang: Lang) => readonly Picture[]
  /** What readers of the same findings share is made once, under a key. */
  readonly once: <T>(findings: Findings, key: string, make: () => T) => T
}
