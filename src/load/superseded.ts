import { sql } from 'kysely'
import type { ChangesInPeriod } from '../model/change-finding.ts'
import type { Known } from '../model/known.ts'
import type { Reader } from './database.ts'
import type { Reached } from './dispatches.ts'

/** Readers, and the edition they go by. */
export interface Holding extends Reached {
  readonly editionId: string
}

const NEWER_FIRST = sql`edition.as_of desc, edition.id desc`

/**
 * Who holds an edition of the same period that an edition supersedes: the last one they are known to have got, or to
 * have been told the figures of. Whoever holds this one or a later one is not among them.
 */
export async function holdersOfEarlier(db: Reader, editionId: string): Promise<readonly Holding[]> {
  const found = await sql<Holding>`
    select recipient, channel, edition_id as "editionId" from (
      select distinct on (recipient, channel) recipient, channel, edition.id as edition_id, edition.as_of,
        given.id as given_id, given.as_of as given_as_of
      from edition given
      join edition on edition.period_from = given.period_from and edition.period_to = given.period_to
      join dispatch on dispatch.edition_id = edition.id and dispatch.kind in ('edition', 'correction')
      join delivery on delivery.dispatch_id = dispatch.id and delivery.stage = 'accepted'
      where given.id = ${editionId}
      order by recipient, channel, ${NEWER_FIRST}
    ) last
    where (as_of, edition_id) < (given_as_of, given_id)
    order by recipient, channel
  `.execute(db)
  return found.rows
}

/** Whoever is known to have got an edition. */
export async function holdersOf(db: Reader, editionId: string): Promise<readonly Reached[]> {
  const found = await sql<Reached>`
    select recipient, channel from delivery join dispatch on dispatch.id = dispatch_id
    where edition_id = ${editionId} and kind = 'edition' and stage = 'accepted' order by recipient, channel
  `.execute(db)
  return found.rows
}

/** What an edition says changed since an earlier one of its period; undefined: there is no such edition. */
export async function changesOfEdition(
  db: Reader,
  sha256: string,
): Promise<Known<ChangesInPeriod> | undefined> {
  const found = await sql<{ changes: Known<ChangesInPeriod> | null }>`
    select findings -> 'changes' -> 'samePeriod' as changes from edition where sha256 = decode(${sha256}, 'hex')
  `.execute(db)
  return found.rows[0]?.changes ?? undefined
}

/** Whether two editions say the same, in whichever language. */
export async function saysTheSame(db: Reader, sha256: string, other: string): Promise<boolean> {
  if (sha256 === other) return true
  const found = await sql`
    select from edition one join edition other on one.findings - 'changes' = other.findings - 'changes'
    where one.sha256 = decode(${sha256}, 'hex') and other.sha256 = decode(${other}, 'hex')
  `.execute(db)
  return found.rows.length > 0
}
