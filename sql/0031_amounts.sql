-- Every amount ever seen is in a deal that counts or in the ledger with its reason. One side is what deals and the
-- ledger hold; the other, tallied while a text or row is loaded, is what was seen in it. The two must be equal.

create table amount_aside (
  announcement_id bigint not null references announcement,
  known_from timestamptz not null,
  span_start integer not null,
  span_end integer not null,
  use text not null check (use in (
    'valuation', 'part', 'price', 'total', 'retrospective', 'claim', 'said-again', 'unreadable', 'no-deal')),
  amount_text text not null,
  currency text,
  amount_low numeric,
  amount_high numeric,
  rule text not null,
  superseded_from timestamptz,
  recorded_at timestamptz not null,
  primary key (announcement_id, known_from, span_start),
  check ((use = 'unreadable') = (amount_low is null)),
  check ((amount_low is null) = (currency is null) and (amount_low is null) = (amount_high is null)),
  check (amount_low <= amount_high)
);
comment on table amount_aside is 'Amounts in texts that are no deal''s: the part of the ledger that events do not hold. The wording a text had before stays, with the day another took its place.';
comment on column amount_aside.announcement_id is 'The text.';
comment on column amount_aside.known_from is 'When the world could know this wording.';
comment on column amount_aside.span_start is 'Where the amount begins, headline and text set one after the other.';
comment on column amount_aside.span_end is 'Where it ends.';
comment on column amount_aside.use is 'valuation; part (one investor''s share of a round, or sales); price (of one share or thing); total (of several rounds or a period); retrospective (of a deal recalled); claim (of a whole field); said-again (the amount of an event of this text); unreadable (looks like money, no number could be read); no-deal: money of anything else.';
comment on column amount_aside.amount_text is 'As printed.';
comment on column amount_aside.currency is 'ISO 4217; null: unreadable.';
comment on column amount_aside.amount_low is 'Lower bound of the wording, whole units of the currency; null: unreadable, never zero.';
comment on column amount_aside.amount_high is 'Upper bound.';
comment on column amount_aside.rule is 'Rule that says what it is.';
comment on column amount_aside.superseded_from is 'When another wording took the place of this one; null: it stands.';
comment on column amount_aside.recorded_at is 'When it was stored.';

create table amount_tally (
  announcement_id bigint not null references announcement,
  known_from timestamptz not null,
  currency text not null,
  n integer not null,
  amount_low numeric,
  amount_high numeric,
  superseded_from timestamptz,
  recorded_at timestamptz not null
);
create index amount_tally_announcement on amount_tally (announcement_id);
comment on table amount_tally is 'What was seen, counted and summed before anything was made of it: the other side of the balance. No figure of its own: sums go across kinds.';
comment on column amount_tally.announcement_id is 'The text or row.';
comment on column amount_tally.known_from is 'When the world could know these amounts.';
comment on column amount_tally.currency is 'ISO 4217; XXX: unreadable.';
comment on column amount_tally.n is 'How many amounts.';
comment on column amount_tally.amount_low is 'Sum of the lower bounds; null: unreadable.';
comment on column amount_tally.amount_high is 'Sum of the upper bounds.';
comment on column amount_tally.superseded_from is 'When another wording took the place of this one; null: it stands.';
comment on column amount_tally.recorded_at is 'When it was stored.';

create table amount_unread (
  announcement_id bigint primary key references announcement
);
comment on table amount_unread is 'Texts stored before the ledger was kept: nobody has looked for their amounts yet. A replay does.';
comment on column amount_unread.announcement_id is 'The text.';
insert into amount_unread select id from announcement where title is not null;

create function row_amounts(announcement bigint)
  returns table (known_from timestamptz, currency text, n integer, amount_low numeric, amount_high numeric,
    superseded_from timestamptz)
  language sql stable as $$
    with state as (
      select id, known_from, currency, amount_low, amount_high, 'infinity'::timestamptz as left_at
      from event where announcement_id = row_amounts.announcement
      union all
      select id, known_from, currency, amount_low, amount_high, superseded_at
      from event_history where announcement_id = row_amounts.announcement
    ), standing as (
      select distinct on (id, known_from) * from state order by id, known_from, left_at desc
    ), lasting as (
      select *, lead(known_from) over (partition by id order by known_from) as until from standing
    )
    select known_from, currency, count(*)::integer, sum(amount_low), sum(amount_high), until
    from lasting where amount_low is not null
    group by known_from, currency, until
  $$;
