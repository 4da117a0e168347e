import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, pageOfState, rawRows } from '../evidence-row.ts'

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
