import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** What kind of money the investors of the period's deals bring. */
export const investors: EvidenceSource = ({ db, track, findings }) => {
  const deals = findings.deals.filter((deal) => track === undefined || deal.track === track)
  const names = deals.flatMap((deal) => deal.investors.map(({ name }) => name))
  return evidenceRows(
    db,
    'investor',
    rawRows`
    with wanted as (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as name)
    select jsonb_build_object('name', i.name) as key, jsonb_build_object('kind', i.kind, 'basis', i.basis) as says,
      jsonb_build_array(i.url) as urls, i.page_id
    from investor i
    where exists (select from wanted w where w.name = i.name or i.aliases ? w.name)
    order by i.name
  `,
  )
}
