import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, pageOfState, rawRows } from '../evidence-row.ts'

/** Nights on which the lists of a track's listed companies were seen whole. */
export const lists: EvidenceSource = ({ db, track, question: { asOf } }) =>
  evidenceRows(
    db,
    'board_freeze',
    rawRows`
    select jsonb_build_object('source', f.source, 'board', f.board, 'as_of', f.as_of) as key,
      jsonb_build_object('entries', f.entries::text) as says, '[]'::jsonb as urls, f.page_id
    from board_freeze f
    join track_subject t on t.kind = 'members' and t.source = f.source and t.code = f.board
    where t.track_id = ${track ?? null} and f.as_of <= ${asOf}::date
    order by f.source, f.board, f.as_of
  `,
  )

/** Announced money of companies that were ever in the track's lists. */
export const listedMoney: EvidenceSource = ({ db, track, question: { period, asOf } }) =>
  evidenceRows(
    db,
    'listed_money',
    rawRows`
    select jsonb_build_object('source', m.source, 'source_key', m.source_key) as key,
      jsonb_build_object('kind', m.kind, 'instrument', m.instrument, 'announced_on', m.announced_on::text,
        'amount_cny', m.amount_cny::text) as says,
      '[]'::jsonb as urls,
      ${pageOfState('listed_money', { key: ['source', 'source_key'], of: 'm', asOf })} as page_id
    from listed_money_as_of(day_end(${asOf}::date)) m
    where m.announced_on between ${period.from}::date and ${period.to}::date
      and exists (
        select from track_subject t
        join board_entry e on e.source = t.source and e.board = t.code
        where t.kind = 'members' and t.track_id = ${track ?? null} and e.entry = m.instrument)
    order by m.announced_on, m.source, m.source_key
  `,
  )

const COUNT_KEY = ['source', 'measure', 'subject', 'observed_on'] as const

/** Counts of the subjects that stand for the track, of the series a line is about. */
export const attention: EvidenceSource = ({ db, track, parts, findings, question }) => {
  const own = findings.tracks.find(({ id }) => id === track)?.attention ?? []
  const line = own[Number(parts[3])]
  const wanted = (line === undefined ? own : [line]).map(({ source, measure, subject }) => ({
    source,
    measure,
    subject,
  }))
  return evidenceRows(
    db,
    'attention',
    rawRows`
    select jsonb_build_object('source', a.source, 'measure', a.measure, 'subject', a.subject,
        'observed_on', a.observed_on) as key,
      jsonb_build_object('value', a.value::text) as says, '[]'::jsonb as urls,
      ${pageOfState('attention', { key: COUNT_KEY, of: 'a', asOf: question.asOf })} as page_id
    from attention_as_of(day_end(${question.asOf}::date)) a
    where a.observed_on <= ${question.period.to}::date
      and (a.source, a.measure) in (
        select source, measure from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (source text, measure text))
      and a.subject in (
        select subject from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (subject text) union values ('*'))
    order by a.source, a.measure, a.subject, a.observed_on
  `,
  )
}

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
