import type { Sentence } from '../messages/catalogue.ts'
import { cell, figure, head, num, ownSentence, type TableView, table } from './cells.ts'
import { roundGroup } from './round-group.ts'
import type { Words } from './words.ts'

export interface MethodView {
  readonly terms: readonly {
    readonly term: string
    readonly text: Sentence
    readonly measures: string
  }[]
  readonly appendix: Sentence
  readonly rules: TableView
  readonly caps: TableView
}

/** How each figure was made, in the order a reader meets them, each with its measures in docs/method.md. */
export const METHOD_TERMS = {
  return: ['series-returns'],
  percentile: ['excess-history'],
  shifts: ['excess-history'],
  turnover: ['turnover-share', 'turnover-history'],
  gain: ['paper-gain'],
  inflow: ['deals', 'inflow'],
  precision: ['deals'],
  passthrough: ['gap'],
  growth: ['gap'],
  capture: ['capture', 'capture-range'],
  ceiling: ['published-totals', 'primary'],
  verdicts: ['secondary', 'primary', 'multiverse', 'only-a-shares'],
  claims: ['claims', 'check-claim'],
} as const

const TERMS = Object.entries(METHOD_TERMS) as readonly (readonly [
  keyof typeof METHOD_TERMS,
  readonly string[],
])[]

export function toMethod(words: Words): MethodView {
  const { say, format, findings } = words
  const { benchmark } = findings
  return {
    terms: TERMS.map(([name, measures]) => ({
      term: say(`method.${name}.title`),
      text: say.runs(`method.${name}`, {
        benchmark: benchmark.names[say.lang],
        change: figure('benchmark.change', format.change(benchmark.change)),
      }),
      measures: measures.join(', '),
    })),
    appendix: ownSentence(say('method.appendix')),
    rules: table({
      caption: say('rules.caption'),
      columns: [
        { text: say('col.rule'), look: '' },
        { text: say('col.value'), look: '' },
      ],
      rows: findings.rules.map(({ id, value }) => [
        head(id, { words: `rules.${id}.id` }),
        cell(value, { figure: `rules.${id}.value` }),
      ]),
      empty: say('none'),
    }),
    caps: table({
      caption: say('caps.caption'),
      columns: [
        { text: say('col.round'), look: '' },
        { text: say('col.year'), look: 'num' },
        { text: say('col.cap'), look: 'num' },
      ],
      rows: findings.caps.map(({ round, year, yuan }) => {
        const path = `caps.${year}.${round}`
        const name = roundGroup(round, say)
        return [
          head(name, { words: name === round ? `${path}.round` : '' }),
          num(`${path}.year`, String(year)),
          num(`${path}.yuan`, format.yuan(yuan)),
        ]
      }),
      empty: say('none'),
    }),
  }
}
