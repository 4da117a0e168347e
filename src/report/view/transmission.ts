import { isLacking, type Lacking } from '../../model/findings.ts'
import type {
  LagLine,
  LagReading,
  LagTests,
  Stationarity,
  TrackTransmission,
} from '../../model/transmission-finding.ts'
import { drawLags } from '../charts/lag-chart.ts'
import { type Sentence, textOf } from '../messages/catalogue.ts'
import { type CellView, cell, figure, head, lackingOr, num, type TableView } from './cells.ts'
import type { ChartView } from './charts.ts'
import { toRunSummary, toRunTable } from './theme-runs.ts'
import { chained, known, trackName, type Words } from './words.ts'

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
  return {
    caption: say(`${grid.path}.caption`),
    columns: columns.map((name) => ({ text: say.code('col', name), look: '' })),
    rows: grid
      .testsOf(words)
      .tracks.map((one, index) =>
        toResultRow(one, { path: `${grid.path}.tracks.${index}`, spans: grid.spans }, words),
      ),
    empty: say('nothing-in-period'),
  }
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
      sub: chained(
        one.reasons.map((reason) => reasonInWords(reason, words)),
        words,
      ),
    }),
    panelCell(one, of, words),
    lackingOr(
      `${path}.reading`,
      known(one.reading, words, ({ strongest }) => lagInWords(strongest, words)),
    ),
    lackingOr(
      `${path}.reading`,
      known(
        isLacking(one.reading) ? one.reading : one.reading.strongestLead,
        words,
        (lead: LagLine) => lagInWords(lead, words),
      ),
    ),
    lackingOr(
      `${path}.reading`,
      known(one.reading, words, ({ detectable }) => format.effect(detectable)),
    ),
    num(
      one.stationarity.length === 0 ? '' : `${path}.stationarity`,
      one.stationarity.length === 0 ? '–' : rootsInWords(one.stationarity, words),
    ),
    lackingOr(
      `${path}.panel`,
      known(isLacking(one.panel) ? one.panel : one.panel.listings, words, (publisher: string) =>
        say('transmission.listings', { publisher }),
      ),
    ),
  ]
}

/** What the test had to go by: a sentence, which may take several lines. */
function panelCell({ panel }: TrackTransmission, { path, spans }: RowOf, words: Words): CellView {
  const { say, format } = words
  const { text, sub } = known(panel, words, ({ correlation, listings: _, ...counts }) =>
    say(`transmission.${spans}`, { ...counts, correlation: format.number(correlation, 2) }),
  )
  return cell(text, { figure: `${path}.panel`, sub })
}

/** A reason, and by how much it is missed. */
function reasonInWords({ lacking, details }: Lacking, { say }: Words): string {
  const why = say.code('lacking', lacking)
  return details === undefined ? why : `${why} (${details['n']} / ${details['minimum']})`
}

function lagInWords({ outcome, lag, coefficient, adjustedP }: LagLine, words: Words): string {
  const { say, format } = words
  return say('transmission.lag', {
    outcome: say.code('outcome', outcome),
    lag: format.number(lag),
    effect: format.effect(coefficient),
    p: format.number(adjustedP, 3),
  })
}

function rootsInWords(series: readonly Stationarity[], words: Words): string {
  const { say, format } = words
  return chained(
    series.map(({ series: name, adf, kpss }) =>
      say('transmission.roots', {
        series: say.code('outcome', name),
        adf: format.number(adf.pValue, 3),
        kpss: format.number(kpss.pValue, 3),
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
      note: say('lags.note', {
        from: panel.from,
        to: panel.to,
        looks: isLacking(family) ? 0 : family.looks,
        tracks: isLacking(family) ? 0 : family.tracks,
      }),
      behind: say('table.behind'),
      table: toLagTable(
        textOf(title),
        { lags: one.lags, reading },
        {
          path: `transmission.tracks.${index}`,
          words,
        },
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
  caption: string,
  { lags, reading }: { readonly lags: readonly LagLine[]; readonly reading: LagReading },
  { path, words }: { readonly path: string; readonly words: Words },
): TableView {
  const { say, format } = words
  const columns = ['lag', 'measured', 'effect', 'band', 'p'] as const
  const rows = lags.map(({ lag, outcome, coefficient, low, high, adjustedP }, index) => [
    head(format.number(lag)),
    cell(say.code('outcome', outcome)),
    num(`${path}.lags.${index}.coefficient`, format.effect(coefficient)),
    num(`${path}.lags.${index}`, format.range(format.effect(low), format.effect(high))),
    num(`${path}.lags.${index}.adjustedP`, format.number(adjustedP, 3)),
  ])
  return {
    caption,
    columns: columns.map((name) => ({ text: say.code('col', name), look: 'num' })),
    rows: [...rows, ...fullFitRow(reading, `${path}.reading.fitted.coefficient`, words)],
    empty: say('nothing-in-period'),
  }
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
      head(format.number(lag)),
      cell(say('lags.full-fit', { outcome: say.code('outcome', outcome) })),
      num(path, format.effect(fitted.coefficient)),
      num('', '–'),
      num('', '–'),
    ],
  ]
}
