import { LetterRefused } from '../deliver/check-letter.ts'
import { checkFigures } from '../gate/check-figures.ts'
import { knowFigures } from '../gate/known-figures.ts'
import { readPage } from '../gate/read-page.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import type { Letter } from '../model/letter.ts'
import { flattenFindings } from '../report/flatten-findings.ts'
import { wordsOf } from '../report/for-the-gate.ts'
import type { Lang } from '../report/messages/catalogue.ts'

/** Throws `LetterRefused` when a figure in the letter of an edition is another than the edition has under its path. */
export function readBack(
  { html }: Pick<Letter, 'html'>,
  { findings }: Pick<ArchivedEdition, 'findings'>,
  lang: Lang,
): void {
  const known = knowFigures([...flattenFindings(findings)])
  const [reason] = checkFigures(readPage(html).figures, known, wordsOf(lang).say)
  if (reason !== undefined)
    throw new LetterRefused(
      `The letter says what its edition does not (${reason.where}: ${reason.says}). Render the edition again with feastgap report.`,
    )
}
