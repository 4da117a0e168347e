import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/load/migrate.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { newDatabase, newName } from './new-database.ts'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server with the right to create databases; empty: none was found. */
    readonly postgresUrl: string
    /** The name of a database there with all tables and no row, to be copied. */
    readonly migratedDatabase: string
    /** `npm run drill`: faults are tried at full count. */
    readonly isDrill: boolean
  }
}

/** Starts a throw-away PostgreSQL for the run when one is installed, unless TEST_DATABASE_URL names a server. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  project.provide('isDrill', process.env['FEASTGAP_DRILL'] === '1')
  const given = process.env['TEST_DATABASE_URL'] ?? ''
  const server = given === '' ? await startPostgres() : undefined
  const url = server?.url ?? given
  project.provide('postgresUrl', url)
  project.provide('migratedDatabase', url === '' ? '' : await makeMigrated(url))
  const absent =
    given === '' ? 'not found, tests run on the embedded database only' : 'TEST_DATABASE_URL'
  console.log(`PostgreSQL: ${server?.version ?? absent}`)
  return server === undefined ? undefined : () => server[Symbol.dispose]()
}

async function makeMigrated(server: string): Promise<string> {
  const name = newName()
  await using db = openPostgres(await newDatabase(server, name))
  await migrate(db, join(ROOT, 'sql'), Temporal.Now.instant())
  return name
}
