import {
  type DatedDeal,
  fetchDeals,
  isInflow,
  isPrintedIn,
  placeIn,
} from '../../metrics/deal-rows.ts'
import type { EvidencePlace, EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'
import { tellingsOf } from './tellings.ts'

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
  const named = (span: string): boolean => parts.some((part) => part.startsWith(span))
  if (named('previous')) return question.previous
  return named('yearBefore') ? question.yearBefore : question.period
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
