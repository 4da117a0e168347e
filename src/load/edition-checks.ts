import { sql } from 'kysely'
import type { Database, Reader, Transaction } from './database.ts'

/** One thing that did not hold when an edition was read back. */
export interface HeldReason {
  readonly check: string
  /** The path of a figure, or a place in the edition. */
  readonly where: string
  readonly says: string
}

/** `passed` and `released` may be sent; `held` and `unchecked` may not. */
export type EditionStanding = 'passed' | 'released' | 'held' | 'unchecked'

export interface CheckedEdition {
  readonly id: string
  readonly standing: EditionStanding
  readonly reasons: readonly HeldReason[]
}

/** Keeps how an edition came through the gate: it passed when there is no reason against it. */
export async function storeCheck(
  { sql: handle }: Transaction,
  { hash, reasons }: { readonly hash: Uint8Array; readonly reasons: readonly HeldReason[] },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into edition_check (edition_id, outcome, reasons, checked_at)
    select id, ${reasons.length === 0 ? 'passed' : 'held'}, ${JSON.stringify(reasons)}::jsonb, ${now.toString()}
    from edition where sha256 = ${hash}
  `.execute(handle)
}

export async function standingOf(db: Reader, editionId: string): Promise<CheckedEdition> {
  const found = await sql<CheckedEdition>`
    select edition_id as id, standing, coalesce(reasons, '[]') as reasons from edition_standing
    where edition_id = ${editionId}
  `.execute(db)
  const [row] = found.rows
  if (row === undefined) throw new Error(`there is no edition ${editionId}`)
  return row
}

/** An operator's word that a held edition may be sent. False: it is not held. */
export async function releaseEdition(
  { reader }: Database,
  editionId: string,
  { by, why }: { readonly by: string; readonly why: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into edition_release (edition_id, check_id, released_by, why, released_at)
    select edition_id, check_id, ${by}, ${why}, ${now.toString()} from edition_standing
    where edition_id = ${editionId} and standing = 'held'
    on conflict (edition_id) do nothing
  `.execute(reader)
  return numAffectedRows === 1n
}

/** A held edition that no later one of its period and language has taken the place of. */
export interface HeldEdition {
  readonly id: string
  readonly period: string
  readonly asOf: string
  readonly lang: string
  readonly checkedAt: string
  readonly reasons: readonly HeldReason[]
}

export async function heldEditions(db: Reader): Promise<readonly HeldEdition[]> {
  const found = await sql<HeldEdition>`
    select id, period, as_of as "asOf", lang, checked_at as "checkedAt", reasons
    from edition join edition_standing on edition_id = id
    where standing = 'held' and not exists (
      select from edition later join edition_standing its on its.edition_id = later.id
      where later.period_from = edition.period_from and later.period_to = edition.period_to
        and later.lang = edition.lang and (its.checked_at, later.id) > (edition_standing.checked_at, edition.id))
    order by id
  `.execute(db)
  return found.rows
}
