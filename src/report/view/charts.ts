import { decimal } from '../../model/decimal.ts'
import { isLacking, type TrackFindings } from '../../model/findings.ts'
import { type CurveChart, drawCurve } from '../charts/curve-chart.ts'
import { drawMap } from '../charts/map-chart.ts'
import { cell, head, num, type TableView } from './cells.ts'
import { chained, known, nameOf, type Words } from './words.ts'

export interface ChartView {
  readonly id: string
  readonly title: string
  readonly svg: string
  readonly note: string
  readonly behind: string
  readonly table: TableView
}

/** All tracks in one picture, with the finding as its title. */
export function toMapChart(words: Words): ChartView {
  const { say, format, findings } = words
  const shown = findings.tracks.filter(({ market }) => !isLacking(market.deciding))
  const excessOf = ({ market }: TrackFindings) =>
    decimal(isLacking(market.deciding) ? 0 : market.deciding.excess)
  const top = [...shown].sort((a, b) => excessOf(b).cmp(excessOf(a)))[0]
  const most = [...shown].sort((a, b) =>
    decimal(b.inflow.disclosed.high).cmp(a.inflow.disclosed.high),
  )[0]
  const title =
    top === undefined || most === undefined
      ? say('section.map')
      : say('map.title', {
          top: nameOf(top, words),
          excess: format.points(excessOf(top).toString()),
          most: nameOf(most, words),
          sum: format.yuan(most.inflow.disclosed),
        })
  return {
    id: 'chart-map',
    title,
    svg: drawMap({
      id: 'chart-map',
      tracks: shown.map((track) => ({
        name: nameOf(track, words),
        excess: excessOf(track).times(100).toNumber(),
        inflow: hasDisclosed(track)
          ? {
              low: format.inChartUnit(track.inflow.disclosed.low),
              high: format.inChartUnit(track.inflow.disclosed.high),
            }
          : undefined,
      })),
      xName: say('map.x'),
      yName: say('map.y'),
    }),
    note: say('map.note'),
    behind: say('table.behind'),
    table: {
      caption: title,
      columns: [
        { text: say('col.track'), look: '' },
        { text: say('col.excess'), look: 'num' },
        { text: say('col.disclosed'), look: 'num' },
      ],
      rows: shown.map((track) => [
        head(nameOf(track, words)),
        num(
          `tracks.${track.id}.market.deciding.excess`,
          known(track.market.deciding, words, ({ excess }) => format.points(excess)).text,
        ),
        num(
          `tracks.${track.id}.inflow.disclosed`,
          hasDisclosed(track) ? format.yuan(track.inflow.disclosed) : say('undisclosed'),
        ),
      ]),
      empty: say('nothing-in-period'),
    },
  }
}

function hasDisclosed({ inflow }: TrackFindings): boolean {
  return inflow.n > inflow.undisclosed
}

/** One chart for each track that has a curve. */
export function toCurveCharts(words: Words): readonly ChartView[] {
  return words.findings.tracks
    .filter(({ market }) => market.curve.length > 1)
    .map((track) => toCurveChart(track, words))
}

function toCurveChart(track: TrackFindings, words: Words): ChartView {
  const { say, format, findings } = words
  const { market, inflowSteps } = track
  const id = `chart-${track.id}`
  const events = findings.policies
    .filter((line) => line.track === track.id)
    .map((line, index) => ({ ...line, label: String(index + 1) }))
  const series = isLacking(market.deciding) ? market.shown[0] : market.deciding
  const name = series?.names[say.lang] ?? ''
  const change = series === undefined ? '' : format.change(series.change)
  const values = { track: nameOf(track, words), name, change }
  const eventList = chained(
    events.map(({ label, on, event }) => `${label} ${on} ${event}`),
    words,
  )
  const chart: CurveChart = {
    id,
    points: market.curve.map(({ on, value }) => ({ on, value: decimal(value).toNumber() })),
    steps: inflowSteps.map(({ on, low, high }) => ({
      on,
      low: format.inChartUnit(low),
      high: format.inChartUnit(high),
    })),
    events,
    indexAxis: say('curve.axis-index'),
    inflowAxis: say('curve.axis-inflow'),
  }
  const title = hasDisclosed(track)
    ? say('curve.title', { ...values, sum: format.yuan(track.inflow.disclosed) })
    : say('curve.title-nothing', values)
  return {
    id,
    title,
    svg: drawCurve(chart),
    note: say('curve.note', {
      series: series === undefined ? '' : `${name} (${series.source} ${series.code})`,
      events: eventList === '' ? say('curve.no-events') : eventList,
    }),
    behind: say('table.behind'),
    table: toCurveTable(title, track, words),
  }
}

function toCurveTable(
  caption: string,
  { market, inflowSteps }: TrackFindings,
  words: Words,
): TableView {
  const { say, format } = words
  return {
    caption,
    columns: [
      { text: say('col.date'), look: '' },
      { text: say('col.index'), look: 'num' },
      { text: say('col.disclosed'), look: 'num' },
    ],
    rows: market.curve.map(({ on, value }) => {
      const step = inflowSteps.findLast((one) => one.on <= on)
      return [
        head(on),
        cell(format.number(value, 1), { look: 'num' }),
        cell(step === undefined ? '–' : format.yuan(step), { look: 'num' }),
      ]
    }),
    empty: say('nothing-in-period'),
  }
}
