import {
  type Axes,
  MARGIN,
  type MapChart,
  type Place,
  peakOf,
  SMALLEST_RADIUS,
  xOf,
} from './map-places.ts'
import { type Box, placeLabels, textWidth } from './place-labels.ts'
import { INK, LINE, PAPER, type Shape, type Size, SOFT } from './svg.ts'

const FONT_SIZE = 12

const LABEL_HEIGHT = 15

const CAP = 5

/** Where a track did as the market did. */
export function zeroLine(axes: Axes, size: Size): Shape {
  const x = xOf(0, axes, size)
  return lineShape([x, MARGIN.top, x, size.height - MARGIN.bottom], SOFT, 'dashed')
}

export function labelsOf(
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

export function marksOf({ x, y, top, radius, isHollow }: Place): readonly Shape[] {
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

export function nameOf(name: string, place: Place, box: Box | undefined): readonly Shape[] {
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
