import { checkCharts } from './check-charts.ts'
import { checkFigures, type SayCode } from './check-figures.ts'
import { checkSame, checkSound } from './check-findings.ts'
import { checkMissing } from './check-missing.ts'
import { type CheckedTable, checkTables } from './check-tables.ts'
import { checkText } from './check-text.ts'
import { checkWords } from './check-words.ts'
import type { KnownFigure, KnownFigures } from './known-figures.ts'
import type { Page } from './page.ts'
import { readPage } from './read-page.ts'
import type { GateReason } from './reason.ts'

/** An edition as it would be published, and what it was made from. */
export interface FinishedEdition {
  readonly lang: 'zh' | 'en'
  readonly html: string
  /** The text twin. */
  readonly text: string
  readonly tables: readonly CheckedTable[]
  readonly figures: KnownFigures
}

/** What it is held against. */
export interface Yardstick {
  /** Every figure, recomputed from the rows. */
  readonly figures: KnownFigures
  readonly say: SayCode
  /** Pieces of the program's own words that have digits in them. */
  readonly fixedWords: readonly string[]
}

/** Reads an edition back and tells all that does not hold; nothing when all does. */
export function checkEdition(edition: FinishedEdition, now: Yardstick): readonly GateReason[] {
  const { figures } = now
  const page = readPage(edition.html)
  return [
    ...checkSame(edition.figures, figures),
    ...checkSound(figures),
    ...checkFigures(page.figures, figures, now.say),
    ...checkMissing(page, figures),
    ...checkWords(page.words, { figures, fixed: now.fixedWords, sentences: page.sentences }),
    ...checkLinks(page, figures.all),
    ...checkCharts(page.drawings),
    ...checkText(edition.text, page, { figures, fixed: now.fixedWords, lang: edition.lang }),
    ...checkTables(edition.tables),
  ]
}

/** Whether every address on the page is one of the rows', and columns are sorted by figures of their rows. */
function checkLinks(page: Page, figures: readonly KnownFigure[]): readonly GateReason[] {
  const values = new Set(figures.map(({ value }) => String(value)))
  const links = page.links.filter((href) => !href.startsWith('#') && !values.has(href))
  const keys = page.sortKeys.filter(({ key }) => !values.has(key))
  return [
    ...links.map(
      (href): GateReason => ({ check: 'link', where: href, says: 'no row has this address' }),
    ),
    ...keys.map(
      ({ key, place }): GateReason => ({
        check: 'figure',
        where: place,
        says: `a column is sorted by ${key}, which no row gives`,
      }),
    ),
  ]
}
