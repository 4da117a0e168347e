/**
 * Two sources of one instrument must tell the same: closes within a tenth of a per cent, turnover within two per cent.
 * The bars of the page are compared again, so that a correction takes its conflict away.
 */
export const CONFLICTS_OF_BARS = settle(
  `with shared as materialized (
      select source, code, instrument from series one where exists (
        select from series other where other.instrument = one.instrument and other.source <> one.source)
    )
    select distinct shared.instrument, staged.trade_date as day
    from shared join staged on staged.source = shared.source and staged.code = shared.code`,
  `select t.instrument, t.day, v.measure, sa.source as source_a, sb.source as source_b, v.value_a, v.value_b
    from touched t
    join series sa on sa.instrument = t.instrument
    join series sb on sb.instrument = t.instrument and sb.source > sa.source
    join bar a on a.series_id = sa.id and a.trade_date = t.day
    join bar b on b.series_id = sb.id and b.trade_date = t.day
    cross join lateral (values ('close', a.close, b.close, 0.001), ('amount', a.amount_cny, b.amount_cny, 0.02))
      as v (measure, value_a, value_b, tolerance)
    where abs(v.value_a - v.value_b) > v.tolerance * greatest(v.value_a, v.value_b)`,
)

/** CFETS and SAFE print the same fixing, and the ECB the same market: they may differ by rounding only. */
export const CONFLICTS_OF_RATES = settle(
  `select distinct base || '/' || quote as instrument, rate_on as day, base, quote from staged`,
  `select t.instrument, t.day, 'rate' as measure, a.source as source_a, b.source as source_b, a.rate as value_a,
      b.rate as value_b
    from touched t
    join fx_rate a on a.base = t.base and a.quote = t.quote and a.rate_on = t.day
    join fx_rate b on b.base = t.base and b.quote = t.quote and b.rate_on = t.day and b.source > a.source
    where abs(a.rate - b.rate) > 0.001 * greatest(a.rate, b.rate)`,
)

function settle(touched: string, differing: string): string {
  return `
  with touched as materialized (${touched}), differing as materialized (${differing}), healed as (
    delete from conflict c using touched t
    where c.instrument = t.instrument and c.trade_date = t.day and not exists (
      select from differing d
      where d.instrument = c.instrument and d.day = c.trade_date and d.measure = c.measure
        and d.source_a = c.source_a and d.source_b = c.source_b)
  )
  insert into conflict (instrument, trade_date, measure, source_a, source_b, value_a, value_b, found_at)
  select instrument, day, measure, source_a, source_b, value_a, value_b, $now from differing
  on conflict (instrument, trade_date, measure, source_a, source_b) do update
  set value_a = excluded.value_a, value_b = excluded.value_b, found_at = excluded.found_at
  where row(conflict.value_a, conflict.value_b) is distinct from row(excluded.value_a, excluded.value_b)`
}
