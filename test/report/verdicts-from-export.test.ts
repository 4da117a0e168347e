import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import type { Effects } from '../../src/pipeline.ts'
import { exportTables } from '../../src/report/export-tables.ts'
import { makeEffects } from '../support/databases.ts'
import { find, importSample } from '../support/sample.ts'

type Row = Readonly<Record<string, string>>

/** Tables as they are exported, and nothing else: a verdict is worked out anew from their cells. */
class Exported {
  readonly #tables: ReadonlyMap<string, readonly Row[]>

  constructor(tables: ReturnType<typeof exportTables>) {
    this.#tables = new Map(
      tables.map(({ name, columns, rows }) => [
        name,
        rows.map((cells) =>
          Object.fromEntries(
            columns.flatMap((column, at) =>
              cells[at] === undefined ? [] : [[column, String(cells[at])] as const],
            ),
          ),
        ),
      ]),
    )
  }

  rows(name: string, where: Row = {}): readonly Row[] {
    return (this.#tables.get(name) ?? []).filter((row) =>
      Object.entries(where).every(([column, value]) => row[column] === value),
    )
  }

  rule(id: string): number {
    return Number(this.rows('rules', { id })[0]?.['value'])
  }
}

type Holds = boolean | undefined

function atLeast(figure: string | undefined, bar: number): Holds {
  return figure === undefined ? undefined : Number(figure) >= bar
}

/** Yes when all hold; between when one fails; else nobody can say. */
function verdictOf(conditions: readonly Holds[]): string {
  if (conditions.every((holds) => holds === true)) return 'yes'
  return conditions.includes(false) ? 'between' : 'not-judged'
}

/** A verdict that too few definitions agree with hangs on the definition. */
function tried(verdict: string, share: string | undefined, bar: number): string {
  return share !== undefined && Number(share) < bar ? 'depends' : verdict
}

function secondaryOf(tables: Exported, track: string): string {
  const [side = {}] = tables.rows('market', { track })
  const confirms = tables.rows('series', { track, role: 'confirms', membership: 'dated' })
  const excess = side['deciding.excess']
  if (excess !== undefined && Number(excess) <= tables.rule('secondary.no_excess')) return 'no'
  const years = Number(side['percentile.years'] ?? 0)
  const percentile = atLeast(side['percentile.percentile'], tables.rule('secondary.yes_percentile'))
  const isShort = years < tables.rule('secondary.history_years') - 0.1
  return verdictOf([
    atLeast(excess, tables.rule('secondary.yes_excess')),
    // Where a history is too short it can say that something is usual, not that it is rare.
    percentile === true && isShort ? undefined : percentile,
    atLeast(side['shifts.lowest'], tables.rule('secondary.yes_shifted_excess')),
    atLeast(side['turnover.ratio'], tables.rule('secondary.yes_turnover_ratio')),
    atLeast(confirms[0]?.['excess'], tables.rule('secondary.confirm_excess')),
  ])
}

function primaryOf(tables: Exported, track: string): string {
  const [inflow = {}] = tables.rows('inflow', { track, span: 'current' })
  const [market = {}] = tables.rows('capture')
  const amounts = tables.rows('published-totals', { track, metric: 'amount', unit: 'CNY' })
  const exact = amounts.find(({ fit }) => fit === 'exact')
  const seen = Number(inflow['disclosed.low'])
  const isCaptured =
    exact !== undefined && seen / Number(exact['value.high']) >= tables.rule('primary.capture_bar')
  const ceilings = amounts.map((row) => Number(row['value.high']))
  const own = isCaptured ? Number(inflow['bounded.high']) : undefined
  const upper = ceilings.length > 0 ? Math.min(...ceilings) : own
  const [low, high] = [market['publishedAmount.value.low'], market['publishedAmount.value.high']]
  const isSmall =
    upper !== undefined &&
    low !== undefined &&
    upper / Number(low) < tables.rule('primary.no_upper_share')
  if (isSmall) return 'no'
  const share = (yuan: string | undefined): string | undefined =>
    high === undefined ? undefined : String(Number(yuan ?? 0) / Number(high))
  const yes = verdictOf([
    atLeast(share(inflow['disclosed.low']), tables.rule('primary.yes_lower_share')),
    atLeast(
      share(inflow['withoutTwoLargest.low']),
      tables.rule('primary.yes_lower_share_without_two'),
    ),
    atLeast(inflow['companiesAbove100m'], tables.rule('primary.yes_companies')),
  ])
  if (yes === 'yes') return 'yes'
  return isCaptured ? 'between' : 'not-judged'
}

describe('the exported tables alone', () => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await openInMemory()
    effects = await makeEffects(db)
    await importSample(effects)
  }, 300_000)
  afterAll(() => db[Symbol.asyncDispose]())

  it.each(['2022-H1', '2022-H2', '2023-H1', '2023-H2', '2024-H1'])(
    'give both verdicts of every track in %s',
    async (period) => {
      const tables = new Exported(exportTables(await find(effects, period)))
      const bar = tables.rule('multiverse.min_sign_share')
      const tracks = tables.rows('tracks')
      expect(tracks.length).toBeGreaterThan(5)
      const share = (track: string, figure: string): string | undefined =>
        tables.rows('definitions', { track, figure })[0]?.['share']
      const recomputed = tracks.map(({ track = '' }) => [
        track,
        tried(secondaryOf(tables, track), share(track, 'secondary'), bar),
        tried(primaryOf(tables, track), share(track, 'primary'), bar),
      ])
      expect(recomputed).toEqual(
        tracks.map(({ track, secondary, primary }) => [track, secondary, primary]),
      )
    },
    120_000,
  )
})
