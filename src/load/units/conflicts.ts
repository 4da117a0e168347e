/**
 * Two sources of one instrument must tell the same: closes within a tenth of a per cent, turnover within two per cent.
 * The rows of the page are compared again, so that a correction takes its conflict away.
 */
export const CONFLICTS_OF_BARS = `
  with touched as (
    select distinct series.instrument, staged.trade_date
    from staged join series on series.source = staged.source and series.code = staged.code
    where series.instrument is not null
  ), told as (
    select t.instrument, t.trade_date, s.source, v.measure, v.value, v.tolerance
    from touched t
    join series s on s.instrument = t.instrument
    join bar b on b.series_id = s.id and b.trade_date = t.trade_date
    cross join lateral (values ('close', b.close, 0.001), ('amount', b.amount_cny, 0.02)) as v (measure, value, tolerance)
    where v.value is not null
  ), healed as (
    delete from conflict c using touched t
    where c.instrument = t.instrument and c.trade_date = t.trade_date and c.measure <> 'rate'
      and not exists (
        select from told a join told b on b.instrument = a.instrument and b.trade_date = a.trade_date and b.measure = a.measure
        where a.instrument = c.instrument and a.trade_date = c.trade_date and a.measure = c.measure
          and a.source = c.source_a and b.source = c.source_b
          and abs(a.value - b.value) > a.tolerance * greatest(a.value, b.value))
  )
  insert into conflict (instrument, trade_date, measure, source_a, source_b, value_a, value_b, found_at)
  select a.instrument, a.trade_date, a.measure, a.source, b.source, a.value, b.value, $now
  from told a
  join told b on b.instrument = a.instrument and b.trade_date = a.trade_date and b.measure = a.measure and b.source > a.source
  where abs(a.value - b.value) > a.tolerance * greatest(a.value, b.value)
  on conflict (instrument, trade_date, measure, source_a, source_b) do update
  set value_a = excluded.value_a, value_b = excluded.value_b, found_at = excluded.found_at
  where row(conflict.value_a, conflict.value_b) is distinct from row(excluded.value_a, excluded.value_b)`

/** CFETS and SAFE print the same fixing: it may differ by rounding only. */
export const CONFLICTS_OF_RATES = `
  with told as (
    select r.base, r.quote, r.rate_on, r.source, r.rate
    from (select distinct base, quote, rate_on from staged) t
    join fx_rate r on r.base = t.base and r.quote = t.quote and r.rate_on = t.rate_on
  ), differing as (
    select a.base || '/' || a.quote as instrument, a.rate_on, a.source as source_a, b.source as source_b,
      a.rate as value_a, b.rate as value_b
    from told a
    join told b on b.base = a.base and b.quote = a.quote and b.rate_on = a.rate_on and b.source > a.source
    where abs(a.rate - b.rate) > 0.001 * greatest(a.rate, b.rate)
  ), healed as (
    delete from conflict c using told t
    where c.measure = 'rate' and c.instrument = t.base || '/' || t.quote and c.trade_date = t.rate_on
      and not exists (
        select from differing d
        where d.instrument = c.instrument and d.rate_on = c.trade_date and d.source_a = c.source_a and d.source_b = c.source_b)
  )
  insert into conflict (instrument, trade_date, measure, source_a, source_b, value_a, value_b, found_at)
  select instrument, rate_on, 'rate', source_a, source_b, value_a, value_b, $now from differing
  on conflict (instrument, trade_date, measure, source_a, source_b) do update
  set value_a = excluded.value_a, value_b = excluded.value_b, found_at = excluded.found_at
  where row(conflict.value_a, conflict.value_b) is distinct from row(excluded.value_a, excluded.value_b)`
