import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleFiles } from '../../../src/commands/sample.ts'
import { ROOT } from '../../../src/runtime/config.ts'
import { readFile } from '../../support/read-file.ts'

/** Every bundled file: its kind, its lines and the rows they give. A rate line gives one row a currency. */
const EXPECTED: Readonly<Record<string, readonly [kind: string, lines: number, rows: number]>> = {
  'attention_headlines_2021-02_2026-08.csv': ['attention', 483, 483],
  'boards_2022-12_2023-07.csv': ['boards', 2254, 2254],
  'csindex/000300.csv': ['index', 2829, 2829],
  'csindex/000985.csv': ['index', 2830, 2830],
  'csindex/930651.csv': ['index', 2830, 2830],
  'csindex/930713.csv': ['index', 2830, 2830],
  'csindex/930851.csv': ['index', 2830, 2830],
  'csindex/931071.csv': ['index', 2829, 2829],
  'csindex/931160.csv': ['index', 1823, 1823],
  'csindex/H30184.csv': ['index', 2830, 2830],
  'csindex/H30590.csv': ['index', 2830, 2830],
  'curated/aggregates.csv': ['aggregates', 89, 89],
  'curated/claims.csv': ['claims', 36, 36],
  'curated/deals.csv': ['deals', 348, 348],
  'curated/exclusions.csv': ['deals', 35, 35],
  'curated/forecasts.csv': ['forecasts', 2, 2],
  'curated/investors.csv': ['investors', 188, 188],
  'curated/policies.csv': ['policies', 31, 31],
  'curated/unicorns.csv': ['unicorns', 10, 10],
  'fx_ecb_2014-12_2026-04.csv': ['fx', 2907, 23_256],
  'series.csv': ['series', 36, 36],
  'sessions_xshg_2015-2026.csv': ['sessions', 2916, 2916],
  'theme_etfs_2018-2026.csv': ['etf', 18_131, 18_131],
}

describe('the bundled data', async () => {
  const files = await sampleFiles()

  it('is these files', () =>
    expect(files.map((path) => relative(`${ROOT}/data/sample`, path))).toEqual(
      Object.keys(EXPECTED).sort(),
    ))

  it.each(files.map((path) => [relative(`${ROOT}/data/sample`, path), path] as const))(
    '%s is read whole, nothing of it is rejected',
    async (name, path) => {
      const { kind, lines, rows, rejected, charset } = await readFile(path)
      expect(rejected).toEqual({})
      expect([kind, lines, rows.length]).toEqual(EXPECTED[name])
      expect(charset).toBe('utf-8')
    },
  )
})
