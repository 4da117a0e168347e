import { isLacking, type TrackFindings } from '../../model/findings.ts'
import { periodInWords } from '../period-words.ts'
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
  toLinks,
} from './cells.ts'
import { countInWords, isSumKnown, rangeInWords, shareSeen, whyNoSum } from './counts.ts'
import {
  chainedSentences,
  known,
  listedValues,
  nameOf,
  signatureWords,
  type Words,
} from './words.ts'

/** One row a track: what the market did, what was recorded, and the two verdicts. There is no sum row, on purpose. */
export function toTrackTable(words: Words): TableView {
  const { say, findings } = words
  const columns = [
    ['col.track', ''],
    ['col.secondary', ''],
    ['col.primary', ''],
    ['col.change', 'num'],
    ['col.excess', 'num'],
    ['col.percentile', 'num'],
    ['col.turnover', 'num'],
    ['col.gain', 'num'],
    ['col.n', 'num'],
    ['col.disclosed', 'num'],
    ['col.bounded', 'num'],
    ['col.passthrough', 'num'],
    ['col.ceiling', 'num'],
  ] as const
  return table({
    caption: say('tracks.caption'),
    columns: columns.map(([key, look]) => ({ text: say(key), look })),
    rows: findings.tracks.map((track) => [
      ...nameCells(track, words),
      ...marketCells(track, words),
      ...moneyCells(track, words),
    ]),
    empty: say('nothing-in-period'),
  })
}

function nameCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { deciding } = track.market
  const path = `tracks.${track.id}`
  return [
    head(nameOf(track, words), {
      sub: isLacking(deciding)
        ? words.say.code('lacking', deciding.lacking)
        : runs(
            `${deciding.names[words.say.lang]} `,
            given(`${path}.market.deciding.code`, deciding.code),
          ),
    }),
    verdictCell(
      `${path}.secondary.verdict`,
      signatureWords(track.secondary, words),
      track.secondary.verdict,
    ),
    verdictCell(
      `${path}.primary.verdict`,
      signatureWords(track.primary, words),
      track.primary.verdict,
    ),
  ]
}

function marketCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { say, format } = words
  const { market } = track
  const path = `tracks.${track.id}.market`
  const gain = market.paperGain
  const { deciding, turnover, percentile } = market
  return [
    isLacking(deciding)
      ? cell('–', { look: 'num' })
      : num(`${path}.deciding.change`, format.change(deciding.change), { sort: deciding.change }),
    isLacking(deciding)
      ? cell('–', { look: 'num' })
      : num(`${path}.deciding.excess`, format.bare(deciding.excess), { sort: deciding.excess }),
    isLacking(percentile)
      ? num(`${path}.percentile`, '–')
      : num(`${path}.percentile.percentile`, format.percentile(percentile.percentile), {
          sub: say.runs('years', {
            years: figure(`${path}.percentile.years`, format.number(percentile.years, 1)),
          }),
          sort: percentile.percentile,
        }),
    isLacking(turnover)
      ? lackingOr(
          `${path}.turnover`,
          known(turnover, words, () => ''),
        )
      : num(`${path}.turnover.share`, format.share(turnover.share), {
          sub: isLacking(turnover.yearBefore)
            ? ''
            : runs(
                '(',
                figure(`${path}.turnover.yearBefore`, format.share(turnover.yearBefore)),
                ')',
              ),
          sort: turnover.share,
        }),
    isLacking(gain)
      ? lackingOr(
          `${path}.paperGain`,
          known(gain, words, () => ''),
        )
      : num(`${path}.paperGain.excessGain`, format.yuan(gain.excessGain), {
          sub: runs(
            '◇ ',
            gain.series.names[say.lang],
            ' (',
            figure(`${path}.paperGain.gain`, format.yuan(gain.gain)),
            ')',
          ),
          sort: gain.excessGain,
        }),
  ]
}

function moneyCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { say, format } = words
  const { inflow, gap, ceiling, capture } = track
  const path = `tracks.${track.id}`
  return [
    num('', countInWords(`${path}.inflow`, inflow, words), {
      sub: chainedSentences(
        [
          rangeInWords(`${path}.inflow.nRange`, inflow.nRange, words),
          shareSeen(`${path}.capture.countShare`, capture.countShare, words),
        ].filter((sentence) => sentence.length > 0),
        words,
      ),
      sort: String(inflow.n),
    }),
    isSumKnown(inflow)
      ? num(`${path}.inflow.disclosed`, format.yuan(inflow.disclosed), {
          sub: isLacking(capture.yuanShare)
            ? ''
            : shareSeen(`${path}.capture.yuanShare`, capture.yuanShare, words),
          sort: inflow.disclosed.low,
        })
      : num(`${path}.inflow.disclosed`, '–', {
          sub: say(whyNoSum(inflow)),
        }),
    num(`${path}.inflow.bounded`, inflow.nRange.high === 0 ? '–' : format.yuan(inflow.bounded), {
      sort: inflow.nRange.high === 0 ? '' : inflow.bounded.high,
    }),
    {
      ...lackingOr(`${path}.gap.passThrough`, known(gap.passThrough, words, format.per100)),
      sort: isLacking(gap.passThrough) ? '' : gap.passThrough.low,
    },
    isLacking(ceiling)
      ? lackingOr(
          `${path}.ceiling`,
          known(ceiling, words, () => ''),
        )
      : num(`${path}.ceiling.value.high`, format.yuan(ceiling.value.high), {
          sub: listedValues(
            [
              given(`${path}.ceiling.publisher`, ceiling.publisher),
              given(`${path}.ceiling.period`, periodInWords(ceiling.period, say)),
            ],
            words,
          ),
          links: toLinks([ceiling.url]),
          sort: ceiling.value.high,
        }),
  ]
}

function verdictCell(figure: string, text: string, verdict: string): CellView {
  return cell(text, { figure, look: `verdict verdict-${verdict}` })
}
