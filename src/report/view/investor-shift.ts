import { isLacking } from '../../model/findings.ts'
import type { KindShare, KindShift } from '../../model/investor-shift-finding.ts'
import type { FigureValue } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  givenSentence,
  head,
  num,
  type TableView,
  table,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { known, type Words } from './words.ts'

/** Who pays and whose money it is, then and now; the part nobody knows stands beside each share. */
export function toShiftTable(words: Words): TableView {
  const { say, format, findings } = words
  const { managers, moneyBehind } = findings.investorShift
  const columns = ['who', 'share-then', 'share-now', 'seen'] as const
  const why = isLacking(managers) ? say.code('lacking', managers.lacking) : say('shift.compared')
  return table({
    caption: say('shift.caption', { why }),
    columns: mixedColumns(words, columns),
    rows: [
      ...(isLacking(managers) ? [] : managers).map((shift, index) =>
        shiftRow(shift, `investorShift.managers.${index}`, words),
      ),
      ...moneyBehind.map(({ of, publisher, share, before }, index) => {
        const path = `investorShift.moneyBehind.${index}`
        const then = known(before, words, format.shareRange)
        return [
          head(say.code('money-behind', of), {
            sub: givenSentence(`${path}.publisher`, publisher),
          }),
          num(`${path}.before`, then.text, { sub: then.sub }),
          num(`${path}.share`, format.shareRange(share)),
          cell(say('shift.shown')),
        ]
      }),
    ],
    empty: say('shift.none'),
  })
}

function shiftRow(shift: KindShift, path: string, words: Words): readonly CellView[] {
  const { say } = words
  return [
    head(say.code('kind', shift.kind), { sub: say.code('shift.expected', shift.expected) }),
    shareCell(`${path}.from`, shift.from, words),
    shareCell(`${path}.to`, shift.to, words),
    cell(say.code('shift.seen', shift.seen)),
  ]
}

function shareCell(
  path: string,
  { half, deals, known: n, unknown, share, interval }: KindShare,
  { say, format }: Words,
): CellView {
  const count = (name: string, value: number): FigureValue =>
    figure(`${path}.${name}`, format.number(value), value)
  return num(`${path}.share`, format.share(share), {
    sub: say.runs('shift.share', {
      half: given(`${path}.half`, periodInWords(half, say)),
      deals: count('deals', deals),
      known: count('known', n),
      unknown: count('unknown', unknown),
      interval: figure(`${path}.interval`, format.shareRange(interval)),
    }),
  })
}
