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
      select publisher, period, period_from, period_to, region, track, metric, url, low, high, unit, known_from, page_id
      from published_total
      union all
      select publisher, period, period_from, period_to, region, track, metric, url, low, high, unit, known_from, page_id
      from published_total_history
    ) p
    where p.known_from <= day_end(${question.asOf}::date) and (${list === 'totals'} or exists (
      select from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (publisher text, period text, region text, track text, metric text, unit text)
      where (wanted.publisher, wanted.region, wanted.track, wanted.metric, wanted.unit)
          = (p.publisher, p.region, p.track, p.metric, p.unit)
        -- The same days may be written in other words.
        and exists (select from published_total named where named.period = wanted.period
          and (named.period_from, named.period_to) = (p.period_from, p.period_to))))
    order by p.publisher, p.period, p.region, p.track, p.metric, p.known_from
  `,
  )
}

function isOf(publisher: string | undefined) {
  return (line: { readonly publisher: string }): boolean =>
    publisher === undefined || line.publisher === publisher
}
