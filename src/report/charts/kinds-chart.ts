import { textWidth } from './place-labels.ts'
import { drawSvg, GRID, INK, KINDS, PAPER, type Shape, SOFT } from './svg.ts'

export interface KindsChart {
  readonly id: string
  readonly columns: readonly {
    readonly name: string
    /** Deals by kind, in the order of `kinds`; `unknown` is the part nobody knows. */
    readonly deals: readonly number[]
  }[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly unit: string
}

const SIZE = { width: 340, height: 300 }
const TOP = 22
const FLOOR = SIZE.height - 24
/** Names of the kinds stand to the right of the last column. */
const RIGHT = 188
const FONT_SIZE = 12
const LINE_HEIGHT = 15
/** Between names of columns. */
const NAME_GAP = 3

/** Deals by kind of investor as stacked columns, the unknown part on top, always shown and never filled. */
export function drawKinds(chart: KindsChart): string {
  const highest = Math.max(1, ...chart.columns.map(({ deals }) => sum(deals)))
  const heightOf = (deals: number): number => ((FLOOR - TOP) * deals) / highest
  const step = RIGHT / Math.max(1, chart.columns.length)
  const widest = Math.max(...chart.columns.map(({ name }) => textWidth(name, FONT_SIZE)))
  // The first name is moved from the edge, at most so far towards the next.
  const moved = Math.max(0, (widest - step) / 2)
  const each = Math.ceil((widest + NAME_GAP + moved) / step)
  const shapes = chart.columns.flatMap(({ name, deals }, index) => {
    const x = index * step + step * 0.12
    const width = step * 0.76
    return [
      ...deals.flatMap((count, kind) => {
        const bottom = FLOOR - heightOf(sum(deals.slice(0, kind)))
        const colour = chart.kinds[kind]?.id === 'unknown' ? undefined : KINDS[kind]
        return segment(colour, { x, width, bottom, height: heightOf(count) })
      }),
      // Counted from the newest, which always has its name.
      ...((chart.columns.length - 1 - index) % each === 0
        ? [text(name, nameBelow(name, x + width / 2))]
        : []),
    ]
  })
  return drawSvg(
    chart.id,
    {
      graphic: [
        text(chart.unit, { x: 0, y: 8, align: 'left', fill: SOFT }),
        ruler([0, FLOOR, RIGHT, FLOOR], GRID),
        ...shapes,
        ...namesOf(chart, heightOf),
      ],
    },
    SIZE,
  )
}

/** In the middle below its column, as far as the drawing's edge lets it. */
function nameBelow(name: string, middle: number): TextPlace {
  const x = Math.max(middle, textWidth(name, FONT_SIZE) / 2)
  return { x, y: FLOOR + 12, align: 'center', fill: SOFT }
}

interface Segment {
  readonly x: number
  readonly width: number
  readonly bottom: number
  readonly height: number
}

function segment(
  colour: string | undefined,
  { x, width, bottom, height }: Segment,
): readonly Shape[] {
  if (height === 0) return []
  const style =
    colour === undefined
      ? { fill: PAPER, stroke: SOFT, lineWidth: 1, lineDash: [3, 3] }
      : { fill: colour, stroke: PAPER, lineWidth: 1 }
  return [{ type: 'rect', silent: true, shape: { x, y: bottom - height, width, height }, style }]
}

/** Beside the last column, each at the height of its segment and none on another. */
function namesOf(
  { columns, kinds }: KindsChart,
  heightOf: (deals: number) => number,
): readonly Shape[] {
  const deals = columns.at(-1)?.deals ?? []
  const edge = RIGHT - (RIGHT / Math.max(1, columns.length)) * 0.12
  let free = FLOOR
  return deals.flatMap((count, kind) => {
    if (count === 0) return []
    const middle = FLOOR - heightOf(sum(deals.slice(0, kind)) + count / 2)
    const y = Math.min(middle, free - LINE_HEIGHT / 2)
    free = y - LINE_HEIGHT / 2
    const name = `${kinds[kind]?.name ?? ''} ${count}`
    return [
      ruler([edge + 2, middle, RIGHT + 8, y], SOFT),
      text(name, { x: RIGHT + 11, y, align: 'left', fill: INK }),
    ]
  })
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

interface TextPlace {
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center'
  readonly fill: string
}

function text(words: string, { x, y, align, fill }: TextPlace): Shape {
  return {
    type: 'text',
    silent: true,
    style: { x, y, text: words, align, verticalAlign: 'middle', fill, fontSize: FONT_SIZE },
  }
}

function ruler([x1, y1, x2, y2]: readonly [number, number, number, number], stroke: string): Shape {
  return { type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1 } }
}
