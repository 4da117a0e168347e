import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { HeldDue } from '../schedule/ledger.ts'
import type { Database, Reader, Transaction } from './database.ts'
import { isStillHeld } from './due-times.ts'
import type { DB } from './tables.ts'

/** Somebody else took the due time over: nothing more of it is written here. */
export class DueLost extends Error {
  override readonly name = 'DueLost'
  readonly code = 'due-lost'

  constructor({ job, dueAt }: HeldDue, cause?: unknown) {
    super(
      `${job} of ${dueAt} was taken over by another process, because this one was silent for too long. Nothing more of it is written here.`,
      { cause },
    )
  }
}

/**
 * A database that writes only while a due time is held: each transaction looks at its very end, and each statement
 * outside of one is made a transaction of its own that does.
 */
export function fence(db: Database, held: HeldDue): Database {
  const check = async (handle: Pick<Transaction, 'sql'>): Promise<void> => {
    if (!(await isStillHeld(handle, held))) throw new DueLost(held)
  }
  return {
    ...db,
    reader: fencedReader(db.reader, check),
    transaction: (work) =>
      db.transaction(async (transaction) => {
        const result = await work(transaction)
        await check(transaction)
        return result
      }),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

type Check = (handle: Pick<Transaction, 'sql'>) => Promise<void>

function fencedReader(reader: Reader, check: Check): Reader {
  const connection: DatabaseConnection = {
    executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (/^\s*select\b/i.test(query.sql)) return reader.executeQuery(query as CompiledQuery<R>)
      return reader.transaction().execute(async (sql) => {
        const result = await sql.executeQuery(query as CompiledQuery<R>)
        await check({ sql })
        return result
      })
    },
    streamQuery() {
      throw new Error('Rows are not streamed under a lease.')
    },
  }
  const nothing = async (): Promise<void> => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: () => {
      throw new Error('Transactions of a leased database are taken from it, not from its reader.')
    },
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (any) => new PostgresIntrospector(any),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
