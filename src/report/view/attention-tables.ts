import type { AttentionSeries, FollowOn } from '../../model/attention-finding.ts'
import { isLacking } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
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
import { chainedSentences, known, nameOf, type Words } from './words.ts'

/** Attention of each track, source by source: its rise above its own past, and what stands against it in deals. */
export function toAttentionTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = [
    'track',
    'subject',
    'level',
    'abnormal',
    'per-deal',
    'per-deal-before',
    'against-others',
    'breaks',
  ] as const
  return table({
    caption: say('attention.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.tracks.flatMap((track) =>
      track.attention.map((series, index) => {
        const path = `tracks.${track.id}.attention.${index}`
        const level = (value: string): string =>
          series.measure === 'headlines' ? format.share(value) : format.number(value)
        return [
          head(nameOf(track, words)),
          cell(say.code('measure', series.measure), {
            sub: runs(series.source, ' ', given(`${path}.subject`, series.subject)),
          }),
          lackingOr(`${path}.level`, known(series.level, words, level)),
          abnormalCell(path, series, words),
          lackingOr(
            `${path}.perDeal`,
            known(series.perDeal, words, (value) => format.number(value, 2)),
          ),
          lackingOr(
            `${path}.perDealYearBefore`,
            known(series.perDealYearBefore, words, (value) => format.number(value, 2)),
          ),
          lackingOr(
            `${path}.againstOthers`,
            known(series.againstOthers, words, (value) => format.number(value, 2)),
          ),
          cell(
            chainedSentences(
              series.breaks.map(({ on, kind }, at) =>
                runs(given(`${path}.breaks.${at}.on`, on), ` ${say.code('break', kind)}`),
              ),
              words,
            ),
          ),
        ]
      }),
    ),
    empty: say('attention.none'),
  })
}

/** Whether companies get a next round, and investors a first one: each with its number of cases. */
export function toFollowOnTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'cohort', 'follow-on', 'follow-on-others', 'first-deals'] as const
  return table({
    caption: say('follow-on.caption'),
    columns: mixedColumns(words, columns),
    rows: findings.tracks.flatMap((track) =>
      track.followOn.map((cohort, index) => {
        const path = `tracks.${track.id}.followOn.${index}`
        return [
          head(nameOf(track, words)),
          cell(
            say.runs('follow-on.within', {
              n: figure(`${path}.months`, format.number(cohort.months), cohort.months),
            }),
            {
              sub: runs(given(`${path}.from`, cohort.from), ' – ', given(`${path}.to`, cohort.to)),
            },
          ),
          num('', followedInWords(path, cohort, words)),
          num('', followedInWords(`${path}.others`, cohort.others, words)),
          lackingOr(
            `tracks.${track.id}.firstDeals`,
            known(track.firstDeals.share, words, format.share),
          ),
        ]
      }),
    ),
    empty: say('nothing-in-period'),
  })
}

/** Companies with a next round ÷ all of the cohort, and the share they may stand for. */
function followedInWords(
  path: string,
  { followed, companies, interval }: Pick<FollowOn, 'followed' | 'companies' | 'interval'>,
  { format }: Words,
): Sentence {
  return runs(
    figure(`${path}.followed`, String(followed)),
    ' / ',
    figure(`${path}.companies`, String(companies)),
    ...(isLacking(interval) ? [] : [': ', figure(`${path}.interval`, format.shares(interval))]),
  )
}

/** The rise above the series' own past, and how long that past is. */
function abnormalCell(path: string, series: AttentionSeries, words: Words): CellView {
  const { abnormal, priorMonths } = series
  if (isLacking(abnormal)) return lackingOr(`${path}.abnormal`, known(abnormal, words, String))
  const { say, format } = words
  return num(
    '',
    say.runs('attention.abnormal', {
      rise: figure(`${path}.abnormal`, format.log(abnormal)),
      n: figure(`${path}.priorMonths`, String(priorMonths)),
    }),
  )
}
