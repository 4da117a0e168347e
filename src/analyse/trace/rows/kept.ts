import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** The files and pages that were read. */
export const files: EvidenceSource = ({ db, parts, findings }) => {
  const source = findings.sources.find((one) => `${one.source}.${one.what}` === restOf(parts))
  return evidenceRows(
    db,
    'page',
    rawRows`
    select jsonb_build_object('source', source, 'url', url) as key,
      jsonb_build_object('outcome', outcome) as says, jsonb_build_array(final_url) as urls, max(id) as page_id
    from page
    where ${source === undefined} or url in (
      select jsonb_array_elements_text(${JSON.stringify(source?.files ?? [])}::jsonb))
    group by source, url, outcome, final_url
    order by source, url
  `,
  )
}

/** The last part is the figure's own name. */
function restOf(parts: readonly string[]): string {
  return parts.slice(1, 3).join('.')
}

/** Earlier nowcasts that were judged. */
export const nowcasts: EvidenceSource = ({ db, question: { asOf } }) =>
  evidenceRows(
    db,
    'nowcast',
    rawRows`
    select jsonb_build_object('period', period, 'track', track, 'round_group', round_group, 'as_of', as_of) as key,
      jsonb_build_object('seen', seen::text, 'low', low::text, 'central', central::text, 'high', high::text) as says,
      '[]'::jsonb as urls, null::bigint as page_id
    from nowcast where as_of < ${asOf}::date
    order by period_from, track, round_group, as_of
  `,
  )
