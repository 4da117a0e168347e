import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { checkCharts } from '../../src/gate/check-charts.ts'
import { type CurveChart, drawCurve } from '../../src/report/charts/curve-chart.ts'
import { drawKinds } from '../../src/report/charts/kinds-chart.ts'
import { drawMap, MAP_SIZES } from '../../src/report/charts/map-chart.ts'
import { textWidth } from '../../src/report/charts/place-labels.ts'

type Place = readonly [x: number, y: number]

/** Drawings are rounded to a tenth of a pixel; grid lines to half a one. */
const NEAR = 0.2

/** Sessions on every weekday from one day on. */
function weekdays(from: string, count: number): readonly string[] {
  const first = Temporal.PlainDate.from(from)
  return Array.from({ length: Math.ceil(count / 5) }, (_, week) =>
    Array.from({ length: 5 }, (_, day) => first.add({ days: 7 * week + day }).toString()),
  )
    .flat()
    .slice(0, count)
}

/** A curve with no two values alike. */
function curve(days: readonly string[], more: Partial<CurveChart> = {}): CurveChart {
  return {
    id: 'c',
    points: days.map((on, index) => ({ on, value: 100 + 30 * Math.sin(index) + index / 10 })),
    steps: [],
    events: [],
    indexAxis: 'index',
    inflowAxis: 'inflow',
    ...more,
  }
}

function textsOf(svg: string): readonly { readonly text: string; readonly at: Place }[] {
  const $ = load(svg)
  return $('text')
    .toArray()
    .map((one) => {
      const [, x = 0, y = 0] =
        /translate\(([-\d.]+) ([-\d.]+)\)/.exec($(one).attr('transform') ?? '') ?? []
      const own = (side: 'x' | 'y'): number => Number($(one).attr(side) ?? 0)
      return { text: $(one).text(), at: [Number(x) + own('x'), Number(y) + own('y')] }
    })
}

/** Where an axis puts a value, by the labels on one side of it. */
function scale(svg: string, isOf: (at: Place) => boolean, along: 0 | 1): (value: number) => number {
  const ticks = textsOf(svg)
    .filter(({ text, at }) => isOf(at) && /^[−\d.,]+$/.test(text))
    .map(({ text, at }) => ({
      value: Number(text.replace('−', '-').replace(',', '')),
      at: at[along],
    }))
    .toSorted((a, b) => a.value - b.value)
  const [low, high] = [ticks[0], ticks.at(-1)]
  if (low === undefined || high === undefined) throw new Error('the axis has no labels')
  for (const { value, at } of ticks) {
    const share = (value - low.value) / (high.value - low.value)
    expect(Math.abs(low.at + share * (high.at - low.at) - at)).toBeLessThan(NEAR)
  }
  return (value) => low.at + ((value - low.value) / (high.value - low.value)) * (high.at - low.at)
}

