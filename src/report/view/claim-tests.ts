import type { ClaimLine } from '../../model/findings.ts'
import { periodInWords } from '../period-words.ts'
import { type CellView, cell, head, lackingOr, num, type TableView } from './cells.ts'
import { widerField } from './details.ts'
import { known, listed, type Words } from './words.ts'

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
  return {
    caption: say('claim-tests.caption'),
    columns: columns.map((name) => ({ text: say(`col.${name}`), look: '' })),
    rows: findings.claims.map((claim, index) => [
      head(claim.claim),
      cell(say.code('claim', claim.verdict)),
      num(`claims.${index}.deals.n`, `${claim.deals.n} (${claim.deals.undisclosed})`, {
        sub: dealsInWords(claim, words),
      }),
      lackingOr(`claims.${index}.largest`, known(claim.largest, words, format.yuan)),
      cell(scopeInWords(claim, words)),
      internalCell(claim, `claims.${index}`, words),
    ]),
    empty: say('nothing-in-period'),
  }
}

function dealsInWords({ deals }: ClaimLine, words: Words): string {
  const { say, format } = words
  return listed(
    deals.largest.map(({ company, yuan }) =>
      say('claim-tests.deal', {
        company,
        sum: yuan === undefined ? say('undisclosed') : format.yuan(yuan),
      }),
    ),
    words,
  )
}

function scopeInWords({ verdict, reason, trueFor, details }: ClaimLine, words: Words): string {
  const { say, format } = words
  if (verdict !== 'contradicted' || reason !== 'above-ceiling') return say('claim-tests.as-stated')
  if (trueFor === undefined) return say('claim-tests.nowhere')
  return say('claim-tests.scope', {
    field: widerField(details, words),
    period: periodInWords(trueFor.period, say),
    publisher: trueFor.publisher,
    sum: format.yuan(trueFor.value),
  })
}

/** Each status of internal spending has its own sum and its own verdict. */
function internalCell(
  { verdict, withInternal }: ClaimLine,
  path: string,
  { say, format }: Words,
): CellView {
  if (withInternal.length === 0) return cell('–', { sub: say('claim-tests.not-tested') })
  const tests = withInternal.map((test) =>
    say('claim-tests.internal', {
      status: say.code('status', test.status),
      n: test.n,
      undisclosed: test.undisclosed,
      sum: test.n === test.undisclosed ? say('undisclosed') : format.yuan(test.yuan),
      verdict: say.code('claim', test.verdict),
    }),
  )
  const turns = withInternal.some((test) => test.verdict !== verdict)
  return num(`${path}.withInternal`, say(turns ? 'claim-tests.turns' : 'claim-tests.stays'), {
    sub: tests.join(' · '),
  })
}
