import type { CustomSeriesOption, EChartsOption, XAXisComponentOption } from 'echarts'
import { BAND, BAND_TEXT, drawSvg, GRID, LINE, PAPER, SOFT } from './svg.ts'

/** A period as an edition told it; undefined is unknown, which is not zero. */
interface HistoryPoint {
  readonly name: string
  /** Percentage points. */
  readonly excess: number | undefined
  /** In the chart's unit. */
  readonly inflow: { readonly low: number; readonly high: number } | undefined
}

export interface HistoryChart {
  readonly id: string
  /** The oldest first. */
  readonly points: readonly HistoryPoint[]
  readonly excessAxis: string
  readonly inflowAxis: string
}

/** For telephones and for all that is wider; as many names of periods as there is room for. */
export const HISTORY_SIZES = {
  narrow: { width: 330, height: 340, names: 3 },
  wide: { width: 720, height: 340, names: 8 },
} as const

const MARGIN = { left: 52, right: 14 }
const UPPER = { ...MARGIN, top: 30, height: 110 }
const LOWER = { ...MARGIN, top: 186, height: 120 }
const DOT = 7
const WIDEST_BAR = 22
/** Of the room a period has. */
const BAR_SHARE = 0.6
/** What is known exactly is a bar of this height. */
const LOWEST_BAR = 3

/** Above, what the board won over the market, period by period; below, the bounds of the money that was recorded. */
export function drawHistory(
  { id, points, excessAxis, inflowAxis }: HistoryChart,
  { names, ...size }: (typeof HISTORY_SIZES)[keyof typeof HISTORY_SIZES],
): string {
  const step = Math.ceil(points.length / names)
  const option: EChartsOption = {
    grid: [UPPER, LOWER],
    xAxis: [
      { ...periods(points, 0), axisLabel: { show: false } },
      {
        ...periods(points, 1),
        // Counted from the newest, which always has its name.
        axisLabel: {
          color: SOFT,
          showMaxLabel: true,
          alignMaxLabel: points.length > names ? 'right' : 'center',
          interval: (index) => (points.length - 1 - index) % step === 0,
        },
      },
    ],
    yAxis: [
      valueAxis(excessAxis, { gridIndex: 0, color: LINE }),
      valueAxis(inflowAxis, { gridIndex: 1, color: BAND_TEXT }),
    ],
    series: [
      {
        type: 'line',
        data: points.map(({ excess }) => excess ?? '-'),
        symbol: 'circle',
        symbolSize: DOT,
        silent: true,
        lineStyle: { color: LINE, width: 2 },
        itemStyle: { color: LINE, borderColor: PAPER },
      },
      questionMarks(points, 'excess'),
      rangeBars(points),
      questionMarks(points, 'inflow'),
    ],
  }
  return drawSvg(id, option, size)
}

function periods(points: readonly HistoryPoint[], gridIndex: 0 | 1): XAXisComponentOption {
  return {
    type: 'category',
    gridIndex,
    data: points.map(({ name }) => name),
    axisLine: { onZero: true, lineStyle: { color: SOFT } },
    axisTick: { show: false },
  }
}

function valueAxis(
  name: string,
  { gridIndex, color }: { readonly gridIndex: 0 | 1; readonly color: string },
): Exclude<EChartsOption['yAxis'], readonly unknown[] | undefined> {
  return {
    type: 'value',
    gridIndex,
    splitNumber: 3,
    name,
    nameTextStyle: { color, align: 'left', padding: [0, 0, 0, -44] },
    axisLabel: { color: SOFT, formatter: (value: number) => String(value).replace('-', '−') },
    splitLine: { lineStyle: { color: GRID } },
  }
}

function rangeBars(points: readonly HistoryPoint[]): CustomSeriesOption {
  return {
    ...marksIn('inflow'),
    data: points.flatMap(({ inflow }, index) =>
      inflow === undefined ? [] : [[index, inflow.high, inflow.low]],
    ),
    encode: { x: 0, y: [1, 2] },
    renderItem(_, { coord, value }) {
      const [x = 0, top = 0] = coord([value(0), value(1)])
      const [next = 0, bottom = 0] = coord([Number(value(0)) + 1, value(2)])
      const width = Math.min(WIDEST_BAR, (next - x) * BAR_SHARE)
      const height = Math.max(LOWEST_BAR, bottom - top)
      return {
        type: 'rect',
        shape: { x: x - width / 2, y: (top + bottom - height) / 2, width, height },
        style: { fill: BAND, stroke: BAND_TEXT, lineWidth: 1 },
      }
    },
  }
}

/** Stands where a figure is not known, so that its place is not taken for nothing. */
function questionMarks(
  points: readonly HistoryPoint[],
  what: 'excess' | 'inflow',
): CustomSeriesOption {
  return {
    ...marksIn(what),
    data: points.flatMap((point, index) => (point[what] === undefined ? [[index, 0]] : [])),
    renderItem(_, { coord, value }) {
      const [x = 0, y = 0] = coord([value(0), value(1)])
      return {
        type: 'text',
        style: {
          text: '?',
          fontSize: 12,
          x,
          y: y - 4,
          fill: SOFT,
          align: 'center',
          verticalAlign: 'bottom',
        },
      }
    },
  }
}

function marksIn(panel: 'excess' | 'inflow'): CustomSeriesOption {
  const index = panel === 'excess' ? 0 : 1
  return { type: 'custom', xAxisIndex: index, yAxisIndex: index, silent: true }
}
