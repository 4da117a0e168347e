import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { waitingMigrations } from '../../src/load/migrate.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { findSchemaDrift } from '../../src/load/schema-drift.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { bareDatabase, NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { type Ended, runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { forgetSteps, holdAt, stepsTaken, watchSteps } from '../support/migration-steps.ts'
import { startFeastgap } from '../support/running-feastgap.ts'

const FOLDER = join(ROOT, 'sql')

describe.runIf(inject('postgresUrl') !== '')('migrations of which each', () => {
  it('is killed within, and again where it begins anew, end with the schema and the rows of undisturbed ones', {
    timeout: 7_200_000,
  }, async () => {
    using folder = makeFolder()
    const migrate = (url: string): Promise<Ended> =>
      runFeastgap(['migrate'], { home: folder.path, env: { DATABASE_URL: url } })
    const calmUrl = await bareDatabase()
    await using calm = openPostgres(calmUrl)
    await makeRoles(calm)
    await watchSteps(calm)
    const names = (await waitingMigrations(calm.reader, FOLDER)).map(({ name }) => name)
    const undisturbed = await migrate(calmUrl)
    expect([undisturbed.code, undisturbed.err]).toEqual([0, ''])
    const steps = await stepsTaken(calm)
    expect(steps.length).toBe(names.length)

    const url = await bareDatabase()
    await using db = openPostgres(url)
    await watchSteps(db)
    const kills = timesOf({ sample: 1, full: 10 })
    const chosen = everyFew(names, timesOf({ sample: 2, full: names.length }))
    for (const applied of chosen) {
      for (let kill = 0; kill < kills; kill += 1) {
        const step = 1 + Math.floor(((kill + 0.5) * (steps[applied] ?? 0)) / kills)
        await holdAt(db, { applied, step }, async (isHeld) => {
          const migrating = startFeastgap(['migrate'], {
            home: folder.path,
            env: { DATABASE_URL: url },
          })
          const text = await Promise.race([isHeld(), migrating.ended.then((ended) => ended.text)])
          expect(text, `${names[applied]} at step ${step}`).toBeUndefined()
          migrating.kill('SIGKILL')
          await migrating.ended
        })
        const waiting = await waitingMigrations(db.reader, FOLDER)
        expect(waiting.map(({ name }) => name)).toEqual(names.slice(applied))
      }
    }
    const { code, err } = await migrate(url)
    expect([code, err]).toEqual([0, ''])
    expect(await stepsTaken(db)).toEqual(steps)
    await forgetSteps(db)

    expect(await findSchemaDrift(db, FOLDER, NOW)).toEqual({ missing: [], foreign: [] })
    expect(await rowsOf(db)).toEqual(await rowsOf(calm))
    process.stdout.write(`${chosen.length * kills} kills within ${chosen.length} migrations\n`)
  })
})

/** Roles of the server as an installation has them: a migration that is about nothing else takes no step without. */
async function makeRoles(db: Database): Promise<void> {
  for (const role of ['feastgap_reader', 'feastgap_archive'])
    await sql
      .raw(
        `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then end $$`,
      )
      .execute(db.reader)
}

/** Places of so many of the list, evenly spread. */
function everyFew(list: readonly unknown[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * list.length) / count))
}

/** Rows each table has. */
async function rowsOf(db: Database): Promise<unknown> {
  const found = await sql`
    select relname, (xpath('/row/n/text()',
      query_to_xml(format('select count(*) as n from %I', relname), false, true, '')))[1]::text as rows
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname
  `.execute(db.reader)
  return found.rows
}
