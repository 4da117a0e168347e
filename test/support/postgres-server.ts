import type { TestProject } from 'vitest/node'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server with the right to create databases; empty: none was found. */
    readonly postgresUrl: string
    /** `npm run drill`: faults are tried at full count. */
    readonly isDrill: boolean
  }
}

/** Starts a throw-away PostgreSQL for the run when one is installed, unless TEST_DATABASE_URL names a server. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  project.provide('isDrill', process.env['FEASTGAP_DRILL'] === '1')
  const given = process.env['TEST_DATABASE_URL'] ?? ''
  const server = given === '' ? await startPostgres() : undefined
  project.provide('postgresUrl', server?.url ?? given)
  const absent =
    given === '' ? 'not found, tests run on the embedded database only' : 'TEST_DATABASE_URL'
  console.log(`PostgreSQL: ${server?.version ?? absent}`)
  return server === undefined ? undefined : () => server[Symbol.dispose]()
}