comment on function row_amounts(bigint) is 'What an announcement without a text, a row of a file or form, says of money, as amount_tally holds it.';
insert into amount_tally (announcement_id, known_from, currency, n, amount_low, amount_high, superseded_from, recorded_at)
  select a.id, s.known_from, s.currency, s.n, s.amount_low, s.amount_high, s.superseded_from, a.recorded_at
  from announcement a cross join lateral row_amounts(a.id) s
  where a.title is null;

create function amount_entry_as_of(instant timestamptz)
  returns table (
    announcement_id bigint, event_id bigint, deal_id bigint, kind text, status text, reason text, amount_text text,
    currency text, amount_low numeric, amount_high numeric
  )
  language sql stable as $$
    with deal as materialized (
      select * from deal_as_of(instant)
    ), told as (
      select e.id, e.announcement_id, e.amount_text, e.currency, e.amount_low, e.amount_high, e.covers, e.announced_from,
        own.kind, own.status, case when own.status = 'duplicate' then same.founding_event_id else e.id end as founding
      from event_as_of(instant) e
      join deal own on own.founding_event_id = e.id
      left join same_deal same on same.event_id = e.id
      where e.amount_low is not null
    ), placed as (
      select *, row_number() over (partition by founding order by covers is not null, announced_from, id) as place from told
    )
    select p.announcement_id, p.id, d.id, coalesce(d.kind, p.kind),
      case when p.place = 1 and d.id is not null then d.status else 'duplicate' end,
      case when p.place = 1 and d.id is not null then exclusion_of(d.kind, d.status, d.country) else 'duplicate' end,
      p.amount_text, p.currency, p.amount_low, p.amount_high
    from placed p left join deal d on d.founding_event_id = p.founding
    union all
    select announcement_id, null, null, null, null, use, amount_text, currency, amount_low, amount_high
    from amount_aside
    where known_from <= instant and (superseded_from is null or superseded_from > instant)
  $$;
comment on function amount_entry_as_of(timestamptz) is 'Every amount as known at an instant, once, with its reason; null: it is in a deal that counts. Of the tellings of a deal the first with the amount of this round, else with a total, bears it; the others are duplicates.';

create view amount_entry as select * from amount_entry_as_of('infinity');
comment on view amount_entry is 'The ledger of amounts as it stands: every amount ever seen, once, with where it went.';
comment on column amount_entry.announcement_id is 'Text or row it was seen in.';
comment on column amount_entry.event_id is 'Event it is the amount of; null: of none.';
comment on column amount_entry.deal_id is 'Deal that event belongs to.';
comment on column amount_entry.kind is 'Kind of that deal.';
comment on column amount_entry.status is 'closed, planned, rumour, withdrawn, or duplicate: another telling bears the amount of the deal.';
comment on column amount_entry.reason is 'Why it is not counted: as exclusion_of says of a deal, or the use of an amount that is no deal''s. Null: it is in a deal that counts.';
comment on column amount_entry.amount_text is 'As printed.';
comment on column amount_entry.currency is 'ISO 4217; null: unreadable.';
comment on column amount_entry.amount_low is 'Lower bound as told here; a deal''s own bounds are what all its tellings agree on, and of a total what other rounds leave.';
comment on column amount_entry.amount_high is 'Upper bound.';

create view amount_total as
  select reason, kind, status, currency, count(*) as n, sum(amount_low) as amount_low, sum(amount_high) as amount_high
  from amount_entry
  group by reason, kind, status, currency;
comment on view amount_total is 'The ledger of amounts in sums, apart by reason, kind, status and currency: never to be added across any of these.';
comment on column amount_total.reason is 'As in amount_entry.';
comment on column amount_total.kind is 'As in amount_entry.';
comment on column amount_total.status is 'As in amount_entry.';
comment on column amount_total.currency is 'As in amount_entry.';
comment on column amount_total.n is 'How many amounts.';
comment on column amount_total.amount_low is 'Sum of the lower bounds.';
comment on column amount_total.amount_high is 'Sum of the upper bounds.';

create function amount_side_as_of(instant timestamptz)
  returns table (
    announcement_id bigint, currency text, seen integer, counted integer, in_ledger integer, n_off integer,
    low_off numeric, high_off numeric
  )
  language sql stable as $$
    select announcement_id, currency, n, 0, 0, n, amount_low, amount_high
    from amount_tally
    where known_from <= instant and (superseded_from is null or superseded_from > instant)
    union all
    select announcement_id, coalesce(currency, 'XXX'), 0, (reason is null)::integer, (reason is not null)::integer, -1,
      -amount_low, -amount_high
    from amount_entry_as_of(instant) e
    where not exists (select from amount_unread u where u.announcement_id = e.announcement_id)
  $$;
