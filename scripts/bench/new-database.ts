import { sql } from 'kysely'
import { openPostgres } from '../../src/load/postgres-database.ts'

/** The address of a new, empty database on a server. */
export async function newDatabase(url: string, name: string): Promise<string> {
  await using server = openPostgres(url)
  await sql.raw(`create database ${name}`).execute(server.reader)
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}
