import type { RunShare, RunSide } from '../../model/transmission-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  lackingOr,
  num,
  type TableView,
  table,
} from './cells.ts'
import { mixedColumns } from './columns.ts'
import { sumInWords } from './counts.ts'
import { known, trackName, type Words } from './words.ts'

/** What came after past runs, all tracks together; silent where they are too few. */
export function toRunSummary(words: Words): TableView {
  const { say, format, findings } = words
  const { cases, judged, rose, roseMore, meanAboveOthers } = findings.transmission.eventStudy
  const path = 'transmission.eventStudy'
  const all = figure(`${path}.judged`, format.number(judged), judged)
  const share =
    (of: string) =>
    ({ n, ...interval }: RunShare): Sentence =>
      say.runs('runs.share', {
        n: figure(`${path}.${of}.n`, format.number(n), n),
        judged: all,
        interval: figure(`${path}.${of}`, format.shares(interval)),
      })
  return table({
    caption: say.runs('runs.summary-caption', {
      cases: figure(`${path}.cases`, format.number(cases), cases),
      judged: all,
    }),
    columns: mixedColumns(words, ['what', 'value']),
    rows: [
      [head(say('runs.rose')), lackingOr(`${path}.rose`, known(rose, words, share('rose')))],
      [
        head(say('runs.rose-more')),
        lackingOr(`${path}.roseMore`, known(roseMore, words, share('roseMore'))),
      ],
      [
        head(say('runs.mean')),
        lackingOr(
          `${path}.meanAboveOthers`,
          known(meanAboveOthers, words, ({ mean, ...interval }) =>
            say.runs('runs.mean-value', {
              mean: figure(`${path}.meanAboveOthers.mean`, format.log(mean)),
              interval: figure(`${path}.meanAboveOthers`, format.logs(interval)),
            }),
          ),
        ),
      ],
    ],
    empty: say('nothing-in-period'),
  })
}

/** Every past run, with the inflow of the quarters before and after it. */
export function toRunTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'run', 'excess', 'before', 'after', 'above-others'] as const
  return table({
    caption: say('runs.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.transmission.eventStudy.runs.map((run, index) => {
      const path = `transmission.eventStudy.runs.${index}`
      const side = (of: 'before' | 'after'): CellView => sideCell(`${path}.${of}`, run[of], words)
      return [
        head(trackName(run.track, words)),
        cell(format.day(run.on), {
          words: `${path}.on`,
          look: 'date',
          sub: say.runs('runs.since', { from: given(`${path}.from`, format.day(run.from)) }),
        }),
        num(`${path}.excess`, format.bare(run.excess)),
        side('before'),
        run.immature ? { ...side('after'), sub: say.runs('runs.immature') } : side('after'),
        lackingOr(`${path}.aboveOthers`, known(run.aboveOthers, words, format.log)),
      ]
    }),
    empty: say('runs.none'),
  })
}

function sideCell(
  path: string,
  side: Parameters<typeof known<RunSide>>[0],
  words: Words,
): CellView {
  const { say, format } = words
  const text = known(side, words, ({ from, to, n, disclosed, others }) =>
    say.runs('runs.side', {
      from: given(`${path}.from`, from),
      to: given(`${path}.to`, to),
      n: figure(`${path}.n`, format.number(n), n),
      others: figure(`${path}.others`, format.number(others), others),
      sum: sumInWords(`${path}.disclosed`, { n, disclosed }, words),
    }),
  )
  return lackingOr(path, text)
}
