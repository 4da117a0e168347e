import type { ClaimLine } from '../../model/claim-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  lackingOr,
  num,
  type TableView,
  table,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { countInWords } from './counts.ts'
import { widerField } from './details.ts'
import { chainedSentences, known, type Words } from './words.ts'

/** For each claim: the deals it is held against, the most evidence allows, where it could be true, and with internal money. */
export function toClaimTests(words: Words): TableView {
  const { say, format, findings } = words
  const columns = [
    'claim',
    'verdict',
    'held-against',
    'largest',
    'true-for',
    'with-internal',
  ] as const
  return table({
    caption: say('claim-tests.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.claims.map((claim, index) => [
      head(claim.claim, { words: `claims.${index}.claim` }),
      cell(say.code('claim', claim.verdict)),
      num('', countInWords(`claims.${index}.deals`, claim.deals, words), {
        sub: dealsInWords(claim, words, `claims.${index}.deals.largest`),
      }),
      lackingOr(`claims.${index}.largest`, known(claim.largest, words, format.yuan)),
      cell(scopeInWords(claim, words, `claims.${index}.trueFor`)),
      internalCell(claim, `claims.${index}`, words),
    ]),
    empty: say('nothing-in-period'),
  })
}

function dealsInWords({ deals }: ClaimLine, words: Words, path: string): Sentence {
  const { say, format } = words
  return chainedSentences(
    deals.largest.map(({ company, yuan }, index) =>
      say.runs('claim-tests.deal', {
        company: given(`${path}.${index}.company`, company),
        sum:
          yuan === undefined
            ? say('undisclosed')
            : figure(`${path}.${index}.yuan`, format.yuan(yuan)),
      }),
    ),
    words,
  )
}

function scopeInWords(
  { verdict, reason, trueFor, details }: ClaimLine,
  words: Words,
  path: string,
): Sentence {
  const { say, format } = words
  if (verdict !== 'contradicted' || reason !== 'above-ceiling')
    return say.runs('claim-tests.as-stated')
  if (trueFor === undefined) return say.runs('claim-tests.nowhere')
  return say.runs('claim-tests.scope', {
    field: widerField(details, words),
    period: given(`${path}.period`, periodInWords(trueFor.period, say)),
    publisher: given(`${path}.publisher`, trueFor.publisher),
    sum: figure(`${path}.value`, format.yuan(trueFor.value)),
  })
}

/** Each status of internal spending has its own sum and its own verdict. */
function internalCell({ verdict, withInternal }: ClaimLine, path: string, words: Words): CellView {
  const { say, format } = words
  if (withInternal.length === 0) return cell('–', { sub: say('claim-tests.not-tested') })
  const tests = withInternal.map((test, index) =>
    say.runs('claim-tests.internal', {
      status: say.code('status', test.status),
      n: figure(`${path}.withInternal.${index}.n`, format.number(test.n), test.n),
      undisclosed: figure(
        `${path}.withInternal.${index}.undisclosed`,
        format.number(test.undisclosed),
        test.undisclosed,
      ),
      sum:
        test.n === test.undisclosed
          ? say('undisclosed')
          : figure(`${path}.withInternal.${index}.yuan`, format.yuan(test.yuan)),
      verdict: say.code('claim', test.verdict),
    }),
  )
  const turns = withInternal.some((test) => test.verdict !== verdict)
  return num('', say(turns ? 'claim-tests.turns' : 'claim-tests.stays'), {
    sub: chainedSentences(tests, words),
  })
}
