import { sql } from 'kysely'
import { type AmountBalance, readAmountBalance } from './amount-balance.ts'
import type { Reader } from './database.ts'

/** Two sources of the same bar or rate that disagree. */
export interface Conflict {
  readonly instrument: string
  readonly day: string
  readonly measure: string
  readonly sourceA: string
  readonly valueA: string
  readonly sourceB: string
  readonly valueB: string
}

/** A list that shrank by more than half, which nobody has believed yet. */
export interface Disbelief {
  readonly source: string
  readonly board: string
  readonly asOf: string
  readonly entries: string
}

/** The last run of a command. */
export interface LastRun {
  readonly command: string
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly outcome: string | null
}

/** How the database stands, as `feastgap status` tells it. */
export interface Upkeep {
  readonly runs: readonly LastRun[]
  readonly conflicts: readonly Conflict[]
  readonly conflictCount: number
  readonly disbelieved: readonly Disbelief[]
  readonly rejections: number
  readonly amounts: AmountBalance
}

const SHOWN = 20

export async function readUpkeep(db: Reader): Promise<Upkeep> {
  const runs = await sql<LastRun>`
    select distinct on (command) command, started_at as "startedAt", finished_at as "finishedAt", outcome
    from run order by command, id desc
  `.execute(db)
  const conflicts = await sql<Conflict>`
    select instrument, trade_date as day, measure, source_a as "sourceA", value_a as "valueA", source_b as "sourceB",
      value_b as "valueB"
    from conflict order by trade_date desc, instrument, measure, source_a, source_b limit ${SHOWN}
  `.execute(db)
  const disbelieved = await sql<Disbelief>`
    select source, board, as_of as "asOf", entries from (
      select distinct on (source, board) * from board_freeze order by source, board, as_of desc
    ) last
    where not believed order by source, board limit ${SHOWN}
  `.execute(db)
  const counts = await sql<{ conflicts: string; rejections: string }>`
    select (select count(*) from conflict) as conflicts, (select count(*) from rejection) as rejections
  `.execute(db)
  return {
    runs: runs.rows,
    conflicts: conflicts.rows,
    conflictCount: Number(counts.rows[0]?.conflicts ?? 0),
    disbelieved: disbelieved.rows,
    rejections: Number(counts.rows[0]?.rejections ?? 0),
    amounts: await readAmountBalance(db),
  }
}
