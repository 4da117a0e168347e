import { checkFigures, type SayCode } from './check-figures.ts'
import { checkWords } from './check-words.ts'
import type { KnownFigures } from './known-figures.ts'
import { firstBeyond } from './number-order.ts'
import { readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import { readPage } from './read-page.ts'
import type { GateReason } from './reason.ts'

/** A finished letter of an edition. */
export interface FinishedLetter {
  readonly html: string
  readonly text: string
  /** What digits of it are of this letter alone: the hash of its edition, when that was made, who gets it. */
  readonly own: readonly string[]
}

const ADDRESS = /https?:\/\/\S+|mailto:\S+/g

/** Whether a letter says what its edition says, and its text twin what its page says, in the same order. */
export function checkLetter(
  { html, text, own }: FinishedLetter,
  now: {
    readonly figures: KnownFigures
    readonly say: SayCode
    readonly fixedWords: readonly string[]
  },
): readonly GateReason[] {
  const { figures, say, fixedWords } = now
  const page = readPage(html, 'letter')
  const strange = firstBeyond(numbersIn([text.replaceAll(ADDRESS, '')]), numbersIn(page.texts))
  return [
    ...checkFigures(page.figures, figures, say),
    ...checkWords(page.words, {
      figures,
      fixed: [...own, ...fixedWords],
      sentences: page.sentences,
    }),
    ...(strange === undefined
      ? []
      : [
          {
            check: 'text' as const,
            where: 'letter',
            says: `${strange.text} is not what the page of the letter says there`,
          },
        ]),
  ]
}

function numbersIn(texts: readonly string[]): ReturnType<typeof readNumbers> {
  return texts.flatMap((text) => readNumbers(readDates(text).rest))
}
