import { isLacking, type TrackFindings } from '../../model/findings.ts'
import { type CellView, cell, head, num, type TableView } from './cells.ts'
import { conditionInWords, known, nameOf, signatureWords, type Words } from './words.ts'

/** One row a track: what the market did, what was recorded, and the two verdicts. There is no sum row, on purpose. */
export function toTrackTable(words: Words): TableView {
  const { say, findings } = words
  const columns = [
    ['col.track', 'head'],
    ['col.series', ''],
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
    ['col.secondary', ''],
    ['col.primary', ''],
  ] as const
  return {
    caption: say('tracks.caption'),
    columns: columns.map(([key, look]) => ({ text: say(key), look })),
    rows: findings.tracks.map((track) => [...marketCells(track, words), ...moneyCells(track, words)]),
    empty: say('nothing-in-period'),
  }
}

function marketCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { say, format } = words
  const { market } = track
  const path = `tracks.${track.id}.market`
  const series = known(market.deciding, words, ({ names }) => names[say.lang])
  const gain = market.paperGain
  const turnover = market.turnover
  return [
    head(nameOf(track, words)),
    cell(series.text, {
      sub: isLacking(market.deciding) ? series.sub : market.deciding.code,
      links: [],
    }),
    lackingOr(`${path}.deciding.change`, known(market.deciding, words, ({ change }) => format.change(change))),
    lackingOr(`${path}.deciding.excess`, known(market.deciding, words, ({ excess }) => format.points(excess))),
    isLacking(market.percentile)
      ? lackingOr(`${path}.percentile`, known(market.percentile, words, () => ''))
      : num(`${path}.percentile.percentile`, format.percentile(market.percentile.percentile), {
          sub: say('first.percentile', {
            years: format.number(market.percentile.years, 1),
            percentile: format.percentile(market.percentile.percentile),
          }),
        }),
    isLacking(turnover)
      ? lackingOr(`${path}.turnover`, known(turnover, words, () => ''))
      : num(`${path}.turnover.share`, format.share(turnover.share), {
          sub: isLacking(turnover.yearBefore) ? '' : `(${format.share(turnover.yearBefore)})`,
        }),
    isLacking(gain)
      ? lackingOr(`${path}.paperGain`, known(gain, words, () => ''))
      : num(`${path}.paperGain.excessGain`, format.yuan(gain.excessGain), {
          sub: `◇ ${gain.series.names[say.lang]} (${format.yuan(gain.gain)})`,
        }),
  ]
}

function moneyCells(track: TrackFindings, words: Words): readonly CellView[] {
  const { say, format } = words
  const { inflow, gap, ceiling } = track
  const path = `tracks.${track.id}`
  const { low, high } = inflow.nRange
  const notes = [
    ...(isLacking(inflow.median) ? [] : [say('median', { value: format.yuan(inflow.median) })]),
    ...(isLacking(inflow.withoutLargest) ? [] : [say('without-largest', { value: format.yuan(inflow.withoutLargest) })]),
  ]
  return [
    num(`${path}.inflow.n`, `${inflow.n} (${inflow.undisclosed})`, {
      sub: low === high ? '' : say('nrange', { low, high }),
    }),
    inflow.n === inflow.undisclosed
      ? num(`${path}.inflow.disclosed`, '–', { sub: inflow.n === 0 ? say('none') : say('undisclosed') })
      : num(`${path}.inflow.disclosed`, format.yuan(inflow.disclosed), { sub: notes.join(say.lang === 'zh' ? '；' : '; ') }),
    num(`${path}.inflow.bounded`, inflow.nRange.high === 0 ? '–' : format.yuan(inflow.bounded)),
    lackingOr(`${path}.gap.passThrough`, known(gap.passThrough, words, format.per100)),
    isLacking(ceiling)
      ? lackingOr(`${path}.ceiling`, known(ceiling, words, () => ''))
      : num(`${path}.ceiling.value.high`, format.yuan(ceiling.value.high), {
          sub: `${ceiling.publisher}, ${ceiling.period}`,
        }),
    verdictCell(`${path}.secondary.verdict`, signatureWords(track.secondary, words), track.secondary.verdict),
    verdictCell(`${path}.primary.verdict`, signatureWords(track.primary, words), track.primary.verdict),
  ]
}

function lackingOr(figure: string, { text, sub }: { readonly text: string; readonly sub: string }): CellView {
  return num(figure, text, { sub })
}

function verdictCell(figure: string, text: string, verdict: string): CellView {
  return cell(text, { figure, look: `verdict verdict-${verdict}` })
}

/** What each of the two verdicts of a track rests on, condition by condition. */
export function toConditionTable(words: Words): TableView {
  const { say, findings } = words
  return {
    caption: say('conditions.caption'),
    columns: [
      { text: say('col.track'), look: 'head' },
      { text: say('col.secondary'), look: '' },
      { text: say('col.primary'), look: '' },
    ],
    rows: findings.tracks.map((track) => [
      head(nameOf(track, words)),
      ...[track.secondary, track.primary].map((signature) =>
        cell(signatureWords(signature, words), {
          sub: signature.conditions
            .map((one) => `${MARKS[one.holds]} ${conditionInWords(one, words)}`)
            .join(say.lang === 'zh' ? '；' : '; '),
        }),
      ),
    ]),
    empty: say('nothing-in-period'),
  }
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const
