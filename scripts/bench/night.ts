import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import type { BarRow } from '../../src/model/market-rows.ts'
import { newDatabase } from '../../test/support/new-database.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench } from './bench.ts'
import { wallSeconds } from './clocks.ts'
import { inTurns, type Step } from './in-turns.ts'
import { loadBars, prepareForBars } from './load-bars.ts'
import { makeBars, makeSessions } from './made-bars.ts'

const STOCKS = 300
const YEAR = 243
const TEN = 10
const NIGHTS = 15

export const night: Bench = {
  id: 'night',
  title: 'A night upon one year and upon ten',
  about: `The bars of one session of ${STOCKS} made-up stocks are loaded (staged, compared, merged) into a PostgreSQL server that holds one year of them, ${STOCKS * YEAR} bars, and into one that holds ten; ${NIGHTS} nights each, in turns, after one that warms up. By the wall clock, the server's part included. Fetching and the reports of a night are not in it. Bar to hold: a night upon ten years takes at most 1.15 times as long, 0.870 times the baseline.`,

  async run() {
    using server = await needPostgres()
    const sessions = makeSessions(YEAR * TEN + NIGHTS + 1)
    const all = Array.from({ length: STOCKS }, (_, stock) => makeBars(stock, sessions))
    const past = sessions.length - NIGHTS - 1
    await using short = openPostgres(await newDatabase(server.url, 'one_year'))
    await using long = openPostgres(await newDatabase(server.url, 'ten_years'))
    const steps: Step[] = []
    for (const [years, db] of [
      [1, short],
      [TEN, long],
    ] as const) {
      const page = await prepareForBars(db)
      for (const bars of all) await loadBars(db, bars.slice(past - years * YEAR, past), page)
      await sql`vacuum analyze`.execute(db.reader)
      steps.push({
        what: `upon ${years === 1 ? 'one year' : `${years} years`}`,
        amount: STOCKS,
        unit: 'bars',
        ...(years === 1 ? { isBaseline: true } : {}),
        take: (turn) => {
          const rows = all.flatMap((bars) => bars.slice(past + turn, past + turn + 1))
          return wallSeconds(() => oneNight(db, rows, page))
        },
      })
    }
    return await inTurns(steps, NIGHTS)
  },
}

async function oneNight(db: Database, rows: readonly BarRow[], page: string): Promise<void> {
  const { inserted } = await loadBars(db, rows, page)
  if (inserted !== rows.length) throw new Error(`${inserted} of ${rows.length} bars were new`)
}
