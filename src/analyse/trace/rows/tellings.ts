import type { EvidencePlace } from '../evidence-place.ts'
import { type EvidenceRow, evidenceRows, rawRows } from '../evidence-row.ts'

/** Every text and row that tells of these deals, with the words that do. */
export function tellingsOf(
  deals: readonly string[],
  { db, question }: EvidencePlace,
): Promise<readonly EvidenceRow[]> {
  return evidenceRows(
    db,
    'event',
    rawRows`
    select jsonb_build_object('source', a.source, 'source_key', a.source_key, 'kind', e.kind,
        'span_start', e.span_start::text) as key,
      jsonb_build_object('deal', d.id::text, 'company', c.name, 'track', d.track, 'status', e.status,
        'announced_on', e.announced_on, 'round', coalesce(e.round_text, e.round), 'amount_text', e.amount_text,
        'currency', e.currency, 'amount_low', e.amount_low::text, 'amount_high', e.amount_high::text,
        'deal_yuan_low', d.yuan_low::text, 'deal_yuan_high', d.yuan_high::text, 'fx_on', d.fx_on::text) as says,
      e.urls || coalesce(jsonb_build_array(a.url), '[]') as urls, coalesce(e.page_id, a.page_id) as page_id,
      a.title, a.body, coalesce(e.evidence -> 'amount', e.evidence -> 'kind') as span
    from deal_as_of(day_end(${question.asOf}::date)) d
    join deal_event link on link.deal_id = d.id
    join event_as_of(day_end(${question.asOf}::date)) e on e.id = link.event_id
    join announcement a on a.id = e.announcement_id
    left join company c on c.id = e.company_id
    where d.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(deals)}::jsonb))
    order by d.announced_on, d.id, a.source, a.source_key, e.kind, e.span_start
  `,
  )
}
