import { decimal } from '../../model/decimal.ts'
import { isLacking, type TrackFindings } from '../../model/findings.ts'
import { type CurveChart, drawCurve } from '../charts/curve-chart.ts'
import { type Sentence, textOf } from '../messages/catalogue.ts'
import { figure, given, head, num, runs, type TableView, table } from './cells.ts'
import { isSumKnown } from './counts.ts'
import { chainedSentences, nameOf, type Words } from './words.ts'

export interface ChartView {
  readonly id: string
  /** What the chart shows, said in a sentence. */
  readonly title: Sentence
  /** The same for those who do not see it. */
  readonly label: string
  /** One drawing, or `narrow` and `wide` ones of which the page shows the one that fits. */
  readonly drawings: readonly { readonly look: '' | 'narrow' | 'wide'; readonly svg: string }[]
  /** How to read it, and where it comes from. */
  readonly note: Sentence
  readonly behind: string
  readonly table: TableView
}

/** One chart for each track that has a curve. */
export function toCurveCharts(words: Words): readonly ChartView[] {
  return words.findings.tracks
    .filter(({ market }) => market.curve.length > 1)
    .map((track) => toCurveChart(track, words))
}

export function toCurveChart(track: TrackFindings, words: Words): ChartView {
  const { say, format, findings } = words
  const { market, inflowSteps } = track
  const id = `chart-${track.id}`
  const events = findings.policies
    .map((line, index) => ({ ...line, path: `policies.${index}` }))
    .filter((line) => line.track === track.id)
    .map((line, index) => ({ ...line, label: letterOf(index) }))
  const series = isLacking(market.deciding) ? market.shown[0] : market.deciding
  const name = series?.names[say.lang] ?? ''
  const place = isLacking(market.deciding) ? 'shown.0' : 'deciding'
  const change =
    series === undefined
      ? ''
      : figure(`tracks.${track.id}.market.${place}.change`, format.change(series.change))
  const values = { track: nameOf(track, words), name, change }
  const eventList = chainedSentences(
    events.map(({ label, on, event, path }) =>
      runs(`${label} `, given(`${path}.on`, format.day(on)), ' ', given(`${path}.event`, event)),
    ),
    words,
  )
  const chart: CurveChart = {
    id,
    points: market.curve.map(({ on, value }) => ({ on, value: decimal(value).toNumber() })),
    steps: inflowSteps.map(({ on, low, high }) => ({
      on,
      low: format.inChartUnit(low),
      high: format.inChartUnit(high),
    })),
    events,
    indexAxis: say('curve.axis-index'),
    inflowAxis: say('curve.axis-inflow'),
  }
  const title = isSumKnown(track.inflow)
    ? say.runs('curve.title', {
        ...values,
        sum: figure(`tracks.${track.id}.inflow.disclosed`, format.yuan(track.inflow.disclosed)),
      })
    : say.runs('curve.title-nothing', values)
  return {
    id,
    title,
    label: textOf(title),
    drawings: [{ look: '', svg: drawCurve(chart) }],
    note: say.runs('curve.note', {
      series:
        series === undefined
          ? ''
          : runs(
              `${name} (${series.source} `,
              given(`tracks.${track.id}.market.${place}.code`, series.code),
              ')',
            ),
      events: eventList.length === 0 ? say('curve.no-events') : eventList,
    }),
    behind: say('table.behind'),
    table: toCurveTable(title, track, words),
  }
}

/** Events are told apart by letters, because numbers of theirs would stand among figures. */
function letterOf(index: number): string {
  const letter = String.fromCodePoint(FIRST_LETTER + (index % LETTERS))
  return index < LETTERS ? letter : `${letterOf(Math.floor(index / LETTERS) - 1)}${letter}`
}

const FIRST_LETTER = 97
const LETTERS = 26

/** The last session of each week and every session after new money stands for the rest; the export has them all. */
function toCurveTable(
  caption: Sentence,
  { id, market, inflowSteps }: TrackFindings,
  words: Words,
): TableView {
  const { say, format } = words
  const path = `tracks.${id}`
  return table({
    caption,
    columns: [
      { text: say('col.date'), look: '' },
      { text: say('col.index'), look: 'num' },
      { text: say('col.disclosed'), look: 'num' },
    ],
    rows: market.curve.flatMap(({ on, value }, index) => {
      const at = inflowSteps.findLastIndex((one) => one.on <= on)
      const step = inflowSteps[at]
      const isStep = step !== undefined && step.on > (market.curve[index - 1]?.on ?? '')
      if (!isStep && !isLastOfWeek(market.curve, index)) return []
      return [
        [
          head(format.day(on), { words: `${path}.market.curve.${index}.on` }),
          num(`${path}.market.curve.${index}.value`, format.number(value, 1)),
          step === undefined ? num('', '–') : num(`${path}.inflowSteps.${at}`, format.yuan(step)),
        ],
      ]
    }),
    empty: say('nothing-in-period'),
  })
}

function isLastOfWeek(curve: TrackFindings['market']['curve'], index: number): boolean {
  const [here, next] = [curve[index]?.on, curve[index + 1]?.on]
  if (here === undefined || next === undefined) return true
  const day = Temporal.PlainDate.from(here)
  return day.until(next).days >= 8 - day.dayOfWeek
}
