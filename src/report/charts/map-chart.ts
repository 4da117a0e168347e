import type { EChartsOption } from 'echarts'
import { type Box, placeLabels, textWidth } from './place-labels.ts'
import { drawSvg, GRID, INK, LINE, PAPER, type Shape, type Size, SOFT } from './svg.ts'

export interface MapChart {
  readonly id: string
  readonly tracks: readonly {
    readonly name: string
    /** Percentage points. */
    readonly excess: number
    readonly deals: number
    /** In the chart's unit; absent when nothing was disclosed. */
    readonly inflow: { readonly low: number; readonly high: number } | undefined
  }[]
  readonly xName: string
  readonly yName: string
}

/** One drawing for telephones, one for everything wider, one for mail: letters keep their size in all. */
export const MAP_SIZES = {
  narrow: { width: 330, height: 430 },
  wide: { width: 720, height: 400 },
  mail: { width: 320, height: 340 },
} as const

const MARGIN = { left: 48, right: 18, top: 34, bottom: 46 }
const FONT_SIZE = 12
const LABEL_HEIGHT = 15
const CAP = 5
const LARGEST_RADIUS = 17
const SMALLEST_RADIUS = 4

interface Axes {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

interface Place {
  readonly x: number
  readonly top: number
  /** Of the low bound, where the bubble sits. */
  readonly y: number
  readonly radius: number
  readonly isHollow: boolean
}

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

/** Where a track did as the market did. */
function zeroLine(axes: Axes, size: Size): Shape {
  const x = xOf(0, axes, size)
  return lineShape([x, MARGIN.top, x, size.height - MARGIN.bottom], SOFT, 'dashed')
}

function axesOf({ tracks }: MapChart): Axes {
  const excesses = tracks.map(({ excess }) => excess)
  const bounds = tracks.flatMap(({ inflow }) =>
    inflow === undefined ? [] : [inflow.low, inflow.high],
  )
  const positive = bounds.filter((value) => value > 0)
  return {
    x: [
      Math.floor(Math.min(0, ...excesses) / 20) * 20,
      Math.ceil(Math.max(20, ...excesses) / 20) * 20,
    ],
    y: [
      10 ** Math.floor(Math.log10(Math.min(1, ...positive)) - 0.3),
      10 ** Math.ceil(Math.log10(Math.max(10, ...positive))),
    ],
  }
}

function xOf(excess: number, { x }: Axes, { width }: Size): number {
  return MARGIN.left + ((width - MARGIN.left - MARGIN.right) * (excess - x[0])) / (x[1] - x[0])
}

function placeOf(
  { excess, inflow, deals }: MapChart['tracks'][number],
  { axes, most, size }: { readonly axes: Axes; readonly most: number; readonly size: Size },
): Place {
  const [floor, ceiling] = axes.y.map(Math.log10) as [number, number]
  const height = size.height - MARGIN.top - MARGIN.bottom
  const level = (value: number): number => {
    const share = (Math.log10(Math.max(value, axes.y[0])) - floor) / (ceiling - floor)
    return MARGIN.top + height * (1 - share)
  }
  return {
    x: xOf(excess, axes, size),
    top: level(inflow?.high ?? 0),
    y: level(inflow?.low ?? 0),
    radius: Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(deals / most)),
    isHollow: inflow === undefined,
  }
}

function labelsOf(
  { tracks }: MapChart,
  places: readonly Place[],
  { width, height }: Size,
): readonly (Box | undefined)[] {
  const obstacles = places.flatMap(({ x, y, top, radius }) => [
    { x, y, width: 2 * radius, height: 2 * radius },
    { x, y: (top + y) / 2, width: 2 * CAP, height: y - top + 4 },
  ])
  const wanted = places.map((place, index) => ({
    ...peakOf(place),
    width: textWidth(tracks[index]?.name ?? '', FONT_SIZE),
    height: LABEL_HEIGHT,
  }))
  // Names may stand beyond the axes' ends, where no mark is, but not in their labels.
  const area = {
    x: (MARGIN.left + width) / 2,
    y: (MARGIN.top + height - MARGIN.bottom) / 2,
    width: width - MARGIN.left,
    height: height - MARGIN.top - MARGIN.bottom,
  }
  return placeLabels(wanted, obstacles, area)
}

/** The highest point of a track's marks, where its name is looked for. */
function peakOf({ x, y, top, radius }: Place): { readonly x: number; readonly y: number } {
  return { x, y: Math.min(top, y - radius) }
}

function marksOf({ x, y, top, radius, isHollow }: Place): readonly Shape[] {
  const bubble: Shape = {
    type: 'circle',
    silent: true,
    shape: { cx: x, cy: y, r: isHollow ? SMALLEST_RADIUS + 1 : radius },
    style: isHollow
      ? { fill: PAPER, stroke: LINE, lineWidth: 2 }
      : { fill: LINE, stroke: PAPER, lineWidth: 1, opacity: 0.75 },
  }
  if (isHollow) return [bubble]
  return [
    bubble,
    lineShape([x, top, x, y], LINE, 'solid'),
    lineShape([x - CAP, top, x + CAP, top], LINE, 'solid'),
  ]
}

function nameOf(name: string, place: Place, box: Box | undefined): readonly Shape[] {
  if (box === undefined) return []
  const { x, y } = peakOf(place)
  const edge = { x: clamp(x, box.x, box.width), y: clamp(y, box.y, box.height) }
  const isFar = Math.hypot(edge.x - x, edge.y - y) > LABEL_HEIGHT / 2
  return [
    ...(isFar ? [lineShape([x, y, edge.x, edge.y], SOFT, 'solid')] : []),
    {
      type: 'text',
      silent: true,
      style: {
        x: box.x,
        y: box.y,
        text: name,
        align: 'center',
        verticalAlign: 'middle',
        fill: INK,
        fontSize: FONT_SIZE,
        stroke: PAPER,
        lineWidth: 3,
      },
    },
  ]
}

/** The point of a side nearest to a value. */
function clamp(value: number, middle: number, length: number): number {
  return Math.min(middle + length / 2, Math.max(middle - length / 2, value))
}

function lineShape(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: string,
  dash: 'solid' | 'dashed',
): Shape {
  return {
    type: 'line',
    silent: true,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth: 1.5, ...(dash === 'dashed' ? { lineDash: [2, 3] } : {}) },
  }
}
