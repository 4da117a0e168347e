import { sql } from 'kysely'
import { isLacking } from '../../../model/findings.ts'
import {
  type DatedDeal,
  fetchDeals,
  isInflow,
  isPrintedIn,
  placeIn,
} from '../../metrics/deal-rows.ts'
import type { EvidencePlace, EvidenceSource } from '../evidence-place.ts'
import { type EvidenceRow, evidenceRows, rawRows } from '../evidence-row.ts'

type Choice = (deal: DatedDeal, place: EvidencePlace) => boolean

function dealsThat(isMeant: Choice): EvidenceSource {
  return async (place) => {
    const deals = await fetchDeals(place.db, place.question)
    return tellingsOf(
      deals.filter((deal) => isMeant(deal, place)).map(({ dealId }) => dealId),
      place,
    )
  }
}

/** The span a part of a track speaks of. */
function spanOf({ parts, question }: EvidencePlace): EvidencePlace['question']['period'] {
  if (parts[2] === 'previousInflow') return question.previous
  return parts[2] === 'yearBeforeInflow' ? question.yearBefore : question.period
}

const isOfTrack: Choice = (deal, place) =>
  (place.track === undefined || deal.track === place.track) &&
  placeIn(spanOf(place), deal) !== 'outside'

/** Inflow deals whose date may lie in the period; those of one track where the figure is of one. */
export const dealsOfTrack = dealsThat((deal, place) => isInflow(deal) && isOfTrack(deal, place))

/** Those of them without an amount. */
export const dealsUndisclosed = dealsThat(
  (deal, place) => isInflow(deal) && isOfTrack(deal, place) && deal.original === undefined,
)

/** The one deal a line is about. */
export const dealNamed = dealsThat((deal, { parts, question }) =>
  parts[1] === undefined ? placeIn(question.period, deal) !== 'outside' : deal.dealId === parts[1],
)

const isExcludedAsNamed: Choice = (deal, { parts: [list, reason, kind, status], question }) => {
  if (isInflow(deal) || !isPrintedIn(question.period, deal)) return false
  if (list !== 'exclusionTotals' || reason === undefined) return true
  const isNamed = (name: string | undefined, value: string): boolean =>
    [undefined, value].includes(name)
  return deal.exclusion === reason && isNamed(kind, deal.kind) && isNamed(status, deal.status)
}

/** What was seen in the period and not counted, of the reason and status named. */
export const exclusions = dealsThat(isExcludedAsNamed)

/** All inflow of a track before the period's end: what draws and cohorts are made of. */
export const dealsOfPool: EvidenceSource = async (place) =>
  tellingsOf(await laidOut(place, [undefined, place.question.period.to]), place)

/** Inflow of the half-years a line is about. */
export const dealsOfHalf: EvidenceSource = async (place) => {
  const ids: string[] = []
  for (const half of halvesOf(place)) ids.push(...(await laidOut(place, daysOfHalf(half))))
  return tellingsOf(ids, place)
}

/** All of them where no line is named. */
function halvesOf({ parts: [list, ...line], findings }: EvidencePlace): readonly string[] {
  const all = findings.kindsOverTime.map(({ half }) => half)
  if (list === 'kindsOverTime')
    return line[0] === undefined ? all : all.slice(Number(line[0])).slice(0, 1)
  const { managers } = findings.investorShift
  if (isLacking(managers)) return all
  const named = line[1] === undefined ? managers : managers.slice(Number(line[1])).slice(0, 1)
  return [...new Set(named.flatMap(({ from, to }) => [from.half, to.half]))]
}

/** `2023-H1` to its days. */
function daysOfHalf(half: string): readonly [string, string] {
  const [year, which] = half.split('-')
  return which === 'H1' ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`]
}

async function laidOut(
  { db, track }: EvidencePlace,
  [from, to]: readonly (string | undefined)[],
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from inflow_in_view
    where (${track ?? null}::text is null or track = ${track ?? null})
      and announced_on between coalesce(${from ?? null}::date, '-infinity') and coalesce(${to ?? null}::date, 'infinity')
  `.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Every text and row that tells of these deals, with the words that do. */
function tellingsOf(
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

const isConvertedFor: Choice = (deal, place) => {
  if (place.track !== undefined) return isOfTrack(deal, place)
  const [list, named] = place.parts
  return list === 'exclusionTotals' ? isExcludedAsNamed(deal, place) : deal.dealId === named
}

/** The rates that turned foreign amounts of these deals into yuan. */
export const rates: EvidenceSource = async (place) => {
  const deals = await fetchDeals(place.db, place.question)
  const ids = deals.filter((deal) => isConvertedFor(deal, place)).map(({ dealId }) => dealId)
  return evidenceRows(
    place.db,
    'fx_rate',
    rawRows`
    select jsonb_build_object('base', r.base, 'quote', r.quote, 'rate_on', r.rate_on, 'source', r.source) as key,
      jsonb_build_object('rate', r.rate::text) as says, '[]'::jsonb as urls, r.page_id
    from fx_rate r
    where exists (
      select from deal_as_of(day_end(${place.question.asOf}::date)) d
      where d.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        and r.source = d.fx_source and r.rate_on = d.fx_on and d.currency <> 'CNY'
        and (r.quote = 'CNY' and r.rate = d.cny_per_base or r.quote = d.currency and r.rate = d.currency_per_base))
    order by r.rate_on, r.base, r.quote
  `,
  )
}
