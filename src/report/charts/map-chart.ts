import type { EChartsOption } from 'echarts'
import { BAND, drawSvg, GRID, INK, LINE, PAPER, SOFT } from './svg.ts'

export interface MapChart {
  readonly id: string
  readonly tracks: readonly {
    readonly name: string
    /** Percentage points. */
    readonly excess: number
    /** In the chart's unit; absent when nothing was disclosed. */
    readonly inflow: { readonly low: number; readonly high: number } | undefined
  }[]
  readonly xName: string
  readonly yName: string
}

const SIZE = { width: 960, height: 440 }
const CAP = 7

/** All tracks: how far the market ran against the money that was disclosed, as bars between bounds on a log axis. */
export function drawMap(chart: MapChart): string {
  const bounds = chart.tracks.flatMap(({ inflow }) =>
    inflow === undefined ? [] : [inflow.low, inflow.high],
  )
  const positive = bounds.filter((value) => value > 0)
  const floor = 10 ** Math.floor(Math.log10(Math.min(...positive, 1)) - 0.3)
  const ceiling = 10 ** Math.ceil(Math.log10(Math.max(...positive, 10)))
  const option: EChartsOption = {
    grid: { left: 64, right: 40, top: 40, bottom: 52 },
    xAxis: {
      type: 'value',
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 32,
      nameTextStyle: { color: SOFT },
      axisLine: { onZero: false, lineStyle: { color: SOFT } },
      axisLabel: { color: SOFT },
      splitLine: { lineStyle: { color: GRID } },
    },
    yAxis: {
      type: 'log',
      min: floor,
      max: ceiling,
      name: chart.yName,
      nameTextStyle: { color: SOFT, align: 'left', padding: [0, 0, 0, -52] },
      axisLabel: { color: SOFT },
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [
      {
        type: 'custom',
        data: chart.tracks.map(({ excess, inflow }) => [
          excess,
          Math.max(inflow?.low ?? floor, floor),
          Math.max(inflow?.high ?? floor, floor),
        ]),
        encode: { x: 0, y: [1, 2] },
        clip: false,
        renderItem: (params, api) => {
          const track = chart.tracks[params.dataIndex]
          const [x = 0, bottom = 0] = api.coord([api.value(0), api.value(1)])
          const [, top = 0] = api.coord([api.value(0), api.value(2)])
          const label = {
            type: 'text' as const,
            x,
            y: top - 10,
            style: {
              text: track?.name ?? '',
              textAlign: 'center' as const,
              textVerticalAlign: 'bottom' as const,
              fill: INK,
              fontSize: 12.5,
              stroke: PAPER,
              lineWidth: 3,
            },
          }
          if (track?.inflow === undefined) {
            const ring = { cx: x, cy: bottom, r: 5 }
            return {
              type: 'group',
              children: [
                { type: 'circle', shape: ring, style: { fill: PAPER, stroke: LINE, lineWidth: 2 } },
                label,
              ],
            }
          }
          const height = Math.max(3, bottom - top)
          return {
            type: 'group',
            children: [
              {
                type: 'rect',
                shape: { x: x - CAP, y: top, width: 2 * CAP, height },
                style: { fill: BAND, opacity: 0.45 },
              },
              {
                type: 'line',
                shape: { x1: x - CAP, y1: top, x2: x + CAP, y2: top },
                style: { stroke: LINE, lineWidth: 2 },
              },
              {
                type: 'line',
                shape: { x1: x - CAP, y1: top + height, x2: x + CAP, y2: top + height },
                style: { stroke: LINE, lineWidth: 2 },
              },
              label,
            ],
          }
        },
      },
    ],
  }
  return drawSvg(chart.id, option, SIZE)
}
