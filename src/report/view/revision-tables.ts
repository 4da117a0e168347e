import type { PublishedRevision, Telling } from '../../model/revision-finding.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  givenSentence,
  head,
  lackingOr,
  num,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { known, type Words } from './words.ts'

/** How far the first figures of every publisher moved. */
export function toPublisherScores(words: Words): TableView {
  const { say, format, findings } = words
  const { publishers, totals } = findings.revisions
  const columns = ['publisher', 'retold', 'moved', 'typical-move', 'largest-move'] as const
  return table({
    caption: say.runs('revisions.scores', {
      totals: figure('revisions.totals', format.number(totals), totals),
    }),
    columns: mixedColumns(words, columns),
    rows: publishers.map((score, index) => {
      const path = `revisions.publishers.${index}`
      return [
        head(givenSentence(`${path}.publisher`, score.publisher)),
        num(`${path}.retold`, format.number(score.retold)),
        num(`${path}.moved`, format.number(score.moved)),
        lackingOr(`${path}.typicalMove`, known(score.typicalMove, words, format.shareRange)),
        lackingOr(`${path}.largestMove`, known(score.largestMove, words, format.share)),
      ]
    }),
    empty: say('revisions.none'),
  })
}

/** Every total told on more than one day: first and latest figure, and how far it moved. */
export function toRevisionTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['publisher', 'period', 'what', 'first-figure', 'latest-figure', 'move'] as const
  return table({
    caption: say('revisions.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.revisions.lines.map((line, index) => {
      const path = `revisions.lines.${index}`
      const moved = known(line.moved, words, ({ low, high }) =>
        format.range(format.change(low), format.change(high)),
      )
      return [
        head(givenSentence(`${path}.publisher`, line.publisher)),
        cell(periodInWords(line.period, say), { words: `${path}.period` }),
        cell(givenSentence(`${path}.metric`, line.metric), {
          sub: givenSentence(`${path}.track`, line.track),
        }),
        tellingCell(`${path}.first`, line, line.first, words),
        tellingCell(`${path}.latest`, line, line.latest, words),
        lackingOr(`${path}.moved`, moved),
      ]
    }),
    empty: say('revisions.none'),
  })
}

function tellingCell(
  path: string,
  { unit }: PublishedRevision,
  { value, on, assumed, url }: Telling,
  { say, format }: Words,
): CellView {
  const number = format.range(format.number(value.low), format.number(value.high))
  return num(`${path}.value`, unit === 'CNY' ? format.yuan(value) : `${number} ${unit}`, {
    sub: assumed
      ? say.runs('revisions.assumed', { day: given(`${path}.on`, format.day(on)) })
      : givenSentence(`${path}.on`, format.day(on)),
    links: toLinks([url]),
  })
}
