import { LetterRefused } from '../deliver/check-letter.ts'
import { checkLetter } from '../gate/check-letter.ts'
import { knowFigures } from '../gate/known-figures.ts'
import type { Letter } from '../model/letter.ts'
import { oneLine } from '../model/mail-address.ts'
import { flattenFindings } from '../report/flatten-findings.ts'
import { wordsOf } from '../report/for-the-gate.ts'
import { type Reader, timeInWords } from '../report/letter-view.ts'
import { speaker } from '../report/messages/catalogue.ts'
import type { LetterEdition } from '../report/render-letter.ts'

/** Digits of a hash that name an edition in words, and all of them in addresses. */
const HASH_DIGITS = [64, 8]

/** Throws `LetterRefused` when a letter says anything that its edition does not, or its text what its page does not. */
export function readBack(
  { html, text }: Pick<Letter, 'html' | 'text'>,
  { findings, sha256, renderedAt }: LetterEdition,
  reader: Reader,
): void {
  const own = [
    ...HASH_DIGITS.map((digits) => sha256.slice(0, digits)),
    timeInWords(renderedAt, reader, speaker(reader.lang)),
    oneLine(reader.name),
  ]
  const figures = knowFigures([...flattenFindings(findings)])
  const [reason] = checkLetter({ html, text, own }, { ...wordsOf(reader.lang), figures })
  if (reason !== undefined)
    throw new LetterRefused(
      `The letter says what its edition does not (${reason.where}: ${reason.says}). Render the edition again with feastgap report.`,
    )
}
