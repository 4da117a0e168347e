import type { ClaimLine } from '../../model/claim-finding.ts'
import { decimal } from '../../model/decimal.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import { figure, given, type LineView, line, runs } from './cells.ts'
import { evidenceInWords, widerField } from './details.ts'
import { chainedSentences, listedValues, type Words } from './words.ts'

/** What speaks against the first proposition, claims that cannot hold before all. */
export function againstLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const against = findings.propositions.find(({ number }) => number === 1)?.against ?? []
  const text = chainedSentences(
    against.map((one, index) => evidenceInWords(one, words, `propositions.1.against.${index}`)),
    words,
  )
  return [
    ...claimLines(words),
    line(against.length === 0 ? say.runs('first.no-against') : say.runs('first.against', { text })),
  ]
}

/** Claims about the headline track that are contradicted, and the field they could be true of. */
function claimLines(words: Words): readonly LineView[] {
  const { say, findings } = words
  const contradicted = findings.claims
    .map((claim, index) => ({ claim, path: `claims.${index}` }))
    .filter(({ claim }) => claim.verdict === 'contradicted' && claim.track === findings.headline)
  if (contradicted.length === 0) return [line(say.runs('first.no-claim'))]
  const quoted = contradicted.map(({ claim, path }) =>
    runs('“', given(`${path}.claim`, claim.claim), '”'),
  )
  // Of the fields they could be true of, the one with the least money says most.
  const wider = [...contradicted]
    .sort((a, b) =>
      decimal(a.claim.details['widerHigh'] ?? 0).cmp(b.claim.details['widerHigh'] ?? 0),
    )
    .flatMap(({ claim, path }) => widerScope(claim, words, path))
  return [
    line(say.runs('first.claim-false', { claims: listedValues(quoted, words) })),
    ...wider.slice(0, 1).map((sentence) => line(sentence)),
  ]
}

function widerScope({ details }: ClaimLine, words: Words, path: string): readonly Sentence[] {
  const { widerTrack, widerPeriod, widerLow, widerHigh } = details
  if (widerTrack === undefined || widerPeriod === undefined) return []
  const { say, format } = words
  const range = format.yuan({ low: String(widerLow), high: String(widerHigh) })
  const period = given(`${path}.details.widerPeriod`, periodInWords(String(widerPeriod), say))
  return [
    say.runs('first.claim-wider', {
      track: widerField(details, words),
      period,
      range: figure(`${path}.details`, range),
    }),
  ]
}
