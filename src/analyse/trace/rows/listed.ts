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
