import type { ClaimLine } from '../../model/claim-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import {
  cell,
  figure,
  givenSentence,
  head,
  num,
  remarkSentence,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { columns } from './columns.ts'
import { detailsInWords, widerField } from './details.ts'
import type { Words } from './words.ts'

/** Public claims about money, each with its verdict and the figures that decided it. */
export function toClaimTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('claims.caption'),
    columns: columns(words, ['claim', 'outlet', 'period', 'recorded', 'verdict', 'why', 'sources']),
    rows: findings.claims.map((claim, index) => [
      head(claim.claim, {
        words: `claims.${index}.claim`,
        sub: remarkSentence(`claims.${index}.scope`, claim.scope, say),
      }),
      cell(claim.outlet, {
        words: `claims.${index}.outlet`,
        sub: givenSentence(`claims.${index}.claimedOn`, format.day(claim.claimedOn)),
      }),
      cell(format.day(claim.from), {
        words: `claims.${index}.from`,
        look: 'date',
        sub: givenSentence(`claims.${index}.to`, format.day(claim.to)),
      }),
      num(
        `claims.${index}.recorded`,
        claim.recorded === undefined ? '–' : format.yuan(claim.recorded),
      ),
      cell(say.code('claim', claim.verdict), {
        figure: `claims.${index}.verdict`,
        look: `verdict claim-${claim.verdict}`,
      }),
      cell(whyInWords(claim, words, `claims.${index}`)),
      cell('', { links: toLinks([claim.url]) }),
    ]),
    empty: say('nothing-in-period'),
  })
}

function whyInWords({ reason, details }: ClaimLine, words: Words, path: string): Sentence {
  const { say, format } = words
  const values = detailsInWords(details, words, path)
  if (details['low'] !== undefined)
    values['low'] = figure(`${path}.details.low`, format.yuan(String(details['low'])))
  if (details['widerLow'] === undefined) return say.runs(`claim.why.${reason}`, values)
  const wider = format.yuan({
    low: String(details['widerLow']),
    high: String(details['widerHigh']),
  })
  return say.runs(`claim.why.${reason}-wider`, {
    ...values,
    widerTrack: widerField(details, words),
    wider: figure(`${path}.details`, wider),
  })
}
