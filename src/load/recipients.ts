import { sql } from 'kysely'
import type { Reader } from './database.ts'

export type DisabledWhy = 'bounced' | 'unsubscribed' | 'complained'

export interface RecipientState {
  readonly address: string
  readonly token: string
  readonly softBounces: number
  readonly disabledAt: string | null
  readonly disabledWhy: DisabledWhy | null
  readonly evidence: string | null
}

/** What is known of these addresses (in lower case); new ones get a token. */
export async function knowRecipients(
  db: Reader,
  addresses: readonly string[],
  { now, newToken }: { readonly now: Temporal.Instant; readonly newToken: () => string },
): Promise<ReadonlyMap<string, RecipientState>> {
  const rows = addresses.map((address) => ({ address, token: newToken() }))
  await sql`
    insert into recipient (address, unsubscribe_token, updated_at)
    select item ->> 'address', item ->> 'token', ${now.toString()}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) item
    on conflict (address) do nothing
  `.execute(db)
  const found = await sql<RecipientState>`
    select address, unsubscribe_token as token, soft_bounces as "softBounces", disabled_at as "disabledAt",
      disabled_why as "disabledWhy", evidence
    from recipient
    where address in (select jsonb_array_elements_text(${JSON.stringify(addresses)}::jsonb))
  `.execute(db)
  return new Map(found.rows.map((row) => [row.address, row]))
}

/** Nothing is sent to the address any more. What its reader said outlives a bounce; neither is overwritten. */
export async function disableRecipient(
  db: Reader,
  address: string,
  { why, evidence }: { readonly why: DisabledWhy; readonly evidence: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update recipient set disabled_at = ${now.toString()}, disabled_why = ${why}, evidence = ${evidence},
      updated_at = ${now.toString()}
    where address = ${address} and (disabled_at is null or ${why} <> 'bounced' and disabled_why = 'bounced')
  `.execute(db)
}

/** Ends the letters to whoever holds the token, as the one-click request of RFC 8058 asks. Returns the address. */
export async function unsubscribeByToken(
  db: Reader,
  token: string,
  { evidence, now }: { readonly evidence: string; readonly now: Temporal.Instant },
): Promise<string | undefined> {
  const found = await sql<{ address: string }>`
    select address from recipient where unsubscribe_token = ${token}
  `.execute(db)
  const address = found.rows[0]?.address
  if (address !== undefined)
    await disableRecipient(db, address, { why: 'unsubscribed', evidence }, now)
  return address
}

/** Writes to the address again, on an operator's word. Returns whether it had been disabled. */
export async function enableRecipient(
  db: Reader,
  address: string,
  { evidence, now }: { readonly evidence: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const enabled = await sql`
    update recipient set disabled_at = null, disabled_why = null, soft_bounces = 0, evidence = ${evidence},
      updated_at = ${now.toString()}
    where address = ${address} and disabled_at is not null
  `.execute(db)
  return enabled.numAffectedRows === 1n
}
