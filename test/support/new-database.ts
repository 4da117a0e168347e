import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { openPostgres } from '../../src/load/postgres-database.ts'

/** A name no other database of the server has. */
export function newName(): string {
  return `feastgap_${randomUUID().replaceAll('-', '')}`
}

/** The address of a new database on a server: empty, or a copy of another. */
export async function newDatabase(
  server: string,
  name: string,
  template = 'template1',
): Promise<string> {
  await using db = openPostgres(server)
  await sql.raw(`create database ${name} template ${template}`).execute(db.reader)
  const own = new URL(server)
  own.pathname = `/${name}`
  return own.href
}
