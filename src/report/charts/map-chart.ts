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
const GRID_BOX = { left: 64, right: 40, top: 44, bottom: 52 }
const CAP = 7
const FONT_SIZE = 12.5
const LABEL_HEIGHT = 16
const GAP = 8

interface Axes {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

interface Place {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** All tracks: how far the market ran against the money that was disclosed, as bars between bounds on a log axis. */
export function drawMap(chart: MapChart): string {
  const axes = axesOf(chart)
  const places = chart.tracks.map((track) => placeOf(track, axes))
  const labels = placeLabels(
    chart.tracks.map(({ name }) => name),
    places,
  )
  const soft = { color: SOFT }
  const option: EChartsOption = {
    grid: GRID_BOX,
    xAxis: {
      type: 'value',
      min: axes.x[0],
      max: axes.x[1],
      name: chart.xName,
      nameLocation: 'middle',
      nameGap: 32,
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
      nameTextStyle: { color: SOFT, align: 'left', padding: [0, 0, 0, -52] },
      axisLine: { onZero: false, show: false },
      axisLabel: soft,
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [{ type: 'scatter', data: [] }],
    graphic: [
      zeroLine(axes),
      ...chart.tracks.flatMap((track, index) => shapesOf(track, places[index], labels[index])),
    ],
  }
  return drawSvg(chart.id, option, SIZE)
}

function withMinus(value: number): string {
  return String(value).replace('-', '−')
}

/** Where a track did as the market did. */
function zeroLine(axes: Axes): Shape {
  const { x } = placeOf({ name: '', excess: 0, inflow: undefined }, axes)
  return {
    type: 'line',
    silent: true,
    shape: { x1: x, y1: GRID_BOX.top, x2: x, y2: SIZE.height - GRID_BOX.bottom },
    style: { stroke: SOFT, lineWidth: 1, lineDash: [2, 3] },
  }
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

function placeOf({ excess, inflow }: MapChart['tracks'][number], { x, y }: Axes): Place {
  const width = SIZE.width - GRID_BOX.left - GRID_BOX.right
  const height = SIZE.height - GRID_BOX.top - GRID_BOX.bottom
  const level = (value: number): number => {
    const share =
      (Math.log10(Math.max(value, y[0])) - Math.log10(y[0])) / (Math.log10(y[1]) - Math.log10(y[0]))
    return GRID_BOX.top + height * (1 - share)
  }
  return {
    x: GRID_BOX.left + (width * (excess - x[0])) / (x[1] - x[0]),
    top: level(inflow?.high ?? y[0]),
    bottom: level(inflow?.low ?? y[0]),
  }
}

/** Each label stands above its bar, and moves up until it touches no other label and no other bar. */
function placeLabels(
  names: readonly string[],
  places: readonly Place[],
): readonly (Label | undefined)[] {
  const labels: (Label | undefined)[] = names.map(() => undefined)
  const lowestFirst = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => b.place.top - a.place.top)
  for (const { place, index } of lowestFirst) {
    const text = names[index] ?? ''
    const width = [...text].reduce(
      (sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56) * FONT_SIZE,
      0,
    )
    let y = place.top - GAP - LABEL_HEIGHT / 2
    const isTaken = (): boolean =>
      labels.some(
        (other) => other !== undefined && overlaps(other, { text, x: place.x, y, width }),
      ) ||
      places.some(
        (other) =>
          other !== place &&
          Math.abs(other.x - place.x) < width / 2 + CAP &&
          y + LABEL_HEIGHT / 2 > other.top - 2 &&
          y - LABEL_HEIGHT / 2 < other.bottom + 2,
      )
    while (isTaken() && y > LABEL_HEIGHT) y -= 2
    labels[index] = { text, x: place.x, y, width }
  }
  return labels
}

function overlaps(a: Label, b: Label): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 4 && Math.abs(a.y - b.y) < LABEL_HEIGHT
}

type Shape = NonNullable<Extract<NonNullable<EChartsOption['graphic']>, readonly unknown[]>[number]>

function shapesOf(
  track: MapChart['tracks'][number],
  place: Place | undefined,
  label: Label | undefined,
): Shape[] {
  if (place === undefined || label === undefined) return []
  const { x, top, bottom } = place
  const text: Shape = {
    type: 'text',
    silent: true,
    style: {
      x,
      y: label.y,
      text: label.text,
      align: 'center',
      verticalAlign: 'middle',
      fill: INK,
      fontSize: FONT_SIZE,
      stroke: PAPER,
      lineWidth: 3,
    },
  }
  const leader: Shape[] =
    top - label.y > LABEL_HEIGHT + GAP
      ? [
          {
            type: 'line',
            silent: true,
            shape: { x1: x, y1: label.y + LABEL_HEIGHT / 2, x2: x, y2: top - 2 },
            style: { stroke: SOFT, lineWidth: 1 },
          },
        ]
      : []
  if (track.inflow === undefined) {
    return [
      {
        type: 'circle',
        silent: true,
        shape: { cx: x, cy: bottom, r: 5 },
        style: { fill: PAPER, stroke: LINE, lineWidth: 2 },
      },
      ...leader,
      text,
    ]
  }
  const height = Math.max(3, bottom - top)
  const cap = (y: number): Shape => ({
    type: 'line',
    silent: true,
    shape: { x1: x - CAP, y1: y, x2: x + CAP, y2: y },
    style: { stroke: LINE, lineWidth: 2 },
  })
  return [
    {
      type: 'rect',
      silent: true,
      shape: { x: x - CAP, y: top, width: 2 * CAP, height },
      style: { fill: BAND, opacity: 0.45 },
    },
    cap(top),
    cap(top + height),
    ...leader,
    text,
  ]
}
