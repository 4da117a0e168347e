import type { EChartsOption, LineSeriesOption } from 'echarts'
import { BAND, BAND_TEXT, drawSvg, GRID, INK, LINE, PAPER, SOFT } from './svg.ts'

export interface CurveChart {
  readonly id: string
  readonly points: readonly { readonly on: string; readonly value: number }[]
  /** Cumulative bounds after each day that had a deal. */
  readonly steps: readonly { readonly on: string; readonly low: number; readonly high: number }[]
  readonly events: readonly { readonly on: string; readonly label: string }[]
  readonly indexAxis: string
  readonly inflowAxis: string
}

/** Small enough that letters stay readable where a telephone shows one chart a row. */
const SIZE = { width: 320, height: 235 }
const SIDE = 38
const PLOT_WIDTH = SIZE.width - 2 * SIDE
const ROOM = 1.08

/** The board index as a line, cumulative inflow as a band between its bounds, events as dashed verticals. */
export function drawCurve(chart: CurveChart): string {
  const days = chart.points.map(({ on }) => on)
  const band = days.map((day) => chart.steps.findLast(({ on }) => on <= day) ?? { low: 0, high: 0 })
  const highest = Math.max(...band.map(({ high }) => high), 0)
  const names = namesOfDays(days)
  const option: EChartsOption = {
    grid: { left: SIDE, right: SIDE, top: 50, bottom: 36 },
    xAxis: {
      type: 'category',
      data: days,
      boundaryGap: false,
      axisLine: { lineStyle: { color: SOFT } },
      axisTick: { show: false },
      axisLabel: {
        color: SOFT,
        interval: (index: number) => names.has(index),
        formatter: (_: string, index: number) => names.get(index) ?? '',
      },
    },
    yAxis: [
      {
        type: 'value',
        scale: true,
        name: chart.indexAxis,
        nameGap: 28,
        nameTextStyle: { color: LINE, align: 'left', padding: [0, 0, 0, -34] },
        axisLabel: { color: SOFT },
        splitLine: { lineStyle: { color: GRID } },
      },
      {
        type: 'value',
        min: 0,
        max: highest === 0 ? 1 : niceMaximum(highest * ROOM),
        name: chart.inflowAxis,
        nameGap: 28,
        nameTextStyle: { color: BAND_TEXT, align: 'right', padding: [0, -36, 0, 0] },
        axisLabel: { color: SOFT, show: highest > 0 },
        splitLine: { show: false },
      },
    ],
    series: [
      bandSeries(
        'low',
        band.map(({ low }) => low),
        false,
      ),
      bandSeries(
        'width',
        band.map(({ low, high }) => high - low),
        true,
      ),
      {
        type: 'line',
        name: 'index',
        data: chart.points.map(({ value }) => value),
        showSymbol: false,
        lineStyle: { color: LINE, width: 2.25 },
        itemStyle: { color: LINE },
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: SOFT, type: 'dashed', width: 1 },
          label: {
            color: INK,
            formatter: '{b}',
            position: 'end',
            backgroundColor: PAPER,
            padding: [1, 1],
            distance: 3,
          },
          data: eventMarks(chart.events, days).map(({ session, label }) => ({
            name: label,
            xAxis: session,
          })),
        },
      },
    ],
  }
  return drawSvg(chart.id, option, SIZE)
}

function bandSeries(name: string, data: readonly number[], isVisible: boolean): LineSeriesOption {
  return {
    type: 'line',
    name,
    data: [...data],
    yAxisIndex: 1,
    step: 'end',
    stack: 'band',
    showSymbol: false,
    lineStyle: { color: BAND, width: 1, type: isVisible ? 'solid' : 'dotted' },
    itemStyle: { color: BAND },
    areaStyle: { color: BAND, opacity: isVisible ? 0.35 : 0.12 },
  }
}

/** Pixels a label has to itself, of one letter or of several: events nearer to one another share it. */
const LABEL_ROOM = { one: 16, several: 24 }
/** So many letters stand side by side; more are told by the first and the last. */
const MOST_LETTERS = 2

interface EventMark {
  readonly session: string
  readonly label: string
}

/** A dashed vertical for every event; of neighbours only the first carries the letters of all. */
function eventMarks(events: CurveChart['events'], days: readonly string[]): readonly EventMark[] {
  const wide = PLOT_WIDTH / Math.max(1, days.length - 1)
  const marks: { session: string; index: number; labels: string[] }[] = []
  const verticals: EventMark[] = []
  for (const { on, label } of events) {
    const session = sessionAtOrAfter(days, on)
    const index = days.indexOf(session)
    const last = marks.at(-1)
    const room = last === undefined || last.labels.length === 1 ? 'one' : 'several'
    if (last !== undefined && (index - last.index) * wide < LABEL_ROOM[room]) {
      last.labels.push(label)
      verticals.push({ session, label: '' })
    } else marks.push({ session, index, labels: [label] })
  }
  return [
    ...marks.map(({ session, labels }) => ({
      session,
      label: labels.length > MOST_LETTERS ? `${labels[0]}–${labels.at(-1)}` : labels.join('·'),
    })),
    ...verticals,
  ]
}

/** More months than this have no room for their names; then years have theirs, at most this many. */
const MOST_MONTHS = 13
const MOST_YEARS = 7

/**
 * Names below the axis, by the place of their session: of months, the year below the first and each January; of years where
 * months are too many; of the first and the last day where no month begins.
 */
function namesOfDays(days: readonly string[]): ReadonlyMap<number, string> {
  const parts = (index: number): readonly string[] => days[index]?.split('-') ?? []
  const starts = days.flatMap((_, index) => (isStart(days, index, 'month') ? [index] : []))
  if (starts.length === 0) {
    const ends = [...new Set([0, days.length - 1])]
    return new Map(ends.map((index) => [index, parts(index).slice(1).join('-')]))
  }
  if (starts.length <= MOST_MONTHS) {
    return new Map(
      starts.map((index, place) => {
        const [year, month] = parts(index)
        return [index, place === 0 || month === '01' ? `${month}\n${year}` : `${month}`]
      }),
    )
  }
  const years = starts.filter((index) => isStart(days, index, 'year'))
  const step = Math.ceil(years.length / MOST_YEARS)
  return new Map(
    years.filter((_, place) => place % step === 0).map((index) => [index, parts(index)[0] ?? '']),
  )
}

const LETTERS_OF = { month: 'yyyy-mm'.length, year: 'yyyy'.length } as const

function isStart(days: readonly string[], index: number, of: keyof typeof LETTERS_OF): boolean {
  const name = (at: number): string | undefined => days[at]?.slice(0, LETTERS_OF[of])
  return index > 0 && name(index) !== name(index - 1)
}

function sessionAtOrAfter(days: readonly string[], day: string): string {
  return days.find((session) => session >= day) ?? days.at(-1) ?? day
}

function niceMaximum(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
  return (steps.find((step) => step * magnitude >= value) ?? 10) * magnitude
}
