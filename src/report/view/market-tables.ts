import { isLacking, type Known, type TrackFindings } from '../../model/findings.ts'
import type { PaperGain } from '../../model/market-side-finding.ts'
import type { SeriesFinding } from '../../model/series-finding.ts'
import type { Sentence, Value } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure as figureOf,
  given,
  givenSentence,
  head,
  num,
  remarkSentence,
  runs,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { known, nameOf, type Words } from './words.ts'

/** Every series of every track over the same sessions: hindsight boards stand beside the index, marked. */
export function toSeriesTable(words: Words): TableView {
  const { say, findings } = words
  const columns = [
    ['col.track', ''],
    ['col.series', ''],
    ['col.role', ''],
    ['col.members', ''],
    ['col.span', 'date'],
    ['col.change', 'num'],
    ['col.benchmark', 'num'],
    ['col.excess', 'num'],
  ] as const
  return table({
    caption: say('series.caption'),
    columns: columns.map(([key, look]) => ({ text: say(key), look })),
    rows: findings.tracks.flatMap((track) =>
      seriesOf(track).map(({ path, series }) => seriesCells(path, series, { track, words })),
    ),
    empty: say('nothing-in-period'),
  })
}

interface PlacedSeries {
  readonly path: string
  readonly series: SeriesFinding
}

function seriesOf({ id, market }: TrackFindings): readonly PlacedSeries[] {
  const path = `tracks.${id}.market`
  const { deciding, confirming, shown } = market
  const placed = (list: string) => (series: SeriesFinding, index: number) => ({
    path: `${path}.${list}.${index}`,
    series,
  })
  return [
    ...(isLacking(deciding) ? [] : [{ path: `${path}.deciding`, series: deciding }]),
    ...confirming.map(placed('confirming')),
    ...shown.map(placed('shown')),
  ]
}

function seriesCells(
  path: string,
  series: SeriesFinding,
  { track, words }: { readonly track: TrackFindings; readonly words: Words },
): readonly CellView[] {
  const { say, format } = words
  const { names, code, source, role, construct, membership, url, note } = series
  return [
    cell(nameOf(track, words)),
    head(names[say.lang], {
      sub: runs(source, ' ', given(`${path}.code`, code)),
      links: url === undefined ? [] : toLinks([url]),
    }),
    cell(say.code('role', role), { sub: say.code('construct', construct) }),
    cell(say.code('membership', membership), { sub: remarkSentence(`${path}.note`, note, say) }),
    cell(format.day(series.t0), {
      words: `${path}.t0`,
      look: 'date',
      sub: givenSentence(`${path}.t1`, format.day(series.t1)),
    }),
    num(`${path}.change`, format.change(series.change)),
    num(`${path}.benchmarkChange`, format.change(series.benchmarkChange)),
    num(`${path}.excess`, format.bare(series.excess)),
  ]
}

/** What stands around a verdict: moved windows, multiples, the board's value, the growth gap. */
export function toLevelsTable(words: Words): TableView {
  const { say, findings } = words
  const columns = [
    say.runs('col.shifts', { sessions: sessionsMoved(words) }),
    say('col.pe'),
    say('col.cap-start'),
    say('col.growth'),
    say('col.rank-gap'),
  ]
  return table({
    caption: say('levels.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      ...columns.map((text) => ({ text, look: 'num' })),
    ],
    rows: findings.tracks.map((track) => levelCells(track, words)),
    empty: say('nothing-in-period'),
  })
}

function sessionsMoved({ findings, format }: Words): Value {
  for (const { id, market } of findings.tracks)
    if (!isLacking(market.shifts)) {
      const { sessions } = market.shifts
      return figureOf(`tracks.${id}.market.shifts.sessions`, format.number(sessions), sessions)
    }
  return '–'
}

function levelCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { format } = words
  const { market, gap } = track
  const path = `tracks.${track.id}`
  const figure = <T>(
    name: string,
    value: Known<T>,
    toText: (value: T) => string | Sentence,
  ): CellView => {
    const { text, sub } = known(value, words, toText)
    return num(`${path}.${name}`, text, { sub })
  }
  return [
    head(nameOf(track, words)),
    figure('market.shifts', market.shifts, ({ lowest, highest }) =>
      words.say.runs('unit.range', {
        from: figureOf(`${path}.market.shifts.lowest`, format.points(lowest)),
        to: figureOf(`${path}.market.shifts.highest`, format.points(highest)),
      }),
    ),
    figure('market.multiple', market.multiple, ({ atStart, atEnd }) =>
      runs(
        figureOf(`${path}.market.multiple.atStart`, format.number(atStart)),
        ' → ',
        figureOf(`${path}.market.multiple.atEnd`, format.number(atEnd)),
      ),
    ),
    boardCell(path, market.paperGain, words),
    figure('gap.growthGap', gap.growthGap, format.logs),
    figure('gap.rankGap', gap.rankGap, ({ low, high }) =>
      format.range(format.points(low), format.points(high)),
    ),
  ]
}

function boardCell(path: string, gain: Known<PaperGain>, words: Words): CellView {
  const { say, format } = words
  if (isLacking(gain)) {
    return num(`${path}.market.paperGain`, '–', { sub: say.code('lacking', gain.lacking) })
  }
  const at = `${path}.market.paperGain`
  const origin = say.runs(`cap.${gain.capOrigin}`, {
    day: given(`${at}.capObservedOn`, format.day(gain.capObservedOn)),
  })
  return num(`${at}.capAtStart`, format.yuan(gain.capAtStart), {
    sub: runs(gain.series.names[say.lang], say.lang === 'zh' ? '，' : ', ', origin),
  })
}
