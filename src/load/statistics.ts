import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** What events are put together from and with. */
const TABLES = [
  'alias',
  'amount_aside',
  'amount_tally',
  'announcement',
  'company',
  'company_key',
  'deal',
  'deal_event',
  'event',
  'same_deal',
  'telling',
]
const LEAST_BLOCKS = 16

/**
 * Counts anew the tables that doubled since they were counted, so that the planner knows what a look-up costs. The
 * embedded database has nobody who does so, and a server's own comes after the transaction only. One that is being
 * counted is left to whoever counts it.
 */
export async function refreshStatistics(transaction: Transaction): Promise<void> {
  const grown = await sql<{ name: string }>`
    select relname as name from pg_class
    where oid in (select name::regclass from unnest(${sql.lit(`{${TABLES.join(',')}}`)}::text[]) name)
      and pg_relation_size(oid) / current_setting('block_size')::integer > 2 * greatest(relpages, ${sql.lit(LEAST_BLOCKS)})
    order by relname
  `.execute(transaction.sql)
  const names = grown.rows.map(({ name }) => name)
  if (names.length > 0) await transaction.run(`analyze (skip_locked) ${names.join(', ')}`)
}
