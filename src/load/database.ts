import type { Kysely } from 'kysely'
import type { ConstructorOptions } from 'pg-boss'
import type { DB } from './tables.ts'

/** A handle that reads. Days, numerics, int8 and instants come as text on both databases. */
export type Reader = Kysely<DB>

/** A handle inside one transaction. Work in it must never wait on the outer reader: the embedded database has one connection. */
export interface Transaction {
  readonly sql: Kysely<DB>
  /** Streams CSV text (whole lines, empty cell = null) into the columns of a table. */
  copyRows(
    table: string,
    columns: readonly string[],
    chunks: Iterable<string> | AsyncIterable<string>,
  ): Promise<void>
  /** Runs a script of several statements without parameters. */
  run(script: string): Promise<void>
}

export interface Database extends AsyncDisposable {
  readonly kind: 'embedded' | 'server'
  readonly reader: Reader
  /** How the queue of work reaches this same database. */
  queueSettings(): Promise<ConstructorOptions>
  /** Commits when `work` resolves, rolls back when it throws. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
}

const AS_TEXT = [20, 1082, 1114, 1184, 1700]

/** Types both drivers hand over as the text the server sent: int8, date, timestamp, timestamptz, numeric. */
export const TEXT_TYPES: ReadonlySet<number> = new Set(AS_TEXT)

export function copyStatement(table: string, columns: readonly string[], from: string): string {
  return `copy ${table} (${columns.join(', ')}) from ${from} with (format csv)`
}
