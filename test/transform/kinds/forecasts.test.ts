import { describe, expect, it } from 'vitest'
import { forecasts } from '../../../src/transform/kinds/forecasts.ts'
import { rowReader } from '../../../src/transform/kinds/read-row.ts'

const header = forecasts.columns.map(({ name }) => name)
const read = rowReader(forecasts, header, { name: 'forecasts.csv' })
function problems(changed: Readonly<Record<string, string>>): readonly string[] {
  const result = read({
    cells: forecasts.columns.map(({ name, example }) => changed[name] ?? example),
  })
  return result.ok ? [] : result.problems
}

describe('a forecast', () => {
  it('of days that are over is none, and says all that is wrong at once', () =>
    expect(problems({ made_on: '2024-02-01', horizon_from: '2024-01-01' })).toEqual([
      'the horizon ends on 2023-12-31, before it begins on 2024-01-01',
      'made on 2024-02-01 of days that ended on 2023-12-31: no forecast',
    ]))

  it('needs a measure that can judge it', () =>
    expect(problems({ measure: 'mood' })).toEqual([
      expect.stringMatching(/measure.*primary-feast/),
    ]))
})