comment on function amount_side_as_of(timestamptz) is 'Both sides of the ledger of amounts as known at an instant: what was seen is positive in the last three columns, what deals and ledger hold negative; any sum of them must be 0. Texts nobody has looked through yet are on neither.';

create view amount_balance as
  select p.run_id, date_trunc('month', a.published_on)::date as month, s.currency, sum(s.seen) as seen,
    sum(s.counted) as counted, sum(s.in_ledger) as in_ledger, sum(s.n_off) as n_off,
    coalesce(sum(s.low_off), 0) as low_off, coalesce(sum(s.high_off), 0) as high_off
  from amount_side_as_of('infinity') s
  join announcement a on a.id = s.announcement_id
  left join page p on p.id = a.page_id
  group by p.run_id, date_trunc('month', a.published_on), s.currency;
comment on view amount_balance is 'What was seen against what deals that count and the ledger hold; the last three columns must be 0.';
comment on column amount_balance.run_id is 'Run that fetched or imported the announcements.';
comment on column amount_balance.month is 'Month they were published in.';
comment on column amount_balance.currency is 'ISO 4217; XXX: unreadable.';
comment on column amount_balance.seen is 'Amounts seen, as tallied while loading.';
comment on column amount_balance.counted is 'Those in deals that count.';
comment on column amount_balance.in_ledger is 'Those in the ledger.';
comment on column amount_balance.n_off is 'seen less the two others.';
comment on column amount_balance.low_off is 'The same of the sums of lower bounds, units of the currency.';
comment on column amount_balance.high_off is 'The same of the sums of upper bounds.';

create view deal_without_entry as
  select d.id as deal_id, count(e.event_id) filter (where e.reason is null) as bearers, d.amount_low, d.amount_high,
    min(e.amount_low) as told_low, max(e.amount_high) as told_high
  from deal d
  left join amount_entry e on e.deal_id = d.id and e.currency = d.currency
  left join event told on told.id = e.event_id
  where exclusion_of(d.kind, d.status, d.country) is null and d.amount_low is not null
  group by d.id, d.amount_low, d.amount_high
  having count(e.event_id) filter (where e.reason is null) <> 1
    or d.amount_high > max(e.amount_high)
    -- What recorded rounds leave of a total may be less than any telling says.
    or d.amount_low < min(e.amount_low) and bool_and(told.covers is null);
comment on view deal_without_entry is 'Deals that count with an amount nobody told of: this view must be empty.';
comment on column deal_without_entry.deal_id is 'The deal.';
comment on column deal_without_entry.bearers is 'Amounts that are in it; must be 1.';
comment on column deal_without_entry.amount_low is 'Lower bound of the deal.';
comment on column deal_without_entry.amount_high is 'Upper bound of the deal.';
comment on column deal_without_entry.told_low is 'Lowest bound any telling gives.';
comment on column deal_without_entry.told_high is 'Highest bound any telling gives.';

create view natural_rows.amount_aside as
  select a.source, a.source_key, t.known_from, t.span_start, t.span_end, t.use, t.amount_text, t.currency, t.amount_low,
    t.amount_high, t.rule, t.superseded_from
  from public.amount_aside t join public.announcement a on a.id = t.announcement_id;
create view natural_rows.amount_tally as
  select a.source, a.source_key, t.known_from, t.currency, t.n, t.amount_low, t.amount_high, t.superseded_from
  from public.amount_tally t join public.announcement a on a.id = t.announcement_id;

-- Comments of a view's columns are those of the table it shows.
do $$
declare item record;
begin
  for item in
    select v.relname as view_name, a.attname as column_name, coalesce(d.description, 'As in the table of announcements.') as text
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'natural_rows'
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    left join pg_class t on t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    left join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    left join pg_description d on d.objoid = t.oid and d.objsubid = ta.attnum
    where v.relname in ('amount_aside', 'amount_tally')
  loop
    execute format('comment on column natural_rows.%I.%I is %L', item.view_name, item.column_name, item.text);
    execute format('comment on view natural_rows.%I is %L', item.view_name,
      format('Rows of %s on their natural key.', item.view_name));
  end loop;
end $$;
