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
const ROOM = 1.08

/** The board index as a line, cumulative inflow as a band between its bounds, events as dashed verticals. */
export function drawCurve(chart: CurveChart): string {
  const days = chart.points.map(({ on }) => on)
  const band = days.map((day) => chart.steps.findLast(({ on }) => on <= day) ?? { low: 0, high: 0 })
  const highest = Math.max(...band.map(({ high }) => high), 0)
  const option: EChartsOption = {
    grid: { left: 38, right: 38, top: 50, bottom: 36 },
    xAxis: {
      type: 'category',
      data: days,
      boundaryGap: false,
      axisLine: { lineStyle: { color: SOFT } },
      axisTick: { show: false },
      axisLabel: {
        color: SOFT,
        interval: (index: number) => isMonthStart(days, index),
        formatter: (day: string, index: number) => monthName(days, day, index),
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

/** Events within this many sessions share a label, because two would lie on one another. */
const LABEL_SESSIONS = 4

interface EventMark {
  readonly session: string
  readonly label: string
}

/** A dashed vertical for every event; of neighbours only the first carries the numbers of all. */
function eventMarks(events: CurveChart['events'], days: readonly string[]): readonly EventMark[] {
  const marks: { session: string; index: number; labels: string[] }[] = []
  const verticals: EventMark[] = []
  for (const { on, label } of events) {
    const session = sessionAtOrAfter(days, on)
    const index = days.indexOf(session)
    const last = marks.at(-1)
    if (last !== undefined && index - last.index < LABEL_SESSIONS) {
      last.labels.push(label)
      verticals.push({ session, label: '' })
    } else marks.push({ session, index, labels: [label] })
  }
  return [
    ...marks.map(({ session, labels }) => ({ session, label: labels.join('·') })),
    ...verticals,
  ]
}

/** The month alone; the year below it where it begins: beside it, it would run into a short month's neighbour. */
function monthName(days: readonly string[], day: string, index: number): string {
  const isFirst = days.findIndex((_, place) => isMonthStart(days, place)) === index
  const [year, month] = day.split('-')
  return isFirst || month === '01' ? `${month}\n${year}` : `${month}`
}

function isMonthStart(days: readonly string[], index: number): boolean {
  return index > 0 && days[index]?.slice(0, 7) !== days[index - 1]?.slice(0, 7)
}

function sessionAtOrAfter(days: readonly string[], day: string): string {
  return days.find((session) => session >= day) ?? days.at(-1) ?? day
}

function niceMaximum(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
  return (steps.find((step) => step * magnitude >= value) ?? 10) * magnitude
}
