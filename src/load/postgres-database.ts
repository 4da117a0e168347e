import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyStatement, type Database, TEXT_TYPES, type Transaction } from './database.ts'
import { watchSilence } from './silent-connection.ts'
import type { DB } from './tables.ts'

/** The queue has a pool of its own, with the types its library expects. */
const QUEUE_CONNECTIONS = 2

const asText = (value: string): string => value

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    TEXT_TYPES.has(oid) ? asText : pg.types.getTypeParser(oid, format as 'text'),
}

/** A transaction that is idle for so many times the silence we bear has lost its client, and would hold its locks for ever. */
const IDLE_SILENCES = 4

interface Session {
  /** What the server lists its sessions under. */
  readonly name?: string
  /** After this long without a word to a query, the server is asked whether it is still at it. */
  readonly silentSeconds?: number
}

/** PostgreSQL 15 or newer behind a connection string. */
export function openPostgres(
  connectionString: string,
  { name = 'feastgap', silentSeconds = 60 }: Session = {},
): Database {
  const silentMs = silentSeconds * 1000
  const pool = new pg.Pool({
    Client: impatientClient(silentMs),
    connectionString,
    types,
    application_name: name,
    keepAlive: true,
    options: [
      'timezone=UTC',
      'search_path=public',
      // Views of many parts look dear to the planner, and compiling them took seconds where running them takes milliseconds.
      'jit=off',
      `idle_in_transaction_session_timeout=${Math.ceil(silentMs * IDLE_SILENCES)}`,
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  })
  // An idle connection that breaks is replaced at the next query, which reports the trouble if it lasts.
  pool.on('error', () => {})
  // One that breaks in use fails the query at hand; unheard, it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    watchSilence(client, { connectionString, silentMs })
  })
  const reader = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'server',
    reader,
    queueSettings: async () => ({
      connectionString,
      max: QUEUE_CONNECTIONS,
      // Its queries are short: one that takes so long has lost its server.
      ...{ connectionTimeoutMillis: silentMs, query_timeout: silentMs },
    }),
    transaction: (work) => inTransaction(pool, work),
    [Symbol.asyncDispose]: () => reader.destroy().then(() => endOnce(pool)),
  }
}

/** How long a connection may take, which for a pool would be how long one may wait for its turn. */
function impatientClient(
  connectionTimeoutMillis: number,
): new (
  config?: pg.ClientConfig,
) => pg.Client {
  return class extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      super({ ...config, connectionTimeoutMillis })
    }
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
