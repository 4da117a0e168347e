import { isLacking } from '../../model/findings.ts'
import { cell, head, lackingOr, num, type TableView } from './cells.ts'
import { chained, known, nameOf, type Words } from './words.ts'

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
  return {
    caption: say('attention.caption'),
    columns: columns.map((name) => ({ text: say.code('col', name), look: '' })),
    rows: findings.tracks.flatMap((track) =>
      track.attention.map((series, index) => {
        const path = `tracks.${track.id}.attention.${index}`
        const level = (value: string): string =>
          series.measure === 'headlines' ? format.share(value) : format.number(value)
        return [
          head(nameOf(track, words)),
          cell(say.code('measure', series.measure), { sub: `${series.source} ${series.subject}` }),
          lackingOr(`${path}.level`, known(series.level, words, level)),
          lackingOr(
            `${path}.abnormal`,
            known(series.abnormal, words, (value) =>
              say('attention.abnormal', { rise: format.log(value), n: series.priorMonths }),
            ),
          ),
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
            chained(
              series.breaks.map(({ on, kind }) => `${on} ${say.code('break', kind)}`),
              words,
            ),
          ),
        ]
      }),
    ),
    empty: say('attention.none'),
  }
}

/** Whether companies get a next round, and investors a first one: each with its number of cases. */
export function toFollowOnTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'cohort', 'follow-on', 'follow-on-others', 'first-deals'] as const
  return {
    caption: say('follow-on.caption'),
    columns: columns.map((name) => ({ text: say.code('col', name), look: '' })),
    rows: findings.tracks.flatMap((track) =>
      track.followOn.map((cohort, index) => {
        const path = `tracks.${track.id}.followOn.${index}`
        const counted = `${cohort.followed} / ${cohort.companies}`
        const others = `${cohort.others.followed} / ${cohort.others.companies}`
        return [
          head(nameOf(track, words)),
          cell(say('follow-on.within', { n: cohort.months }), {
            sub: `${cohort.from} – ${cohort.to}`,
          }),
          num(`${path}.followed`, shareOr(cohort.interval, counted, words)),
          num(`${path}.others.followed`, shareOr(cohort.others.interval, others, words)),
          lackingOr(
            `tracks.${track.id}.firstDeals`,
            known(track.firstDeals.share, words, format.share),
          ),
        ]
      }),
    ),
    empty: say('nothing-in-period'),
  }
}

function shareOr(
  interval: Parameters<typeof known<{ readonly low: string; readonly high: string }>>[0],
  counted: string,
  { format }: Words,
): string {
  return isLacking(interval) ? counted : `${counted}: ${format.shares(interval)}`
}
