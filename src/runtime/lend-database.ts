import { existsSync } from 'node:fs'
import type { Database } from '../load/database.ts'
import { waitingMigrations } from '../load/migrate.ts'
import { ConfigError } from './errors.ts'

/** A database that is there when it is needed. */
export interface Lent extends AsyncDisposable {
  readonly kind: Database['kind']
  readonly use: <T>(work: (db: Database) => Promise<T>) => Promise<T>
}

interface Opening {
  readonly open: () => Promise<Database>
  /** Folder of the migrations the database must have. */
  readonly migrations: string
}

/** A server stays connected. */
export async function lendServer({ open, migrations }: Opening): Promise<Lent> {
  const db = await open()
  try {
    await checkSchema(db, migrations)
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
  return {
    kind: 'server',
    use: (work) => work(db),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

/** How long the files stay open after the last use, and how long at most before others get a turn. */
const IDLE_MS = 1500
const LONGEST_MS = 10_000

/**
 * The embedded database has one owner at a time, and whoever serves for weeks must not be it: the files are opened for
 * each burst of requests, and let go after it.
 */
export async function lendEmbedded(folder: string, { open, migrations }: Opening): Promise<Lent> {
  if (!existsSync(folder)) {
    throw new ConfigError(
      'There is no database yet. npm start makes the sample (then add --sample), npm run migrate an empty one.',
      { code: 'no-database' },
    )
  }
  let opened: { readonly db: Promise<Database>; readonly since: number } | undefined
  let users = 0
  let idle: NodeJS.Timeout | undefined
  let closing: Promise<void> = Promise.resolve()

  const close = (): Promise<void> => {
    const held = opened
    opened = undefined
    closing =
      held === undefined
        ? closing
        : held.db.then(
            (db) => db[Symbol.asyncDispose](),
            () => {},
          )
    return closing
  }
  const opener = async (): Promise<Database> => {
    clearTimeout(idle)
    if (opened !== undefined && users === 0 && performance.now() - opened.since > LONGEST_MS)
      await close()
    if (opened === undefined) {
      const db = closing.then(open)
      const held = { db, since: performance.now() }
      opened = held
      db.catch(() => {
        if (opened === held) opened = undefined
      })
    }
    return opened.db
  }
  const lent: Lent = {
    kind: 'embedded',
    async use(work) {
      const db = await opener()
      users += 1
      try {
        return await work(db)
      } finally {
        users -= 1
        if (users === 0) idle = setTimeout(close, IDLE_MS)
      }
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(idle)
      await close()
    },
  }
  await lent.use((db) => checkSchema(db, migrations))
  return lent
}

/** The archive only reads, so it does not bring the schema up to date itself. */
async function checkSchema({ reader }: Database, migrations: string): Promise<void> {
  const waiting = await waitingMigrations(reader, migrations)
  if (waiting.length === 0) return
  throw new ConfigError(
    `The database lacks ${waiting.map(({ name }) => name).join(', ')}: run feastgap migrate, as the owner of the database.`,
    { code: 'schema' },
  )
}
