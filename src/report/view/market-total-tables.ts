import { isLacking, type Known } from '../../model/findings.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  head,
  num,
  remarkSentence,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { rangeInWords, shareCell } from './counts.ts'
import { known, nameOf, type Words } from './words.ts'

/** How much of the whole market was recorded, beside what others published of it. */
export function toCaptureTable(words: Words): TableView {
  const { say } = words
  return table({
    caption: say('capture.caption'),
    columns: [
      { text: say('col.what'), look: '' },
      { text: say('col.figure'), look: 'num' },
      { text: say('col.sources'), look: '' },
    ],
    rows: [...recordedRows(words), ...publishedRows(words), ...directionRows(words)],
    empty: say('none'),
  })
}

type Row = readonly CellView[]

function recordedRows(words: Words): readonly Row[] {
  const { say, format, findings } = words
  const { recorded, recordedRange, recordedYuan } = findings.capture
  const { low, high } = recordedRange
  return [
    [
      head(say('capture.recorded')),
      num('capture.recorded', format.number(recorded), {
        sub: rangeInWords('capture.recordedRange', { low, high }, words),
      }),
      cell(''),
    ],
    [
      head(say('capture.recorded-yuan')),
      num('capture.recordedYuan', format.yuan(recordedYuan)),
      cell(''),
    ],
  ]
}

function publishedRows(words: Words): readonly Row[] {
  const { say, format, findings } = words
  const { publishedCount, publishedAmount, countShare, yuanShare } = findings.capture
  const total = (path: string, figure: Known<PublishedTotal>): Row => {
    const { text, sub } = known(figure, words, (one) => totalInWords(one, words))
    const label = say.code(
      'capture',
      path === 'publishedCount' ? 'published-count' : 'published-amount',
    )
    return [
      head(label),
      num(`capture.${path}${isLacking(figure) ? '' : '.value'}`, text, { sub }),
      isLacking(figure) ? cell('') : publisherCell(`capture.${path}`, figure, words),
    ]
  }
  const share = known(countShare, words, format.share)
  return [
    total('publishedCount', publishedCount),
    [
      head(say('capture.count-share')),
      num('capture.countShare', share.text, { sub: share.sub }),
      cell(''),
    ],
    total('publishedAmount', publishedAmount),
    [
      head(say('capture.yuan-share')),
      shareCell('capture.yuanShare', yuanShare, words, format.shares),
      cell(''),
    ],
  ]
}

function directionRows({ say, format, findings }: Words): readonly Row[] {
  const { directions, directionDisputed } = findings.capture
  return directions.map(({ publisher, percent, url }, index) => [
    head(say('capture.direction')),
    num(`capture.directions.${index}.percent`, format.percent(percent), {
      sub: directionDisputed ? say('capture.disputed') : '',
    }),
    cell(publisher, { words: `capture.directions.${index}.publisher`, links: toLinks([url]) }),
  ])
}

/** Totals that others published of a track and that cover the period. */
export function toPublishedTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: say('published.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.publisher'), look: '' },
      { text: say('col.period'), look: '' },
      { text: say('col.figure'), look: 'num' },
      { text: say('col.fit'), look: '' },
    ],
    rows: findings.tracks.flatMap((track) =>
      track.published.map((total, index) => [
        head(nameOf(track, words)),
        publisherCell(`tracks.${track.id}.published.${index}`, total, words),
        cell(periodInWords(total.period, say), {
          words: `tracks.${track.id}.published.${index}.period`,
        }),
        num(`tracks.${track.id}.published.${index}.value`, totalInWords(total, words), {
          sub: say(total.unit === 'CNY' ? 'published.amount' : 'published.count'),
        }),
        cell(say.code('fit', total.fit)),
      ]),
    ),
    empty: say('nothing-in-period'),
  })
}

function publisherCell(
  path: string,
  { publisher, url, note }: PublishedTotal,
  { say }: Words,
): CellView {
  return cell(publisher, {
    words: `${path}.publisher`,
    sub: remarkSentence(`${path}.note`, note, say),
    links: toLinks([url]),
  })
}

function totalInWords({ unit, value, isFloor }: PublishedTotal, { say, format }: Words): string {
  const { low, high } = value
  const figure =
    unit === 'CNY' ? format.yuan(value) : format.range(format.number(low), format.number(high))
  return isFloor === true ? say('published.at-least', { figure }) : figure
}
