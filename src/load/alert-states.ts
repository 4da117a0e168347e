import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'

export interface AlertState {
  readonly alert: string
  readonly series: string
  readonly track: string
  readonly state: 'armed' | 'fired'
  readonly value: string
  readonly editionId: string
  readonly changedAt: string
}

const LOCK = 20_230_716

/** The states of a series; nobody else changes any before the transaction ends. */
export async function holdAlertStates(
  { sql: db }: Transaction,
  series: string,
): Promise<readonly AlertState[]> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  return (await alertStates(db)).filter((one) => one.series === series)
}

export async function alertStates(db: Reader): Promise<readonly AlertState[]> {
  const found = await sql<AlertState>`
    select alert, series, track, state, value, edition_id as "editionId", changed_at as "changedAt"
    from alert_state order by alert, series, track
  `.execute(db)
  return found.rows
}

/** Whether alerts have judged an edition of the series that is newer than this one. */
export async function hasNewerJudged(
  { sql: db }: Transaction,
  { series, editionId }: { readonly series: string; readonly editionId: string },
): Promise<boolean> {
  const found = await sql`
    select from alert_state state
    join edition judged on judged.id = state.judged_id
    join edition given on given.id = ${editionId}
    where state.series = ${series} and (judged.period_to, judged.as_of) > (given.period_to, given.as_of)
    limit 1
  `.execute(db)
  return found.rows.length > 0
}

/** Writes what changed, and that this edition was judged. */
export async function writeAlertStates(
  { sql: db }: Transaction,
  changed: readonly Omit<AlertState, 'changedAt' | 'series' | 'editionId'>[],
  { series, editionId }: { readonly series: string; readonly editionId: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into alert_state (alert, series, track, state, value, edition_id, judged_id, changed_at)
    select alert, ${series}, track, state, value, ${editionId}, ${editionId}, ${now.toString()}
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as line (alert text, track text, state text, value text)
    on conflict (alert, series, track) do update set state = excluded.state, value = excluded.value,
      edition_id = excluded.edition_id, changed_at = excluded.changed_at
  `.execute(db)
  await sql`update alert_state set judged_id = ${editionId} where series = ${series}`.execute(db)
}
