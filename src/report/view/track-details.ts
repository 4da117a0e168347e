import { type Inflow, isLacking, type Known } from '../../model/findings.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  given,
  head,
  lackingOr,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { figureColumns } from './columns.ts'
import { countInWords, isSumKnown, shareSeen } from './counts.ts'
import { conditionInWords } from './details.ts'
import { chainedSentences, known, nameOf, signatureWords, type Words } from './words.ts'

/** How the recorded deals of each track are spread: no sum is read without its largest part. */
export function toConcentrationTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'n', 'disclosed', 'median', 'top1', 'top2', 'without-largest'] as const
  return table({
    caption: say('concentration.caption'),
    columns: figureColumns(words, columns),
    rows: findings.tracks.map((track) => {
      const { inflow } = track
      const path = `tracks.${track.id}.inflow`
      return [
        head(nameOf(track, words)),
        num('', countInWords(path, inflow, words), {
          sub: shareSeen(`tracks.${track.id}.capture.countShare`, track.capture.countShare, words),
        }),
        num(`${path}.disclosed`, isSumKnown(inflow) ? format.yuan(inflow.disclosed) : '–'),
        lackingOr(`${path}.median`, known(inflow.median, words, format.yuan)),
        lackingOr(`${path}.top1Share`, known(inflow.top1Share, words, format.shares)),
        lackingOr(`${path}.top2Share`, known(inflow.top2Share, words, format.shares)),
        lackingOr(`${path}.withoutLargest`, known(inflow.withoutLargest, words, format.yuan)),
      ]
    }),
    empty: say('nothing-in-period'),
  })
}

/** The same figures for the period before and for the year before: levels side by side, no growth. */
export function toComparisonTable(words: Words): TableView {
  const { say, format, findings } = words
  const spans = [findings.period, findings.previous, findings.yearBefore]
  const column = (key: 'col.excess-of' | 'col.inflow-of') =>
    spans.map(({ id }, index) => ({
      text: say.runs(key, { period: given(`${SPANS[index]}.id`, periodInWords(id, say)) }),
      look: 'num',
    }))
  return table({
    caption: say('comparison.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      ...column('col.excess-of'),
      ...column('col.inflow-of'),
    ],
    rows: [
      [
        head(say('comparison.capture')),
        ...spans.map(() => cell('')),
        ...SPANS.map((span) => {
          const path = span === 'period' ? 'capture' : `capture.${span}`
          const { countShare } = span === 'period' ? findings.capture : findings.capture[span]
          return lackingOr(`${path}.countShare`, known(countShare, words, format.share))
        }),
      ],
      ...findings.tracks.map((track) => {
        const { deciding, previousExcess, yearBeforeExcess } = track.market
        const path = `tracks.${track.id}`
        const excess = (name: string, value: Known<string>): CellView =>
          lackingOr(`${path}.market.${name}`, known(value, words, format.points))
        const sum = (name: string, inflow: Inflow): CellView =>
          num(
            `${path}.${name}.disclosed`,
            isSumKnown(inflow) ? format.yuan(inflow.disclosed) : '–',
            {
              sub: countInWords(`${path}.${name}`, inflow, words),
            },
          )
        return [
          head(nameOf(track, words)),
          isLacking(deciding)
            ? excess('deciding', deciding)
            : excess('deciding.excess', deciding.excess),
          excess('previousExcess', previousExcess),
          excess('yearBeforeExcess', yearBeforeExcess),
          sum('inflow', track.inflow),
          sum('previousInflow', track.previousInflow),
          sum('yearBeforeInflow', track.yearBeforeInflow),
        ]
      }),
    ],
    empty: say('nothing-in-period'),
  })
}

const SPANS = ['period', 'previous', 'yearBefore'] as const

/** What each of the two verdicts of a track rests on, condition by condition, and the unseen money that would turn a "no". */
export function toConditionTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('conditions.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.secondary'), look: '' },
      { text: say('col.primary'), look: '' },
      { text: say('col.flip'), look: 'num' },
    ],
    rows: findings.tracks.map((track) => [
      head(nameOf(track, words)),
      ...(['secondary', 'primary'] as const).map((side) =>
        cell(signatureWords(track[side], words), {
          look: `verdict verdict-${track[side].verdict}`,
          sub: chainedSentences(
            track[side].conditions.map((one, index) =>
              runs(
                `${MARKS[one.holds]} `,
                conditionInWords(one, words, `tracks.${track.id}.${side}.conditions.${index}`),
              ),
            ),
            words,
          ),
        }),
      ),
      lackingOr(`tracks.${track.id}.flipLine`, known(track.flipLine, words, format.yuan)),
    ]),
    empty: say('nothing-in-period'),
  })
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const
