import { sql } from 'kysely'
import type { ToldAmounts } from '../model/told-amounts.ts'
import type { Transaction } from './database.ts'

/**
 * Brings the amounts of announcements in step with what they tell: what stands already is left alone, the rest goes or
 * comes. Amounts of a wording that was edited stay, superseded.
 */
export async function rewriteAmounts(
  transaction: Transaction,
  told: readonly ToldAmounts[],
  now: Temporal.Instant,
): Promise<void> {
  if (told.length === 0) return
  await transaction.run('drop table if exists told_amounts, told_aside, told_tally')
  await sql`
    create temp table told_amounts on commit drop as
    select a.id, day_end((item ->> 'knownFrom')::date) as known_from, (item ->> 'isEdited')::boolean as is_edited,
      item -> 'asides' as asides, item -> 'tally' as tally
    from jsonb_array_elements(${JSON.stringify(told)}::jsonb) item
    join announcement a on a.source = item ->> 'source' and a.source_key = item ->> 'sourceKey'
  `.execute(transaction.sql)
  await transaction.run(`
    create temp table told_aside on commit drop as
    select t.id as announcement_id, t.known_from, (one ->> 'spanStart')::integer as span_start,
      (one ->> 'spanEnd')::integer as span_end, one ->> 'use' as use, one ->> 'text' as amount_text,
      one #>> '{money,currency}' as currency, (one #>> '{money,low}')::numeric as amount_low,
      (one #>> '{money,high}')::numeric as amount_high, one ->> 'rule' as rule
    from told_amounts t cross join lateral jsonb_array_elements(t.asides) one;
    create temp table told_tally on commit drop as
    select t.id as announcement_id, day_end((one ->> 'knownFrom')::date) as known_from, one ->> 'currency' as currency,
      (one ->> 'n')::integer as n, (one ->> 'low')::numeric as amount_low, (one ->> 'high')::numeric as amount_high
    from told_amounts t cross join lateral jsonb_array_elements(t.tally) one;
    analyze told_amounts, told_aside, told_tally;
    ${inStep('amount_aside', ASIDE, now)};
    ${inStep('amount_tally', TALLY, now)};
    delete from amount_unread where announcement_id in (select id from told_amounts)`)
}

const TALLY = ['announcement_id', 'known_from', 'currency', 'n', 'amount_low', 'amount_high']
const ASIDE = [
  'announcement_id',
  'known_from',
  'span_start',
  'span_end',
  'use',
  'amount_text',
  'currency',
  'amount_low',
  'amount_high',
  'rule',
]

/** What another wording said ends; of what this one said before, only what it says no longer goes. */
function inStep(table: string, columns: readonly string[], now: Temporal.Instant): string {
  const told = table.replace('amount', 'told')
  const of = (row: string): string => `row(${columns.map((name) => `${row}.${name}`).join(', ')})`
  const same = `n.announcement_id = o.announcement_id and ${of('n')} is not distinct from ${of('o')}`
  return `
    update ${table} o set superseded_from = t.known_from
    from told_amounts t
    where o.announcement_id = t.id and t.is_edited and o.superseded_from is null and o.known_from < t.known_from;
    delete from ${table} o using told_amounts t
    where o.announcement_id = t.id and o.superseded_from is null and not exists (select from ${told} n where ${same});
    insert into ${table} (${columns.join(', ')}, recorded_at)
    select ${columns.join(', ')}, '${now.toString()}' from ${told} n
    where not exists (select from ${table} o where o.superseded_from is null and ${same})`
}
