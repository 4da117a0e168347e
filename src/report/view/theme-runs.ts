import type { RunShare, RunSide } from '../../model/transmission-finding.ts'
import { type CellView, cell, head, lackingOr, num, type TableView } from './cells.ts'
import { known, trackName, type Words } from './words.ts'

/** What came after past runs, all tracks together; silent where they are too few. */
export function toRunSummary(words: Words): TableView {
  const { say, format, findings } = words
  const { cases, judged, rose, roseMore, meanAboveOthers } = findings.transmission.eventStudy
  const path = 'transmission.eventStudy'
  const share = ({ n, ...interval }: RunShare): string =>
    say('runs.share', { n, judged, interval: format.shares(interval) })
  return {
    caption: say('runs.summary-caption', { cases, judged }),
    columns: (['what', 'value'] as const).map((name) => ({
      text: say.code('col', name),
      look: '',
    })),
    rows: [
      [head(say('runs.rose')), lackingOr(`${path}.rose`, known(rose, words, share))],
      [head(say('runs.rose-more')), lackingOr(`${path}.roseMore`, known(roseMore, words, share))],
      [
        head(say('runs.mean')),
        lackingOr(
          `${path}.meanAboveOthers`,
          known(meanAboveOthers, words, ({ mean, ...interval }) =>
            say('runs.mean-value', { mean: format.log(mean), interval: format.logs(interval) }),
          ),
        ),
      ],
    ],
    empty: say('nothing-in-period'),
  }
}

/** Every past run, with the inflow of the quarters before and after it. */
export function toRunTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'run', 'excess', 'before', 'after', 'above-others'] as const
  return {
    caption: say('runs.caption'),
    columns: columns.map((name) => ({ text: say.code('col', name), look: '' })),
    rows: findings.transmission.eventStudy.runs.map((run, index) => {
      const path = `transmission.eventStudy.runs.${index}`
      const side = (of: 'before' | 'after'): CellView => sideCell(`${path}.${of}`, run[of], words)
      return [
        head(trackName(run.track, words)),
        cell(format.day(run.on), {
          look: 'date',
          sub: say('runs.since', { from: format.day(run.from) }),
        }),
        num(`${path}.excess`, format.bare(run.excess)),
        side('before'),
        run.immature ? { ...side('after'), sub: say.runs('runs.immature') } : side('after'),
        lackingOr(`${path}.aboveOthers`, known(run.aboveOthers, words, format.log)),
      ]
    }),
    empty: say('runs.none'),
  }
}

function sideCell(
  path: string,
  side: Parameters<typeof known<RunSide>>[0],
  words: Words,
): CellView {
  const { say, format } = words
  const text = known(side, words, ({ from, to, n, disclosed, others }) =>
    say('runs.side', { from, to, n, others, sum: format.yuan(disclosed) }),
  )
  return lackingOr(path, text)
}
