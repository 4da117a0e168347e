import { isLacking, type Lacking } from '../../model/findings.ts'
import type {
  LagLine,
  LagReading,
  LagTests,
  Stationarity,
  TrackTransmission,
} from '../../model/transmission-finding.ts'
import { drawLags } from '../charts/lag-chart.ts'
import { type FigureValue, type Sentence, textOf } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  lackingOr,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import type { ChartView } from './charts.ts'
import { toRunSummary, toRunTable } from './theme-runs.ts'
import { chainedSentences, known, trackName, type Words } from './words.ts'

export interface TransmissionView {
  readonly charts: readonly ChartView[]
  readonly results: TableView
  /** The same tests by month: beside the others, folded away. */
  readonly monthly: TableView
  readonly runSummary: TableView
  readonly runs: TableView
}

export function toTransmission(words: Words): TransmissionView {
  return {
    charts: words.findings.transmission.tracks.flatMap((one, index) =>
      toLagChart(one, index, words),
    ),
    results: toResultTable(words, QUARTERLY),
    monthly: toResultTable(words, MONTHLY),
    runSummary: toRunSummary(words),
    runs: toRunTable(words),
  }
}

/** Where the tests on one grid stand, and the words that differ. */
interface GridWords {
  readonly path: 'transmission' | 'transmission.monthly'
  readonly spans: 'quarters' | 'months'
  readonly testsOf: (words: Words) => LagTests
}

const QUARTERLY: GridWords = {
  path: 'transmission',
  spans: 'quarters',
  testsOf: ({ findings }) => findings.transmission,
}
const MONTHLY: GridWords = {
  path: 'transmission.monthly',
  spans: 'months',
  testsOf: ({ findings }) => findings.transmission.monthly,
}

/** Every track's test, or all it lacks. */
function toResultTable(words: Words, grid: GridWords): TableView {
  const { say } = words
  const columns = [
    'track',
    'verdict',
    grid.spans,
    'strongest',
    'placebo',
    'detectable',
    'unit-roots',
    'control',
  ] as const
  return table({
    caption: say(`${grid.path}.caption`),
    columns: columns.map((name) => ({ text: say.code('col', name), look: '' })),
    rows: grid
      .testsOf(words)
      .tracks.map((one, index) =>
        toResultRow(one, { path: `${grid.path}.tracks.${index}`, spans: grid.spans }, words),
      ),
    empty: say('nothing-in-period'),
  })
}

interface RowOf extends Pick<GridWords, 'spans'> {
  readonly path: string
}

function toResultRow(one: TrackTransmission, of: RowOf, words: Words): readonly CellView[] {
  const { say, format } = words
  const { path } = of
  return [
    head(trackName(one.track, words)),
    cell(say.code('transmission', one.result), {
      figure: `${path}.result`,
      sub: chainedSentences(
        one.reasons.map((reason, at) => reasonInWords(reason, words, `${path}.reasons.${at}`)),
        words,
      ),
    }),
    panelCell(one, of, words),
    lackingOr(
      `${path}.reading`,
      known(one.reading, words, ({ strongest }) =>
        lagInWords(strongest, words, `${path}.reading.strongest`),
      ),
    ),
    lackingOr(
      `${path}.reading`,
      known(
        isLacking(one.reading) ? one.reading : one.reading.strongestLead,
        words,
        (lead: LagLine) => lagInWords(lead, words, `${path}.reading.strongestLead`),
      ),
    ),
    lackingOr(
      `${path}.reading`,
      known(one.reading, words, ({ detectable }) =>
        runs(figure(`${path}.reading.detectable`, format.effect(detectable))),
      ),
    ),
    num(
      '',
      one.stationarity.length === 0
        ? '–'
        : rootsInWords(one.stationarity, words, `${path}.stationarity`),
    ),
    lackingOr(
      `${path}.panel`,
      known(isLacking(one.panel) ? one.panel : one.panel.listings, words, (publisher: string) =>
        say.runs('transmission.listings', {
          publisher: given(`${path}.panel.listings`, publisher),
        }),
      ),
    ),
  ]
}

/** What the test had to go by: a sentence, which may take several lines. */
function panelCell({ panel }: TrackTransmission, { path, spans }: RowOf, words: Words): CellView {
  const { say, format } = words
  const { text, sub } = known(panel, words, (found) =>
    say.runs(`transmission.${spans}`, {
      ...Object.fromEntries(
        (['from', 'to'] as const).map((name) => [
          name,
          given(`${path}.panel.${name}`, found[name]),
        ]),
      ),
      ...Object.fromEntries(
        COUNTED.map((name) => [
          name,
          figure(`${path}.panel.${name}`, format.number(found[name]), found[name]),
        ]),
      ),
      correlation: figure(`${path}.panel.correlation`, format.number(found.correlation, 2)),
    }),
  )
  return cell(text, { figure: `${path}.panel`, sub })
}

const COUNTED = ['points', 'deals', 'disclosed'] as const

/** A reason, and by how much it is missed. */
function reasonInWords(
  { lacking, details }: Lacking,
  { say, format }: Words,
  path: string,
): Sentence {
  const why = say.code('lacking', lacking)
  if (details === undefined) return runs(why)
  const count = (name: string): FigureValue =>
    figure(`${path}.details.${name}`, format.number(details[name] ?? 0))
  return runs(`${why} (`, count('n'), ' / ', count('minimum'), ')')
}

