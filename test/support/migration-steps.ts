import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'

/** The lock a migration waits for at the step where it is held. */
const HELD = 20_231_231
const LOOK_EVERY_MS = 10

/**
 * Makes the server note each step of a migration, a statement that defines something, in the migration's own transaction:
 * of one that is killed nothing may stay. At the step told by `holdAt` the migration waits.
 */
export async function watchSteps(db: Database): Promise<void> {
  await sql`
    create schema drill;
    create table drill.step (applied integer not null);
    create table drill.hold (applied integer not null, step bigint not null);
    create function drill.note() returns event_trigger language plpgsql as $$
    declare applied_before integer := 0;
    begin
      -- In the very first one the ledger comes into being with the step that is noted.
      if to_regclass('public.schema_migration') is not null then
        select count(*) into applied_before from public.schema_migration;
      end if;
      insert into drill.step values (applied_before);
      if exists (
        select from drill.hold h where h.applied = applied_before
          and h.step = (select count(*) from drill.step s where s.applied = applied_before)
      ) then
        perform pg_advisory_xact_lock(${sql.lit(HELD)});
      end if;
    end $$;
    create event trigger drill_note on ddl_command_end execute function drill.note();
  `.execute(db.reader)
}

/** Leaves nothing of what `watchSteps` made. */
export async function forgetSteps(db: Database): Promise<void> {
  await sql`drop event trigger drill_note; drop schema drill cascade`.execute(db.reader)
}

/** How many steps each migration took, in their order. */
export async function stepsTaken(db: Database): Promise<readonly number[]> {
  const found = await sql<{ steps: number }>`
    select count(*)::integer as steps from drill.step group by applied order by applied
  `.execute(db.reader)
  return found.rows.map(({ steps }) => steps)
}

/**
 * Holds whoever carries out the migration after `applied` others at its `step`, counted from 1, for as long as `work`
 * takes. `isHeld` resolves once it waits there.
 */
export async function holdAt(
  db: Database,
  { applied, step }: { readonly applied: number; readonly step: number },
  work: (isHeld: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await sql`delete from drill.hold`.execute(db.reader)
  await sql`insert into drill.hold values (${applied}, ${step})`.execute(db.reader)
  await db.transaction(async (holder) => {
    await sql`select pg_advisory_xact_lock(${HELD})`.execute(holder.sql)
    await work(async () => {
      while (!(await isAwaited(db))) await sleep(LOOK_EVERY_MS)
    })
  })
  await sql`delete from drill.hold`.execute(db.reader)
}

async function isAwaited(db: Database): Promise<boolean> {
  const found = await sql`
    select from pg_locks where locktype = 'advisory' and objid = ${HELD} and not granted
      and database = (select oid from pg_database where datname = current_database())
  `.execute(db.reader)
  return found.rows.length > 0
}
