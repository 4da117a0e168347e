/** Announcements of the page at hand that are rows and not texts: what they say of money is their events'. */
const ROWS = `select distinct a.id from staged s
    join announcement a on a.source = s.source and a.source_key = s.source_key
    where a.title is null`

/** Tallies what rows say of money; what texts say is tallied where they are read. */
export const ROW_AMOUNTS: readonly string[] = [
  `delete from amount_tally where announcement_id in (${ROWS})`,
  `insert into amount_tally
    (announcement_id, known_from, currency, n, amount_low, amount_high, superseded_from, recorded_at)
  select rows.id, seen.known_from, seen.currency, seen.n, seen.amount_low, seen.amount_high, seen.superseded_from, $now
  from (${ROWS}) rows cross join lateral row_amounts(rows.id) seen`,
]
