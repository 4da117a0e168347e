import type { AmountLedger } from '../../model/amount-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { type CellView, cell, figure, head, num, runs, type TableView, table } from './cells.ts'
import { listed, type Words } from './words.ts'

/** Where every amount that was seen went, in numbers: sums stand apart by reason, kind and status, never across. */
export function toAmountTable(words: Words): TableView {
  const { say, format, findings } = words
  const { seen, counted, inLedger, lines } = findings.amounts
  const count = (name: string, n: number): CellView =>
    num(`amounts.${name}`, format.number(String(n)))
  const word = (kind: string, code: string): string => (code === 'none' ? '' : say.code(kind, code))
  return table({
    caption: runs(say('amounts.caption'), ' ', balanceInWords(findings.amounts, words)),
    columns: [
      { text: say('col.went'), look: '' },
      { text: say('col.status'), look: '' },
      { text: say('col.amounts'), look: 'num' },
    ],
    rows: [
      [head(say('amounts.seen')), cell(''), count('seen', seen)],
      [head(say('amounts.counted')), cell(''), count('counted', counted)],
      [head(say('amounts.in-ledger')), cell(''), count('inLedger', inLedger)],
      ...lines.map(({ reason, kind, status, n }) => [
        head(say.code('reason', reason), { sub: kind === reason ? '' : word('reason', kind) }),
        cell(word('status', status)),
        count(`lines.${reason}.${kind}.${status}.n`, n),
      ]),
    ],
    empty: say('nothing-in-period'),
  })
}

function balanceInWords({ off, unread }: AmountLedger, words: Words): Sentence {
  const { say, format } = words
  const n = figure('amounts.unread', format.number(unread), unread)
  return runs(
    off.length === 0
      ? say('amounts.balanced')
      : say('amounts.off', { currencies: listed(off, words) }),
    ...(unread === 0 ? [] : [' ', say.runs('amounts.unread', { n })]),
  )
}
