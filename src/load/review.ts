import { sql } from 'kysely'
import type { Database, Reader } from './database.ts'
import { settleDeals } from './deals.ts'
import { type Merging, regroupEvents } from './same-deals.ts'

/** One of the two tellings of a pair a person should look at. */
export interface Telling {
  readonly event: string
  readonly company: string | null
  readonly day: string
  readonly round: string
  readonly amount: string | null
  readonly title: string | null
  readonly url: string | null
}

export interface DoubtfulTellings {
  readonly score: string
  readonly why: readonly string[]
  readonly a: Telling
  readonly b: Telling
}

/** Pairs nobody has decided yet, the most alike first. */
export async function readDoubtful(db: Reader): Promise<readonly DoubtfulTellings[]> {
  const telling = (event: string): string => `
    (select jsonb_build_object('event', e.id::text, 'company', c.name, 'day', e.announced_on::text, 'round', e.round,
        'amount', e.amount_text, 'title', a.title, 'url', coalesce(a.url, e.urls ->> 0))
      from event e join announcement a on a.id = e.announcement_id left join company c on c.id = e.company_id
      where e.id = ${event})`
  const found = await sql<DoubtfulTellings>`
    select d.score, d.why, ${sql.raw(telling('d.event_a'))} as a, ${sql.raw(telling('d.event_b'))} as b
    from doubtful_pair d
    where not exists (
      select from review_decision r
      where least(r.event_a, r.event_b) = least(d.event_a, d.event_b)
        and greatest(r.event_a, r.event_b) = greatest(d.event_a, d.event_b))
    order by d.score desc, d.event_a, d.event_b
  `.execute(db)
  return found.rows
}

/** Writes a decision down and settles the deals it changes. Undefined: one of the events does not exist. */
export async function decide(
  db: Database,
  decision: {
    readonly decision: 'merge' | 'split'
    readonly events: readonly [string, string]
    readonly by: string
    readonly why: string
  },
  { merging, now }: { readonly merging: Merging; readonly now: Temporal.Instant },
): Promise<'done' | 'unknown event'> {
  const [a, b] = decision.events
  return db.transaction(async (transaction) => {
    const known = await sql`select id from event where id in (${a}, ${b})`.execute(transaction.sql)
    if (known.rows.length < 2) return 'unknown event'
    await sql`
      insert into review_decision (decision, event_a, event_b, decided_by, why, decided_at)
      values (${decision.decision}, ${a}, ${b}, ${decision.by}, ${decision.why}, ${now.toString()})
    `.execute(transaction.sql)
    const events = `select id from event where id in (${BigInt(a)}, ${BigInt(b)})`
    await regroupEvents(transaction, merging, { events, now })
    await settleDeals(transaction, { pageId: undefined, now }, 'changed')
    return 'done'
  })
}
