import { isLacking, type Lacking } from '../../model/findings.ts'
import type {
  LagLine,
  LagTests,
  Stationarity,
  TrackTransmission,
} from '../../model/transmission-finding.ts'
import type { FigureValue, Sentence } from '../messages/catalogue.ts'
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
import { mixedColumns } from './columns.ts'
import { chainedSentences, known, trackName, type Words } from './words.ts'

/** Where the tests on one grid stand, and the words that differ. */
interface GridWords {
  readonly path: 'transmission' | 'transmission.monthly'
  readonly spans: 'quarters' | 'months'
  readonly testsOf: (words: Words) => LagTests
}

export const QUARTERLY: GridWords = {
  path: 'transmission',
  spans: 'quarters',
  testsOf: ({ findings }) => findings.transmission,
}

export const MONTHLY: GridWords = {
  path: 'transmission.monthly',
  spans: 'months',
  testsOf: ({ findings }) => findings.transmission.monthly,
}

/** Every track's test, or all it lacks. */
export function toResultTable(words: Words, grid: GridWords): TableView {
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
    columns: mixedColumns(words, columns),
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
