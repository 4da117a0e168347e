import { expect, it } from 'vitest'
import { textOf } from '../../src/report/messages/catalogue.ts'
import type { TableView } from '../../src/report/view/cells.ts'
import { toForecastTable } from '../../src/report/view/forecasts.ts'
import { toRunTable } from '../../src/report/view/theme-runs.ts'
import { wordsOf } from '../../src/report/view/words.ts'
import { makeFindings } from '../support/make-findings.ts'

const findings = makeFindings()
const NOTHING = { low: '0.00', high: '0.00' }

function wordsIn({ rows }: TableView): string {
  return rows
    .flat()
    .map(({ text, sub }) => `${textOf(text)} ${textOf(sub)}`)
    .join(' | ')
}

it('deals without an amount are no sum of nothing beside a forecast, no deals are', () => {
  const [forecast] = findings.forecasts
  if (forecast === undefined) throw new Error('a forecast is needed')
  const said = (deals: number): string => {
    const results = [
      {
        track: 'ai-foundation-models',
        deals,
        disclosed: NOTHING,
        signature: { verdict: 'not-judged', conditional: false, conditions: [] },
      },
    ] as const
    return wordsIn(
      toForecastTable(wordsOf({ ...findings, forecasts: [{ ...forecast, results }] }, 'en')),
    )
  }
  expect(said(2)).toContain('(2 deals, disclosed –)')
  expect(said(0)).toContain('(0 deals, disclosed ¥0)')
})

it('nor are they before or after a run of a theme', () => {
  const side = { from: '2020-Q1', to: '2020-Q4', n: 1, disclosed: NOTHING, others: 3 }
  const run = { ...findings.transmission.eventStudy.runs[0], before: side, after: side }
  const eventStudy = { ...findings.transmission.eventStudy, runs: [run] }
  const found = { ...findings, transmission: { ...findings.transmission, eventStudy } }
  expect(wordsIn(toRunTable(wordsOf(found as typeof findings, 'en')))).toContain('1 deal, – (other')
})
