import { execFileSync } from 'node:child_process'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { findServerPrograms } from '../../test/support/server-programs.ts'

/** What figures of one machine must be read with. */
export async function machineFacts(): Promise<string> {
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${availableParallelism()} cores`,
    `${memory} GiB of memory`,
    `Node ${process.versions.node}`,
    `embedded ${await embeddedVersion()}`,
    serverVersion(),
  ].join(', ')
}

async function embeddedVersion(): Promise<string> {
  await using db = await openInMemory()
  const { rows } = await sql<{ version: string }>`show server_version`.execute(db.reader)
  return `PostgreSQL ${Object.values(rows[0] ?? {})[0]}`
}

function serverVersion(): string {
  const programs = findServerPrograms()
  if (programs === undefined) return 'no PostgreSQL server'
  const version = execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' })
  return `server ${version.replace(/^postgres \(PostgreSQL\) (\S+).*$/s, 'PostgreSQL $1')}`
}
