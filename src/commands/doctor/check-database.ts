import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../load/database.ts'
import { waitingMigrations } from '../../load/migrate.ts'
import { findSchemaDrift } from '../../load/schema-drift.ts'
import { type Config, ROOT } from '../../runtime/config.ts'
import { databaseFolder, openAsItIs } from '../../runtime/live.ts'
import { counted } from '../counted.ts'
import { type Checked, fine, look, wrong } from './finding.ts'

const OLDEST_SERVER = 150_000
const CLOCKS_APART_SECONDS = 5
const SHOWN = 5
const SCHEMA = join(ROOT, 'sql')

/** Whether the database answers, is new enough, has the schema of this version, and agrees about the time. */
export async function checkDatabase(
  config: Config,
  now: () => Temporal.Instant,
): Promise<readonly Checked[]> {
  const kind = config.DATABASE_URL === undefined ? 'embedded' : 'server'
  if (kind === 'embedded' && !existsSync(databaseFolder(config))) {
    return [
      look(
        'database',
        'there is none yet',
        'npm start shows the sample; npm run migrate makes yours.',
      ),
    ]
  }
  try {
    await using db = await openAsItIs(config, kind)
    return [await checkServer(db), await checkClock(db, now()), ...(await checkSchema(db, now()))]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      wrong(
        'database',
        why,
        kind === 'server'
          ? 'Is the server of DATABASE_URL up, and are name and password right?'
          : 'Let the other command finish, or restore the folder from a backup (feastgap restore).',
      ),
    ]
  }
}

async function checkServer(db: Database): Promise<Checked> {
  const found = await sql<{ version: number; words: string }>`
    select current_setting('server_version_num')::integer as version, version() as words
  `.execute(db.reader)
  const { version = 0, words = '' } = found.rows[0] ?? {}
  return version < OLDEST_SERVER
    ? wrong('database', words, 'PostgreSQL 15 or newer is needed.')
    : fine('database', words)
}

async function checkClock(db: Database, here: Temporal.Instant): Promise<Checked> {
  const found = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db.reader)
  const there = Temporal.Instant.from(found.rows[0]?.now ?? '')
  const apart = Math.abs(there.since(here).total('seconds'))
  return apart > CLOCKS_APART_SECONDS
    ? look(
        'clock',
        `${apart.toFixed(0)} s from the database's`,
        'Keep both machines on time (NTP).',
      )
    : fine('clock', 'agrees with the database')
}

async function checkSchema(db: Database, now: Temporal.Instant): Promise<readonly Checked[]> {
  const waiting = await waitingMigrations(db.reader, SCHEMA)
  if (waiting.length > 0) {
    const some = waiting
      .slice(0, SHOWN)
      .map(({ name }) => name)
      .join(', ')
    return [
      look(
        'schema',
        `waiting: ${counted(waiting.length, 'migration')} (${some})`,
        'npm run migrate',
      ),
    ]
  }
  const { missing, foreign } = await findSchemaDrift(db, SCHEMA, now)
  if (missing.length === 0) {
    return [
      fine('schema', foreign.length === 0 ? 'as the migrations make it' : withForeign(foreign)),
    ]
  }
  return missing
    .slice(0, SHOWN)
    .map((line) =>
      wrong(
        'schema',
        `missing or changed: ${line}`,
        'Somebody changed the schema by hand. Undo that, or restore a backup into a new database.',
      ),
    )
}

function withForeign(foreign: readonly string[]): string {
  return `as the migrations make it, and ${counted(foreign.length, 'thing')} of others (${foreign.slice(0, SHOWN).join('; ')})`
}
