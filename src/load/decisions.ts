import { type RawBuilder, sql } from 'kysely'
import type { Database, Reader } from './database.ts'

export interface DeliveryDecision {
  readonly decision: 'resend' | 'arrived'
  readonly by: string
  readonly why: string
}

/** A delivery that waits for an operator's word. */
export interface Undecided {
  readonly dispatchId: string
  readonly key: string
  readonly kind: string
  readonly editionId: string | null
  readonly stage: string
}

/** What an operator's word can be about. */
export async function undecidedOf(
  db: Reader,
  recipient: string,
  decision: DeliveryDecision['decision'],
): Promise<readonly Undecided[]> {
  const found = await sql<Undecided>`
    select dispatch_id as "dispatchId", key, kind, edition_id as "editionId", stage
    from delivery join dispatch on dispatch.id = dispatch_id
    where recipient = ${recipient} and stage in ${stagesOf(decision)} order by dispatch_id
  `.execute(db)
  return found.rows
}

function stagesOf(decision: DeliveryDecision['decision']): RawBuilder<unknown> {
  return decision === 'resend' ? sql`('unknown', 'refused_perm')` : sql`('unknown')`
}

/**
 * An operator's word on deliveries of a dispatch nobody knows the end of, or that were refused for good. Returns how many
 * it was about: whoever still has one in hand loses it.
 */
export async function decideDelivery(
  db: Database,
  { key, recipient }: { readonly key: string; readonly recipient: string },
  { decision, by, why }: DeliveryDecision,
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction(async (transaction) => {
    const about = sql`
      dispatch_id = (select id from dispatch where key = ${key}) and recipient = ${recipient} and stage in ${stagesOf(decision)}`
    const decided = await sql`
      insert into delivery_decision (dispatch_id, recipient, channel, decision, stage_before, decided_by, why, decided_at)
      select dispatch_id, recipient, channel, ${decision}, stage, ${by}, ${why}, ${now.toString()}
      from delivery where ${about} for update
    `.execute(transaction.sql)
    await sql`
      update delivery set stage = ${decision === 'resend' ? 'queued' : 'accepted'}, epoch = epoch + 1, attempts = 0,
        updated_at = ${now.toString()}
      where ${about}
    `.execute(transaction.sql)
    return Number(decided.numAffectedRows ?? 0n)
  })
}
