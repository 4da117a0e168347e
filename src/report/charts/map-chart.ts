import type { EChartsOption } from 'echarts'
import { labelsOf, marksOf, nameOf, zeroLine } from './map-marks.ts'
import { axesOf, MARGIN, type MapChart, placeOf } from './map-places.ts'
import { drawSvg, GRID, type Size, SOFT } from './svg.ts'

/** One drawing for telephones, one for everything wider, one for mail: letters keep their size in all. */
export const MAP_SIZES = {
  narrow: { width: 330, height: 430 },
  wide: { width: 720, height: 400 },
  mail: { width: 320, height: 340 },
} as const

/**
 * All tracks: how far the market ran against the money that was disclosed, on a log axis. A bubble sits on the low bound, its
 * area is the number of deals; a line rises to the high bound.
 */
export function drawMap(chart: MapChart, size: Size): string {
  const axes = axesOf(chart)
  const most = Math.max(1, ...chart.tracks.map(({ deals }) => deals))
  const places = chart.tracks.map((track) => placeOf(track, { axes, most, size }))
  const labels = labelsOf(chart, places, size)
  const soft = { color: SOFT }
  const option: EChartsOption = {
    grid: MARGIN,
    xAxis: {
      type: 'value',
      min: axes.x[0],
      max: axes.x[1],
      interval: 20,
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: soft,
      axisLine: { onZero: false, lineStyle: soft },
      axisLabel: { ...soft, formatter: withMinus },
      splitLine: { lineStyle: { color: GRID } },
    },
    yAxis: {
      type: 'log',
      min: axes.y[0],
      max: axes.y[1],
      name: chart.yName,
      nameTextStyle: { color: SOFT, align: 'left', padding: [0, 0, 0, -42] },
      axisLine: { onZero: false, show: false },
      axisLabel: soft,
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [{ type: 'scatter', data: [] }],
    graphic: [
      zeroLine(axes, size),
      ...places.flatMap(marksOf),
      ...places.flatMap((place, index) =>
        nameOf(chart.tracks[index]?.name ?? '', place, labels[index]),
      ),
    ],
  }
  return drawSvg(chart.id, option, size)
}

function withMinus(value: number): string {
  return String(value).replace('-', '−')
}
