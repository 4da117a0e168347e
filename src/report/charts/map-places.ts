import type { Size } from './svg.ts'

/** The tracks of a map and what its axes are called. */
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

export const MARGIN = { left: 48, right: 18, top: 34, bottom: 46 }

const LARGEST_RADIUS = 17

export const SMALLEST_RADIUS = 4

/** Both ends of both axes: percentage points, and money on a log axis. */
export interface Axes {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Where a track's marks stand, in pixels. */
export interface Place {
  readonly x: number
  readonly top: number
  /** Of the low bound, where the bubble sits. */
  readonly y: number
  readonly radius: number
  readonly isHollow: boolean
}

export function axesOf({ tracks }: MapChart): Axes {
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

export function xOf(excess: number, { x }: Axes, { width }: Size): number {
  return MARGIN.left + ((width - MARGIN.left - MARGIN.right) * (excess - x[0])) / (x[1] - x[0])
}

export function placeOf(
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

/** The highest point of a track's marks, where its name is looked for. */
export function peakOf({ x, y, top, radius }: Place): { readonly x: number; readonly y: number } {
  return { x, y: Math.min(top, y - radius) }
}
