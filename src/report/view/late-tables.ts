import { isLacking } from '../../model/findings.ts'
import type { LateDeals } from '../../model/late-finding.ts'
import type { FigureValue } from '../messages/catalogue.ts'
import { type CellView, cell, figure, head, num, type TableView, table } from './cells.ts'
import { mixedColumns } from './columns.ts'
import { known, nameOf, trackName, type Words } from './words.ts'

/** Deals seen so far by our own fetches, and how many are expected in the end. */
export function toLateTable(words: Words): TableView {
  const { say, format, findings } = words
  const { all, vintages, score } = findings.lateReporting
  const share = known(score.share, words, format.share)
  const row = (name: string, path: string, late: readonly LateDeals[]): readonly CellView[] => [
    head(name),
    ...late.map((deals, index) => lateCell(`${path}.${index}`, deals, words)),
  ]
  return table({
    caption: say.runs('late.caption', {
      months: figure('lateReporting.vintages', format.number(vintages), vintages),
      settled: figure('lateReporting.score.settled', format.number(score.settled), score.settled),
      share: score.settled === 0 ? share.sub : figure('lateReporting.score.share', share.text),
    }),
    columns: [
      { text: say('col.track'), look: '' },
      ...all.map(({ group }) => ({ text: say.code('round-group', group), look: 'num' })),
    ],
    rows: [
      row(say('capture-range.market'), 'lateReporting.all', all),
      ...findings.tracks.map((track) =>
        row(nameOf(track, words), `tracks.${track.id}.late`, track.late),
      ),
    ],
    empty: say('nothing-in-period'),
  })
}

function lateCell(path: string, deals: LateDeals, words: Words): CellView {
  const { say, format } = words
  const { seen, nowcast, immature } = deals
  const sub = immature ? say('late.immature') : ''
  if (isLacking(nowcast)) {
    const { sub: why } = known(nowcast, words, String)
    return num(`${path}.seen`, format.number(seen), { sub: sub === '' ? why : `${sub} (${why})` })
  }
  const at = (name: 'low' | 'central' | 'high'): FigureValue =>
    figure(`${path}.nowcast.${name}`, format.number(nowcast[name]))
  return num(
    '',
    say.runs('late.expected', {
      seen: figure(`${path}.seen`, format.number(seen)),
      central: at('central'),
    }),
    {
      sub: say.runs('late.interval', { low: at('low'), high: at('high') }),
    },
  )
}

const LINES = 'lateReporting.score.lines'

/** Every nowcast of earlier editions against what is known now. */
export function toScoreTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = [
    'day-known',
    'period',
    'track',
    'round',
    'expected',
    'seen-now',
    'score',
  ] as const
  return table({
    caption: say('score.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.lateReporting.score.lines.map((line, index) => [
      cell(format.day(line.asOf), { words: `${LINES}.${index}.asOf`, look: 'date' }),
      cell(line.period, { words: `${LINES}.${index}.period` }),
      head(line.track === 'all' ? say('capture-range.market') : trackName(line.track, words)),
      cell(say.code('round-group', line.group)),
      num(`${LINES}.${index}`, format.range(format.number(line.low), format.number(line.high))),
      num(`${LINES}.${index}.seenNow`, format.number(line.seenNow)),
      cell(
        line.isSettled ? say(line.isInside ? 'score.inside' : 'score.outside') : say('score.open'),
      ),
    ]),
    empty: say('score.none'),
  })
}
