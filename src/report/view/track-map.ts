import { type Decimal, decimal } from '../../model/decimal.ts'
import { isLacking, type TrackFindings } from '../../model/findings.ts'
import { drawMap, MAP_SIZES } from '../charts/map-chart.ts'
import { type Sentence, textOf } from '../messages/catalogue.ts'
import { figure, head, num, ownSentence, type TableView, table } from './cells.ts'
import type { ChartView } from './charts.ts'
import { countInWords, isSumKnown, whyNoSum } from './counts.ts'
import { known, nameOf, type Words } from './words.ts'

/** All tracks that have a series, in one picture. */
export function toMapChart(words: Words): ChartView {
  const { say } = words
  const shown = shownIn(words)
  const title = mapTitle(words)
  return {
    id: 'chart-map',
    title,
    label: textOf(title),
    drawings: (['narrow', 'wide'] as const).map((look) => ({ look, svg: drawTracks(look, words) })),
    note: ownSentence(say('map.note')),
    behind: say('table.behind'),
    table: toMapTable(title, shown, words),
  }
}

/** The drawing alone, for what it is shown in. */
export function drawTracks(look: keyof typeof MAP_SIZES, words: Words): string {
  const { say, format } = words
  const tracks = shownIn(words).map((track) => {
    const { low, high } = track.inflow.disclosed
    return {
      name: nameOf(track, words),
      excess: excessOf(track).times(100).toNumber(),
      deals: track.inflow.n,
      inflow: isSumKnown(track.inflow)
        ? { low: format.inChartUnit(low), high: format.inChartUnit(high) }
        : undefined,
    }
  })
  const axes = { xName: say('map.x'), yName: say('map.y') }
  return drawMap({ id: `chart-map-${look}`, tracks, ...axes }, MAP_SIZES[look])
}

function shownIn({ findings }: Words): readonly TrackFindings[] {
  return findings.tracks.filter(({ market }) => !isLacking(market.deciding))
}

function excessOf({ market }: TrackFindings): Decimal {
  return decimal(isLacking(market.deciding) ? 0 : market.deciding.excess)
}

/**
 * Which track ran furthest, and which got most: they are seldom the same. Money counts wherever it went, drawn or not; the
 * most has whose low bound is above every other's high one.
 */
export function mapTitle(words: Words): Sentence {
  const { say, format, findings } = words
  const top = shownIn(words).toSorted((a, b) => excessOf(b).cmp(excessOf(a)))[0]
  const [most, next] = findings.tracks
    .filter(({ inflow }) => isSumKnown(inflow))
    .toSorted((a, b) => decimal(b.inflow.disclosed.high).cmp(a.inflow.disclosed.high))
  if (top === undefined) return say.runs('map.nothing')
  const values = {
    top: nameOf(top, words),
    excess: figure(
      `tracks.${top.id}.market.deciding.excess`,
      format.points(excessOf(top).toString()),
    ),
  }
  if (most === undefined) return say.runs('map.title-nothing', values)
  const isSure =
    next === undefined || decimal(most.inflow.disclosed.low).gt(next.inflow.disclosed.high)
  return say.runs(isSure ? 'map.title' : 'map.title-unsure', {
    ...values,
    most: nameOf(most, words),
    sum: figure(`tracks.${most.id}.inflow.disclosed`, format.yuan(most.inflow.disclosed)),
  })
}

function toMapTable(caption: Sentence, shown: readonly TrackFindings[], words: Words): TableView {
  const { say, format } = words
  return table({
    caption,
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.excess'), look: 'num' },
      { text: say('col.disclosed'), look: 'num' },
      { text: say('col.n'), look: 'num' },
    ],
    rows: shown.map((track) => [
      head(nameOf(track, words)),
      num(
        `tracks.${track.id}.market.deciding.excess`,
        known(track.market.deciding, words, ({ excess }) => format.points(excess)).text,
      ),
      isSumKnown(track.inflow)
        ? num(`tracks.${track.id}.inflow.disclosed`, format.yuan(track.inflow.disclosed))
        : num('', say(whyNoSum(track.inflow))),
      num('', countInWords(`tracks.${track.id}.inflow`, track.inflow, words)),
    ]),
    empty: say('nothing-in-period'),
  })
}
