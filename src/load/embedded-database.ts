import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { copyStatement, type Database, TEXT_TYPES, type Transaction } from './database.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { makeFolder } from './make-folder.ts'
import type { DB } from './tables.ts'

const parsers = Object.fromEntries(
  [...TEXT_TYPES].map((oid) => [oid, (value: string): string => value]),
)

/** The embedded PostgreSQL in a folder. One process owns the folder; others wait `waitMs`, then hear who holds it. */
export async function openEmbedded(folder: string, waitMs: number): Promise<Database> {
  await makeFolder(dirname(folder))
  const lock = await lockFolder(folder, waitMs)
  try {
    await createWhole(folder)
    return over(await PGlite.create(folder, { parsers }), lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** An embedded database without a folder: a new one, or a copy of the one whose folder `dump` holds as a tar file. */
export async function openInMemory(dump?: Blob): Promise<Database> {
  const loadDataDir = dump === undefined ? {} : { loadDataDir: dump }
  return over(await PGlite.create({ parsers, ...loadDataDir }), undefined)
}

/** A first start that was killed leaves only its building site behind, never half a database under the real name. */
async function createWhole(folder: string): Promise<void> {
  const there = await stat(folder).then(
    () => true,
    () => false,
  )
  if (there) return
  const site = `${folder}.new`
  await rm(site, { recursive: true, force: true })
  const first = await PGlite.create(site)
  await first.close()
  await rename(site, folder)
}

function over(pglite: PGlite, lock: FolderLock | undefined): Database {
  const reader = new Kysely<DB>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kind: 'embedded',
    reader,
    async queueSettings() {
      const { fromPglite } = await import('pg-boss')
      return { db: fromPglite(pglite), backend: 'pglite' }
    },
    transaction: (work) => pglite.transaction((inner) => work(toTransaction(inner))),
    async [Symbol.asyncDispose]() {
      await reader.destroy()
      if (!pglite.closed) await pglite.close()
      await lock?.release()
    },
  }
}

function toTransaction(inner: PGliteTransaction): Transaction {
  const held = {
    ready: true,
    closed: false,
    waitReady: Promise.resolve(),
    close: async () => {},
    query: inner.query.bind(inner),
    transaction: () => {
      throw new Error('Transactions do not nest: use the handle at hand.')
    },
  }
  return {
    sql: new Kysely<DB>({ dialect: new PGliteDialect({ pglite: held }) }),
    async copyRows(table, columns, chunks) {
      const statement = copyStatement(table, columns, `'/dev/blob'`)
      // A statement blocks the event loop for its whole length: one for each chunk keeps that short.
      for await (const chunk of chunks)
        await inner.query(statement, [], { blob: new Blob([chunk]) })
    },
    async run(script) {
      await inner.exec(script)
    },
  }
}