/** Ends of the strokes of one colour. */
function linesOf(svg: string, stroke: string): readonly (readonly Place[])[] {
  const $ = load(svg)
  return $(`path[stroke="var(--${stroke})"]`)
    .toArray()
    .map((one) =>
      [...($(one).attr('d') ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      ),
    )
}

/** Pairs of neighbouring names that lie on one another; two lines of one name count apart. */
function overlaps(
  names: readonly { readonly text: string; readonly at: Place }[],
): readonly string[] {
  const ends = names
    .map(({ text, at: [x] }) => ({
      text,
      from: x - textWidth(text, 12) / 2,
      to: x + textWidth(text, 12) / 2,
    }))
    .toSorted((a, b) => a.from - b.from)
  return ends.flatMap(({ text, from }, index) => {
    const before = ends[index - 1]
    return before !== undefined && before.to > from ? [`${before.text} ${text}`] : []
  })
}

const CURVE_FLOOR = 199

describe('the curve of a track', () => {
  const days = weekdays('2023-01-02', 120)
  const steps = [
    { on: days[10] ?? '', low: 3, high: 8 },
    { on: days[60] ?? '', low: 12, high: 31 },
  ]
  const chart = curve(days, { steps })
  const svg = drawCurve(chart)

  it('has every value where its axis says', () => {
    const yOf = scale(svg, ([x, y]) => x < 38 && y > 45 && y <= CURVE_FLOOR, 1)
    const line = linesOf(svg, 'line')[0] ?? []
    expect(line).toHaveLength(days.length)
    const step = ((line.at(-1)?.[0] ?? 0) - (line[0]?.[0] ?? 0)) / (days.length - 1)
    for (const [index, [x, y]] of line.entries()) {
      expect(Math.abs(y - yOf(chart.points[index]?.value ?? 0))).toBeLessThan(NEAR)
      expect(Math.abs(x - ((line[0]?.[0] ?? 0) + index * step))).toBeLessThan(NEAR)
    }
  })

  it('has the bounds of the money where the other axis says, from the day of each deal on', () => {
    const yOf = scale(svg, ([x, y]) => x > 282 && y > 45 && y <= CURVE_FLOOR, 1)
    const [low = [], high = []] = linesOf(svg, 'band')
    const line = linesOf(svg, 'line')[0] ?? []
    for (const [bound, drawn] of [
      ['low', low],
      ['high', high],
    ] as const) {
      for (const [index, [x]] of line.entries()) {
        const step = steps.findLast(({ on }) => on <= (days[index] ?? ''))
        const here = drawn.filter(([at]) => Math.abs(at - x) < NEAR).map(([, y]) => y)
        expect(here.some((y) => Math.abs(y - yOf(step?.[bound] ?? 0)) < NEAR)).toBe(true)
      }
    }
  })

  it.each([
    ['one session', weekdays('2023-06-14', 2), ['06-14', '06-15']],
    ['a half-year', days, ['02', '03', '04', '05', '06']],
    ['a year', weekdays('2022-12-26', 265), ['01', '02', '11', '12']],
    ['two years', weekdays('2021-12-27', 525), ['2022', '2023']],
    ['ten years', weekdays('2015-12-28', 2610), ['2016', '2018', '2024']],
  ])('of %s names days of which none lies on another', (_, span, names) => {
    const said = textsOf(drawCurve(curve(span))).filter(({ at: [, y] }) => y > CURVE_FLOOR + 3)
    expect(said.map(({ text }) => text)).toEqual(expect.arrayContaining(names))
    const lines = Map.groupBy(said, ({ at: [, y] }) => y)
    expect([...lines.values()].flatMap(overlaps)).toEqual([])
  })

  it('tells events in ten years by letters of which none lies on another', () => {
    const span = weekdays('2015-12-28', 2610)
    const events = [...'abcdefghijkl'].map((label, index) => ({
      label,
      on: span[1800 + index * 30] ?? '',
    }))
    const said = textsOf(drawCurve(curve(span, { events }))).filter(({ text }) =>
      /^[a-l]\b/.test(text),
    )
    expect(said.length).toBeGreaterThan(1)
    expect(said.map(({ text }) => text).join(' ')).toContain('a–')
    expect(overlaps(said)).toEqual([])
  })

  it('of two sessions is no blank chart', () => {
    const drawing = { place: 'c', svg: drawCurve(curve(weekdays('2023-06-14', 2))), lines: 2 }
    expect(checkCharts([drawing])).toEqual([])
  })

  it('is no blank chart where the index did not move, and is one where there is no line', () => {
    const days = weekdays('2023-06-14', 2)
    const svg = drawCurve(curve(days, { points: days.map((on) => ({ on, value: 100 })) }))
    const blank = load(svg, null, false)
    expect(blank('[stroke="var(--line)"]')).toHaveLength(1)
    blank('[stroke="var(--line)"]').remove()
    const says = (one: string): readonly string[] =>
      checkCharts([{ place: 'c', svg: one, lines: 2 }]).map((reason) => reason.says)
    expect([says(svg), says(blank.html())]).toEqual([[], ['nothing is drawn']])
  })
})

describe('the map of the tracks', () => {
  const tracks = [
    { name: 'a', excess: 31.6, deals: 8, inflow: { low: 41, high: 59 } },
    { name: 'b', excess: -14.6, deals: 23, inflow: { low: 0.2, high: 102 } },
    { name: 'c', excess: 90.4, deals: 1, inflow: { low: 171, high: 173 } },
  ]

  it.each(['narrow', 'wide', 'mail'] as const)('has each %s bubble where both axes say', (look) => {
    const size = MAP_SIZES[look]
    const svg = drawMap({ id: 'm', tracks, xName: 'x', yName: 'y' }, size)
    const floor = size.height - 46
    const xOf = scale(svg, ([, y]) => y > floor + 3 && y < floor + 20, 0)
    const yOf = scaleOfLogs(svg)
    const $ = load(svg)
    const bubbles = $('circle, path[fill="var(--line)"]').toArray()
    expect(bubbles).toHaveLength(tracks.length)
    for (const [index, { excess, inflow }] of tracks.entries()) {
      const [x, y] = centreOf($(bubbles[index] ?? '').attr() ?? {})
      expect(Math.abs(x - xOf(excess))).toBeLessThan(1)
      expect(Math.abs(y - yOf(inflow.low))).toBeLessThan(1)
    }
  })

  /** The same of the log axis on the left. */
  function scaleOfLogs(svg: string): (value: number) => number {
    const ticks = textsOf(svg).filter(({ text, at: [x] }) => x < 48 && /^1?0?[\d.,]+$/.test(text))
    const at = new Map(ticks.map(({ text, at: [, y] }) => [Number(text.replace(',', '')), y]))
    const [one = 0, ten = 0] = [at.get(1), at.get(10)]
    return (value) => one + Math.log10(value) * (ten - one)
  }

  function centreOf(circle: Readonly<Record<string, string>>): Place {
    const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(circle['transform'] ?? '') ?? []
    return [Number(circle['cx'] ?? x), Number(circle['cy'] ?? y)]
  }
})

describe('the kinds of investors', () => {
  it.each([1, 3, 5, 20])(
    'over %d half-years have names of which none is cut or lies on another',
    (count) => {
      const columns = Array.from({ length: count }, (_, index) => ({
        name: `${2015 + Math.floor(index / 2)} H${(index % 2) + 1}`,
        deals: [index, 2, 3],
      }))
      const kinds = ['a', 'b', 'unknown'].map((id) => ({ id, name: id }))
      const said = textsOf(drawKinds({ id: 'k', columns, kinds, unit: 'deals' })).filter(
        ({ text }) => / H[12]$/.test(text),
      )
      expect(said.at(-1)?.text).toBe(columns.at(-1)?.name)
      expect(said.filter(({ text, at: [x] }) => x < textWidth(text, 12) / 2)).toEqual([])
      expect(overlaps(said)).toEqual([])
    },
  )
})
