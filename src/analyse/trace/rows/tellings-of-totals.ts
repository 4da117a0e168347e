import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** What was said on any day of the total of a line, of those of a publisher, or of all. */
export const tellingsOfTotals: EvidenceSource = ({
  db,
  findings,
  parts: [, list, index],
  question,
}) => {
  const { lines, publishers } = findings.revisions
  const { publisher } = (list === 'publishers' ? publishers[Number(index)] : undefined) ?? {}
  const line = list === 'lines' ? lines[Number(index)] : undefined
  const wanted = line === undefined ? lines.filter(isOf(publisher)) : [line]
  return evidenceRows(
    db,
    'published_total',
    rawRows`
    select jsonb_build_object('publisher', p.publisher, 'period', p.period, 'region', p.region, 'track', p.track,
        'metric', p.metric, 'url', p.url) as key,
      jsonb_build_object('low', p.low::text, 'high', p.high::text, 'unit', p.unit, 'known_from', p.known_from::text) as says,
      jsonb_build_array(p.url) as urls, p.page_id
    from (
      select publisher, period, region, track, metric, url, low, high, unit, known_from, page_id from published_total
      union all
      select publisher, period, region, track, metric, url, low, high, unit, known_from, page_id
      from published_total_history
    ) p
    where p.known_from <= day_end(${question.asOf}::date) and (${list === 'totals'} or (p.publisher, p.region, p.track, p.metric, p.unit) in (
      select publisher, region, track, metric, unit
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (publisher text, region text, track text, metric text, unit text)))
    order by p.publisher, p.period, p.region, p.track, p.metric, p.known_from
  `,
  )
}

function isOf(publisher: string | undefined) {
  return (line: { readonly publisher: string }): boolean =>
    publisher === undefined || line.publisher === publisher
}
