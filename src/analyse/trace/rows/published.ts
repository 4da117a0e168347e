import type { ClaimLine } from '../../../model/claim-finding.ts'
import type { PolicyLine, UnicornLine } from '../../../model/findings.ts'
import type { PublishedTotal } from '../../../model/published-finding.ts'
import type { EvidencePlace, EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** The published totals that stand among the figures around it. */
export const totalsUnder: EvidenceSource = (place) =>
  evidenceRows(
    place.db,
    'published_total',
    rawRows`
    select jsonb_build_object('publisher', p.publisher, 'period', p.period, 'region', p.region, 'track', p.track,
        'metric', p.metric, 'url', p.url) as key,
      jsonb_build_object('low', p.low::text, 'high', p.high::text, 'unit', p.unit) as says,
      jsonb_build_array(p.url) as urls, p.page_id
    from published_total_as_of(day_end(${place.question.asOf}::date)) p
    where (p.publisher, p.period, p.region, p.track, p.metric, p.url) in (
      select publisher, period, region, track, metric, url
      from jsonb_to_recordset(${JSON.stringify(totalsAround(place))}::jsonb)
        as wanted (publisher text, period text, region text, track text, metric text, url text))
      or (${place.parts[1] ?? ''} like 'direction%' and p.metric like '%change%' and p.period_from = ${place.question.period.from}::date
        and p.period_to = ${place.question.period.to}::date)
    order by p.publisher, p.period, p.region, p.track, p.metric
  `,
  )

/** Totals of the track or the line itself, and those of the whole market a share is taken of. */
function totalsAround({ findings, track, parts }: EvidencePlace): readonly PublishedTotal[] {
  const { capture, tracks, claims } = findings
  const own = track === undefined ? [] : [tracks.find(({ id }) => id === track)?.published]
  const line = parts[0] === 'claims' ? [claims[Number(parts[1])] ?? claims] : []
  const market = parts[0] === 'claims' ? [] : [capture]
  return [...new Set([...own, ...line, ...market].flatMap(totalsIn))]
}

function totalsIn(value: unknown): readonly PublishedTotal[] {
  if (typeof value !== 'object' || value === null) return []
  if ('publisher' in value && 'metric' in value) return [value as PublishedTotal]
  return Object.values(value).flatMap(totalsIn)
}

/** The line of a list a path names, or all of them. */
function named<T>(lines: readonly T[], { parts: [, index] }: EvidencePlace): readonly T[] {
  const line = lines[Number(index)]
  return line === undefined ? lines : [line]
}

export const claims: EvidenceSource = (place) => {
  const lines: readonly ClaimLine[] =
    place.parts[0] === 'claims' ? named(place.findings.claims, place) : place.findings.claims
  const wanted = lines.map(({ outlet, claimedOn, claim }) => ({ outlet, day: claimedOn, claim }))
  return evidenceRows(
    place.db,
    'claim',
    rawRows`
    select jsonb_build_object('outlet', c.outlet, 'claimed_on', c.claimed_on, 'claim', c.claim) as key,
      jsonb_build_object('track', c.track, 'amount_low', c.amount_low::text, 'amount_high', c.amount_high::text,
        'currency', c.currency) as says,
      jsonb_build_array(c.url) as urls, c.page_id
    from claim_as_of(day_end(${place.question.asOf}::date)) c
    where (c.outlet, c.claimed_on, c.claim) in (
      select outlet, day, claim from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (outlet text, day date, claim text))
    order by c.claimed_on, c.outlet, c.claim
  `,
  )
}

export const forecasts: EvidenceSource = (place) => {
  const lines = place.parts[0] === 'forecasts' ? named(place.findings.forecasts, place) : []
  const wanted = lines.map(({ outlet, madeOn, statement }) => ({ outlet, day: madeOn, statement }))
  return evidenceRows(
    place.db,
    'forecast',
    rawRows`
    select jsonb_build_object('outlet', f.outlet, 'made_on', f.made_on, 'statement', f.statement, 'track', f.track) as key,
      jsonb_build_object('due_on', f.due_on::text, 'measure', f.measure, 'predicts', f.predicts) as says,
      jsonb_build_array(f.url) as urls, f.page_id
    from forecast_as_of(day_end(${place.question.asOf}::date)) f
    where ${wanted.length === 0} or (f.outlet, f.made_on, f.statement) in (
      select outlet, day, statement from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (outlet text, day date, statement text))
    order by f.due_on, f.made_on, f.outlet
  `,
  )
}

export const unicorns: EvidenceSource = (place) => {
  const lines: readonly UnicornLine[] =
    place.parts[0] === 'unicorns'
      ? named(place.findings.unicorns, place)
      : place.findings.unicorns.filter(({ track }) => [undefined, track].includes(place.track))
  const wanted = lines.map(({ company, bornOn }) => ({ company, day: bornOn }))
  return evidenceRows(
    place.db,
    'unicorn',
    rawRows`
    select jsonb_build_object('company', u.company, 'born_on', u.born_on) as key,
      jsonb_build_object('track', u.track, 'valuation_text', u.valuation_text, 'ended_on', u.ended_on::text,
        'end_reason', u.end_reason) as says,
      u.urls, u.page_id
    from unicorn_as_of(day_end(${place.question.asOf}::date)) u
    where (u.company, u.born_on) in (
      select company, day from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (company text, day date))
    order by u.born_on, u.company
  `,
  )
}

export const policies: EvidenceSource = (place) => {
  const lines: readonly PolicyLine[] =
    place.parts[0] === 'policies'
      ? named(place.findings.policies, place)
      : place.findings.policies.filter(({ track }) => [undefined, track].includes(place.track))
  const wanted = lines.map(({ on, event }) => ({ day: on, event }))
  return evidenceRows(
    place.db,
    'policy',
    rawRows`
    select jsonb_build_object('event_on', p.event_on, 'event', p.event) as key,
      jsonb_build_object('kind', p.kind, 'track', p.track, 'issuer', p.issuer) as says,
      jsonb_build_array(p.url) as urls, p.page_id
    from policy_as_of(day_end(${place.question.asOf}::date)) p
    where (p.event_on, p.event) in (
      select day, event from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (day date, event text))
    order by p.event_on, p.event
  `,
  )
}
