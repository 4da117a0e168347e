import type { Sentence } from '../messages/catalogue.ts'
import { figure } from './cells.ts'
import { detailsInWords, evidenceInWords } from './details.ts'
import type { Words } from './words.ts'

export interface PropositionView {
  readonly number: number
  readonly title: string
  readonly verdict: string
  readonly look: string
  readonly figure: string
  readonly reason: Sentence
  readonly pro: readonly Sentence[]
  readonly contra: readonly Sentence[]
}

/** Each proposition with its verdict, the sentence that gives the reason, and the evidence on both sides. */
export function toPropositions(words: Words): readonly PropositionView[] {
  const { say, findings, format } = words
  return findings.propositions.map(({ number, verdict, reason, details, for: pro, against }) => {
    const path = `propositions.${number}`
    const values = detailsInWords(details, words, path)
    for (const side of ['secondary', 'primary']) {
      if (details[side] !== undefined) values[side] = say.code('verdict', String(details[side]))
    }
    if (details['bar'] !== undefined)
      values['bar'] = figure(`${path}.details.bar`, format.number(String(details['bar'])))
    return {
      number,
      title: say.code('p', String(number)),
      verdict: say.code('proposition', verdict),
      look: verdict,
      figure: `propositions.${number}.verdict`,
      reason: say.runs(reason, values),
      pro: pro.map((one, index) => evidenceInWords(one, words, `${path}.for.${index}`)),
      contra: against.map((one, index) => evidenceInWords(one, words, `${path}.against.${index}`)),
    }
  })
}
