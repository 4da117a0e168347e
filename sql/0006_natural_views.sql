-- What a table says, free of identities and of when it was told: two databases that took the same files in any
-- order hold the same rows here. Table checksums are taken over these views.

create schema natural_rows;
comment on schema natural_rows is 'Facts on their natural keys, for checksums and comparison.';

create view natural_rows.session as select exchange, session_on, known_from, assumed from public.session;
create view natural_rows.fx_rate as
  select base, quote, rate_on, source, rate, known_from, assumed from public.fx_rate;
create view natural_rows.series as
  select source, code, kind, name_zh, name_en, construct, membership, membership_known_from, cap_observed_on, url,
    note, described
  from public.series;
create view natural_rows.bar as
  select s.source, s.code, b.trade_date, b.open, b.high, b.low, b.close, b.close_equal_weighted, b.volume,
    b.amount_cny, b.market_cap_cny, b.members, b.adj_factor, b.pe, b.known_from, b.assumed
  from public.bar b join public.series s on s.id = b.series_id;
create view natural_rows.event as
  select a.source, a.source_key, e.kind, e.span_start, c.name as company, e.company_en, e.country, e.status, e.track,
    e.round, e.round_text, e.announced_on, e.precision, e.announced_from, e.announced_until, e.amount_text,
    e.currency, e.amount_low, e.amount_high, e.valuation_text, e.investors, e.urls, e.confidence, e.note,
    e.known_from, e.assumed
  from public.event e
  join public.announcement a on a.id = e.announcement_id
  left join public.company c on c.id = e.company_id;
create view natural_rows.company as select name, name_en, country from public.company;
create view natural_rows.deal as
  select a.source, a.source_key, e.kind as event_kind, e.span_start, c.name as company, d.country, d.track, d.kind,
    d.status, d.round, d.announced_on, d.announced_from, d.announced_until, d.currency, d.amount_low, d.amount_high,
    d.fx_source, d.fx_on, d.cny_per_base, d.currency_per_base, d.yuan_low, d.yuan_high, d.known_from, d.assumed
  from public.deal d
  join public.event e on e.id = d.founding_event_id
  join public.announcement a on a.id = e.announcement_id
  left join public.company c on c.id = d.company_id;
create view natural_rows.deal_event as
  select a.source, a.source_key, e.kind, e.span_start, f.source_key as founding_key
  from public.deal_event link
  join public.event e on e.id = link.event_id
  join public.announcement a on a.id = e.announcement_id
  join public.deal d on d.id = link.deal_id
  join public.event fe on fe.id = d.founding_event_id
  join public.announcement f on f.id = fe.announcement_id;
create view natural_rows.investor as
  select name, aliases, kind, basis, url, known_from, assumed from public.investor;
create view natural_rows.claim as
  select claimed_on, outlet, claim, track, scope, period_from, period_to, amount_low, amount_high, currency, url,
    note, known_from, assumed
  from public.claim;
create view natural_rows.published_total as
  select publisher, period, period_from, period_to, region, track, metric, low, high, unit, url, note, known_from,
    assumed
  from public.published_total;
create view natural_rows.policy as
  select event_on, precision, event, kind, track, effective_on, issuer, url, note, known_from, assumed
  from public.policy;
create view natural_rows.unicorn as
  select company, company_en, track, born_on, precision, valuation_text, currency, valuation_low, valuation_high,
    ended_on, end_reason, urls, confidence, note, known_from, assumed
  from public.unicorn;

-- Comments of a view's columns are those of the table it shows.
do $$
declare item record;
begin
  for item in
    select v.relname as view_name, a.attname as column_name, coalesce(d.description, 'As in the table of that name.') as text
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'natural_rows'
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    left join pg_class t on t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    left join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    left join pg_description d on d.objoid = t.oid and d.objsubid = ta.attnum
  loop
    execute format('comment on column natural_rows.%I.%I is %L', item.view_name, item.column_name, item.text);
    execute format('comment on view natural_rows.%I is %L', item.view_name,
      format('Rows of %s on their natural key.', item.view_name));
  end loop;
end $$;
