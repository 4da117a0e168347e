import { sql } from 'kysely'
import { amountsTold } from '../../amounts-told.ts'
import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** All that was ever told of the amounts of the deal of a line, or of all deals a score counts. */
export const amountsRevealed: EvidenceSource = ({ db, findings, parts, question }) => {
  const [, list, index, name] = parts
  const { lines, scores } = findings.revealed
  const score = list === 'scores' ? scores[Number(index)] : undefined
  const wanted =
    score === undefined
      ? lines.slice(Number(index)).slice(0, 1)
      : lines.filter(
          ({ by, result }) => by === score.by && (name === 'revealed' || name === result),
        )
  const deals = wanted.map(({ dealId }) => dealId)
  return evidenceRows(
    db,
    'event',
    rawRows`
    select jsonb_build_object('source', a.source, 'source_key', a.source_key, 'kind', e.kind,
        'span_start', e.span_start::text) as key,
      jsonb_build_object('deal', t.deal_id::text, 'round', t.round, 'amount_text', t.amount_text, 'currency', t.currency,
        'yuan_low', in_yuan(t.amount_low, t.currency, t.announced_on)::text,
        'yuan_high', in_yuan(t.amount_high, t.currency, t.announced_on)::text, 'known_from', t.known_from::text) as says,
      jsonb_build_array(nullif(t.url, '')) as urls, t.page_id
    from (${amountsTold(question.asOf)}) t
    join event e on e.id = t.event_id
    join announcement a on a.id = e.announcement_id
    where t.deal_id = any(${sql.val(deals)}::bigint[])
    order by t.deal_id, t.known_from, t.event_id
  `,
  )
}
