import { sql } from 'kysely'
import type { Database } from './database.ts'

export interface DeliveryDecision {
  readonly decision: 'resend' | 'arrived'
  readonly by: string
  readonly why: string
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
  const stages = decision === 'resend' ? sql`('unknown', 'refused_perm')` : sql`('unknown')`
  return db.transaction(async (transaction) => {
    const about = sql`
      dispatch_id = (select id from dispatch where key = ${key}) and recipient = ${recipient} and stage in ${stages}`
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
