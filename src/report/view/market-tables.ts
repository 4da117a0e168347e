import {
  isLacking,
  type Known,
  type PaperGain,
  type SeriesFinding,
  type TrackFindings,
} from '../../model/findings.ts'
import { type CellView, cell, head, num, type TableView, toLinks } from './cells.ts'
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
  return {
    caption: say('series.caption'),
    columns: columns.map(([key, look]) => ({ text: say(key), look })),
    rows: findings.tracks.flatMap((track) =>
      seriesOf(track).map(({ path, series }) => seriesCells(path, series, { track, words })),
    ),
    empty: say('nothing-in-period'),
  }
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
  const { names, code, source, role, construct, membership, url, note = '' } = series
  return [
    cell(nameOf(track, words)),
    head(names[say.lang], {
      sub: `${source} ${code}`,
      links: url === undefined ? [] : toLinks([url]),
    }),
    cell(say.code('role', role), { sub: say.code('construct', construct) }),
    cell(say.code('membership', membership), { sub: note }),
    cell(format.day(series.t0), { look: 'date', sub: format.day(series.t1) }),
    num(`${path}.change`, format.change(series.change)),
    num(`${path}.benchmarkChange`, format.change(series.benchmarkChange)),
    num(`${path}.excess`, format.bare(series.excess)),
  ]
}

/** What stands around a verdict: moved windows, multiples, the board's value, the growth gap. */
export function toLevelsTable(words: Words): TableView {
  const { say, findings } = words
  const columns = [
    say('col.shifts', { sessions: sessionsMoved(words) }),
    say('col.pe'),
    say('col.cap-start'),
    say('col.growth'),
  ]
  return {
    caption: say('levels.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      ...columns.map((text) => ({ text, look: 'num' })),
    ],
    rows: findings.tracks.map((track) => levelCells(track, words)),
    empty: say('nothing-in-period'),
  }
}

function sessionsMoved({ findings }: Words): number | string {
  for (const { market } of findings.tracks)
    if (!isLacking(market.shifts)) return market.shifts.sessions
  return '–'
}

function levelCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { format } = words
  const { market, gap } = track
  const path = `tracks.${track.id}`
  const figure = <T>(name: string, value: Known<T>, toText: (value: T) => string): CellView => {
    const { text, sub } = known(value, words, toText)
    return num(`${path}.${name}`, text, { sub })
  }
  return [
    head(nameOf(track, words)),
    figure('market.shifts', market.shifts, ({ lowest, highest }) =>
      format.range(format.points(lowest), format.points(highest)),
    ),
    figure(
      'market.multiple',
      market.multiple,
      ({ atStart, atEnd }) => `${format.number(atStart)} → ${format.number(atEnd)}`,
    ),
    boardCell(path, market.paperGain, words),
    figure('gap.growthGap', gap.growthGap, format.logs),
  ]
}

function boardCell(path: string, gain: Known<PaperGain>, words: Words): CellView {
  const { say, format } = words
  if (isLacking(gain)) {
    return num(`${path}.market.paperGain`, '–', { sub: say.code('lacking', gain.lacking) })
  }
  const origin = say.code('cap', gain.capOrigin, { day: format.day(gain.capObservedOn) })
  return num(`${path}.market.paperGain.capAtStart`, format.yuan(gain.capAtStart), {
    sub: `${gain.series.names[say.lang]}${say.lang === 'zh' ? '，' : ', '}${origin}`,
  })
}
