import { isLacking } from '../../model/findings.ts'
import type { LagLine, LagReading, TrackTransmission } from '../../model/transmission-finding.ts'
import { drawLags } from '../charts/lag-chart.ts'
import { type FigureValue, type Sentence, textOf } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import type { ChartView } from './charts.ts'
import { trackName, type Words } from './words.ts'

/** The effect on deals at every lag; nothing where nothing was tested. */
export function toLagChart(
  one: TrackTransmission,
  index: number,
  words: Words,
): readonly ChartView[] {
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
