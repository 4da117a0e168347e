import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

interface AmountPlace {
  readonly month?: string | undefined
  readonly reason?: string | undefined
  readonly kind?: string | undefined
  readonly status?: string | undefined
  readonly currency?: string | undefined
}

/** What a line of the ledger of amounts is about: one of all months, or of one month and currency. */
function amountPlace([, list, ...keys]: readonly string[]): AmountPlace {
  if (list === 'lines') {
    const [reason, kind, status] = keys
    return { reason, kind, status }
  }
  if (list !== 'months') return {}
  const [month, reason, kind, status, currency] = keys
  return { month, reason, kind, status, currency }
}

/** Every amount of what was published in the period, of the reason a line is about. */
export const amounts: EvidenceSource = ({ db, parts, question: { period, asOf } }) => {
  const line = amountPlace(parts)
  return evidenceRows(
    db,
    'amount_entry',
    rawRows`
    select jsonb_build_object('source', a.source, 'source_key', a.source_key, 'amount_text', e.amount_text) as key,
      jsonb_build_object('reason', e.reason, 'kind', e.kind, 'status', e.status, 'currency', e.currency,
        'amount_low', e.amount_low::text, 'amount_high', e.amount_high::text) as says,
      jsonb_build_array(a.url) as urls, a.page_id
    from amount_entry_as_of(day_end(${asOf}::date)) e
    join announcement a on a.id = e.announcement_id
    where a.published_on between ${period.from}::date and ${period.to}::date
      and (${line.month ?? null}::text is null or to_char(a.published_on, 'YYYY-MM') = ${line.month ?? null})
      and (${line.currency ?? null}::text is null or coalesce(e.currency, 'XXX') = ${line.currency ?? null})
      and (${line.reason ?? null}::text is null or coalesce(e.reason, 'counted') = ${line.reason ?? null})
      and (${line.kind ?? null}::text is null or coalesce(e.kind, 'none') = ${line.kind ?? null})
      and (${line.status ?? null}::text is null or coalesce(e.status, 'none') = ${line.status ?? null})
    order by a.published_on, a.source, a.source_key, e.amount_text
  `,
  )
}
