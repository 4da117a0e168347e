import { sql } from 'kysely'
import type { ToldAmounts } from '../model/told-amounts.ts'
import type { Transaction } from './database.ts'

/**
 * Writes the amounts of announcements anew, each announcement's standing ones in place of those before. Amounts of a
 * wording that was edited stay, superseded.
 */
export async function rewriteAmounts(
  transaction: Transaction,
  told: readonly ToldAmounts[],
  now: Temporal.Instant,
): Promise<void> {
  if (told.length === 0) return
  const json = JSON.stringify(told)
  await transaction.run('drop table if exists told_amounts')
  await sql`
    create temp table told_amounts on commit drop as
    select a.id, day_end((item ->> 'knownFrom')::date) as known_from, (item ->> 'isEdited')::boolean as is_edited,
      item -> 'asides' as asides, item -> 'tally' as tally
    from jsonb_array_elements(${json}::jsonb) item
    join announcement a on a.source = item ->> 'source' and a.source_key = item ->> 'sourceKey'
  `.execute(transaction.sql)
  await transaction.run(`${leave('amount_aside')}; ${leave('amount_tally')};
    delete from amount_unread where announcement_id in (select id from told_amounts)`)
  await sql`
    insert into amount_aside (announcement_id, known_from, span_start, span_end, use, amount_text, currency, amount_low,
      amount_high, rule, recorded_at)
    select t.id, t.known_from, (one ->> 'spanStart')::integer, (one ->> 'spanEnd')::integer, one ->> 'use',
      one ->> 'text', one #>> '{money,currency}', (one #>> '{money,low}')::numeric, (one #>> '{money,high}')::numeric,
      one ->> 'rule', ${now.toString()}
    from told_amounts t cross join lateral jsonb_array_elements(t.asides) one
  `.execute(transaction.sql)
  await sql`
    insert into amount_tally (announcement_id, known_from, currency, n, amount_low, amount_high, recorded_at)
    select t.id, day_end((one ->> 'knownFrom')::date), one ->> 'currency', (one ->> 'n')::integer,
      (one ->> 'low')::numeric, (one ->> 'high')::numeric, ${now.toString()}
    from told_amounts t cross join lateral jsonb_array_elements(t.tally) one
  `.execute(transaction.sql)
}

/** What another wording said ends; what this one said before is told anew. */
function leave(table: string): string {
  return `update ${table} o set superseded_from = t.known_from
    from told_amounts t
    where o.announcement_id = t.id and t.is_edited and o.superseded_from is null and o.known_from < t.known_from;
    delete from ${table} o using told_amounts t where o.announcement_id = t.id and o.superseded_from is null`
}
