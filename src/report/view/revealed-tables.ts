import type { AmountKnown } from '../../model/revealed-finding.ts'
import {
  type CellView,
  cell,
  given,
  givenSentence,
  head,
  num,
  runs,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import type { Words } from './words.ts'

/** How many bounds held, by what stood for the amount. */
export function toBoundScores(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['bound', 'told-later', 'held', 'perhaps', 'wrong'] as const
  return table({
    caption: say('bounds.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.revealed.scores.map((score, index) => [
      head(say.code('bound', score.by)),
      ...(['revealed', 'held', 'perhaps', 'wrong'] as const).map((name) =>
        num(`revealed.scores.${index}.${name}`, format.number(score[name])),
      ),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** Every bound that did not surely hold, with what was told first and what later. */
export function toRevealedTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['company', 'date', 'bound', 'told-later', 'result'] as const
  return table({
    caption: say('revealed.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.revealed.lines.flatMap((line, index) => {
      if (line.result === 'held') return []
      const path = `revealed.lines.${index}`
      return [
        [
          head(givenSentence(`${path}.company`, line.company)),
          cell(format.day(line.announcedOn), { words: `${path}.announcedOn`, look: 'date' }),
          amountCell(`${path}.bound`, line.bound, words),
          amountCell(`${path}.revealed`, line.revealed, words),
          cell(say.code('bound-result', line.result)),
        ],
      ]
    }),
    empty: say(findings.revealed.lines.length === 0 ? 'revealed.nothing' : 'revealed.none'),
  })
}

function amountCell(
  path: string,
  { yuan, text, on, url }: AmountKnown,
  { format }: Words,
): CellView {
  return num(`${path}.yuan`, format.yuan(yuan), {
    sub: runs(
      ...(text === undefined ? [] : [given(`${path}.text`, text), ' · ']),
      given(`${path}.on`, format.day(on)),
    ),
    links: toLinks([url]),
  })
}
