import { isLacking } from '../../model/findings.ts'
import { cell, head, lackingOr, num, type TableView } from './cells.ts'
import { conditionInWords, known, nameOf, signatureWords, type Words } from './words.ts'

/** How the recorded deals of each track are spread: no sum is read without its largest part. */
export function toConcentrationTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = ['track', 'n', 'disclosed', 'median', 'top1', 'top2', 'without-largest'] as const
  return {
    caption: say('concentration.caption'),
    columns: columns.map((name) => ({
      text: say(`col.${name}`),
      look: name === 'track' ? 'head' : 'num',
    })),
    rows: findings.tracks.map((track) => {
      const { inflow } = track
      const path = `tracks.${track.id}.inflow`
      return [
        head(nameOf(track, words)),
        num(`${path}.n`, `${inflow.n} (${inflow.undisclosed})`),
        num(
          `${path}.disclosed`,
          inflow.n === inflow.undisclosed ? '–' : format.yuan(inflow.disclosed),
        ),
        lackingOr(`${path}.median`, known(inflow.median, words, format.yuan)),
        lackingOr(`${path}.top1Share`, known(inflow.top1Share, words, format.shares)),
        lackingOr(`${path}.top2Share`, known(inflow.top2Share, words, format.shares)),
        lackingOr(`${path}.withoutLargest`, known(inflow.withoutLargest, words, format.yuan)),
      ]
    }),
    empty: say('nothing-in-period'),
  }
}

/** The same figures for the period before and for the year before: levels side by side, no growth. */
export function toComparisonTable(words: Words): TableView {
  const { say, format, findings } = words
  const spans = [findings.period, findings.previous, findings.yearBefore]
  const columns = [
    { text: say('col.track'), look: 'head' },
    ...spans.map(({ id }) => ({ text: say('col.excess-of', { period: id }), look: 'num' })),
    ...spans.map(({ id }) => ({ text: say('col.inflow-of', { period: id }), look: 'num' })),
  ]
  return {
    caption: say('comparison.caption'),
    columns,
    rows: findings.tracks.map((track) => {
      const { deciding, previousExcess, yearBeforeExcess } = track.market
      const excesses = [
        isLacking(deciding) ? deciding : deciding.excess,
        previousExcess,
        yearBeforeExcess,
      ]
      const inflows = [track.inflow, track.previousInflow, track.yearBeforeInflow]
      return [
        head(nameOf(track, words)),
        ...excesses.map((excess) => lackingOr('', known(excess, words, format.points))),
        ...inflows.map((inflow) =>
          num('', inflow.n === inflow.undisclosed ? '–' : format.yuan(inflow.disclosed), {
            sub: `${inflow.n} (${inflow.undisclosed})`,
          }),
        ),
      ]
    }),
    empty: say('nothing-in-period'),
  }
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
