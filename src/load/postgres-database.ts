import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyStatement, type Database, TEXT_TYPES, type Transaction } from './database.ts'
import type { DB } from './tables.ts'

/** The queue has a pool of its own, with the types its library expects. */
const QUEUE_CONNECTIONS = 2

const asText = (value: string): string => value

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    TEXT_TYPES.has(oid) ? asText : pg.types.getTypeParser(oid, format as 'text'),
}

/** PostgreSQL 15 or newer behind a connection string. The name is what the server lists its sessions under. */
export function openPostgres(connectionString: string, sessionName = 'feastgap'): Database {
  const pool = new pg.Pool({
    connectionString,
    types,
    application_name: sessionName,
    // Views of many parts look dear to the planner, and compiling them took seconds where running them takes milliseconds.
    options: '-c timezone=UTC -c search_path=public -c jit=off',
  })
  // An idle connection that breaks is replaced at the next query, which reports the trouble if it lasts.
  pool.on('error', () => {})
  // One that breaks in use fails the query at hand; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const reader = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'server',
    reader,
    queueSettings: async () => ({ connectionString, max: QUEUE_CONNECTIONS }),
    transaction: (work) => inTransaction(pool, work),
    [Symbol.asyncDispose]: () => reader.destroy().then(() => endOnce(pool)),
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(toTransaction(client))
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

function toTransaction(client: pg.PoolClient): Transaction {
  const held = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const pool = { connect: async () => held, end: async () => {}, options: {} }
  return {
    sql: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    async copyRows(table, columns, chunks) {
      await pipeline(
        Readable.from(chunks),
        client.query(copyFrom(copyStatement(table, columns, 'stdin'))),
      )
    },
    async run(script) {
      await client.query(script)
    },
  }
}

async function endOnce(pool: pg.Pool): Promise<void> {
  if (!pool.ended && !pool.ending) await pool.end()
}