function lagInWords(
  { outcome, lag, coefficient, adjustedP }: LagLine,
  { say, format }: Words,
  path: string,
): Sentence {
  return say.runs('transmission.lag', {
    outcome: say.code('outcome', outcome),
    lag: figure(`${path}.lag`, format.number(lag)),
    effect: figure(`${path}.coefficient`, format.effect(coefficient)),
    p: figure(`${path}.adjustedP`, format.number(adjustedP, 3)),
  })
}

function rootsInWords(series: readonly Stationarity[], words: Words, path: string): Sentence {
  const { say, format } = words
  return chainedSentences(
    series.map(({ series: name, adf, kpss }, index) =>
      say.runs('transmission.roots', {
        series: say.code('outcome', name),
        adf: figure(`${path}.${index}.adf.pValue`, format.number(adf.pValue, 3)),
        kpss: figure(`${path}.${index}.kpss.pValue`, format.number(kpss.pValue, 3)),
      }),
    ),
    words,
  )
}

/** The effect on deals at every lag; nothing where nothing was tested. */
function toLagChart(one: TrackTransmission, index: number, words: Words): readonly ChartView[] {
  const { say, format, findings } = words
  const { panel, reading } = one
  if (isLacking(panel) || isLacking(reading)) return []
  const id = `chart-lags-${one.track}`
  const title = titleOf(one.track, reading, {
    path: `transmission.tracks.${index}.reading`,
    words,
  })
  const { family } = findings.transmission
  const inFamily = (name: 'looks' | 'tracks'): FigureValue => {
    const n = isLacking(family) ? 0 : family[name]
    return figure(`transmission.family.${name}`, format.number(n), n)
  }
  const panelPath = `transmission.tracks.${index}.panel`
  const effect = (coefficient: string): number => format.effectSize(coefficient)
  return [
    {
      id,
      title,
      label: textOf(title),
      drawings: [
        {
          look: '',
          svg: drawLags({
            id,
            lags: one.lags
              .filter(({ outcome }) => outcome === reading.strongest.outcome)
              .map(({ lag, coefficient, low, high }) => ({
                lag,
                effect: effect(coefficient),
                low: effect(low),
                high: effect(high),
              })),
            xName: say('lags.x'),
            yName: say('lags.y', { outcome: say.code('outcome', reading.strongest.outcome) }),
          }),
        },
      ],
      note: say.runs('lags.note', {
        from: given(`${panelPath}.from`, panel.from),
        to: given(`${panelPath}.to`, panel.to),
        looks: inFamily('looks'),
        tracks: inFamily('tracks'),
      }),
      behind: say('table.behind'),
      table: toLagTable(
        title,
        { lags: one.lags, reading },
        { path: `transmission.tracks.${index}`, words },
      ),
    },
  ]
}

function titleOf(
  track: string,
  reading: LagReading,
  { path, words }: { readonly path: string; readonly words: Words },
): Sentence {
  const { say, format } = words
  const { strongest, detectable } = reading
  return say.runs(`lags.title.${reading.reason}`, {
    track: trackName(track, words),
    outcome: say.code('outcome', strongest.outcome),
    lag: figure(`${path}.strongest.lag`, format.number(strongest.lag), strongest.lag),
    effect: figure(`${path}.strongest.coefficient`, format.effect(strongest.coefficient)),
    p: figure(`${path}.strongest.adjustedP`, format.number(strongest.adjustedP, 3)),
    detectable: figure(`${path}.detectable`, format.effect(detectable)),
  })
}

function toLagTable(
  caption: Sentence,
  { lags, reading }: { readonly lags: readonly LagLine[]; readonly reading: LagReading },
  { path, words }: { readonly path: string; readonly words: Words },
): TableView {
  const { say, format } = words
  const columns = ['lag', 'measured', 'effect', 'band', 'p'] as const
  const rows = lags.map(({ lag, outcome, coefficient, low, high, adjustedP }, index) => [
    head(runs(figure(`${path}.lags.${index}.lag`, format.number(lag)))),
    cell(say.code('outcome', outcome)),
    num(`${path}.lags.${index}.coefficient`, format.effect(coefficient)),
    num(`${path}.lags.${index}`, format.range(format.effect(low), format.effect(high))),
    num(`${path}.lags.${index}.adjustedP`, format.number(adjustedP, 3)),
  ])
  return table({
    caption,
    columns: columns.map((name) => ({ text: say.code('col', name), look: 'num' })),
    rows: [...rows, ...fullFitRow(reading, `${path}.reading`, words)],
    empty: say('nothing-in-period'),
  })
}

/** The estimates above are of one step; a full fit of the strongest lag shows how near they come. It has no band of its own. */
function fullFitRow(
  { fitted, strongest: { lag, outcome } }: LagReading,
  path: string,
  { say, format }: Words,
): readonly (readonly CellView[])[] {
  if (isLacking(fitted)) return []
  return [
    [
      head(runs(figure(`${path}.strongest.lag`, format.number(lag)))),
      cell(say('lags.full-fit', { outcome: say.code('outcome', outcome) })),
      num(`${path}.fitted.coefficient`, format.effect(fitted.coefficient)),
      num('', '–'),
      num('', '–'),
    ],
  ]
}
