-- The primary market: what was announced, what happened, who said what about it.

create function cny_rate(currency text, day date)
  returns table (source text, rate_on date, cny_per_base numeric, currency_per_base numeric)
  language sql stable as $$
    select cny.source, cny.rate_on, cny.rate, case when cny.base = cny_rate.currency then 1 else other.rate end
    from fx_rate cny
    left join fx_rate other
      on other.base = cny.base and other.quote = cny_rate.currency and other.rate_on = cny.rate_on
        and other.source = cny.source
    where cny.quote = 'CNY' and cny.rate_on <= cny_rate.day and cny.rate_on > cny_rate.day - 31
      and (cny.base = cny_rate.currency or other.rate is not null)
    order by cny.rate_on desc, (cny.base = cny_rate.currency) desc, cny.source
    limit 1
  $$;
comment on function cny_rate(text, date) is 'The two legs of a yuan rate on a day, or the last published in the 31 days before it, both from one source and one day; no row: none.';

create function round_half_even(amount numeric, digits integer) returns numeric
  language sql immutable parallel safe
  return case
    when abs(amount * 10::numeric ^ digits - trunc(amount * 10::numeric ^ digits)) = 0.5
      then round(round(amount * 10::numeric ^ digits / 2) * 2 / 10::numeric ^ digits, digits)
    else round(amount, digits)
  end;
comment on function round_half_even(numeric, integer) is 'Rounds a tie to the even neighbour; numeric round() takes it away from zero.';

create function in_yuan(amount numeric, currency text, day date) returns numeric
  language sql stable as $$
    select case when in_yuan.currency = 'CNY' then round_half_even(in_yuan.amount, 2) else (
      select round_half_even(in_yuan.amount * r.cny_per_base / r.currency_per_base, 2)
      from cny_rate(in_yuan.currency, in_yuan.day) r) end
  $$;
comment on function in_yuan(numeric, text, date) is 'An amount in yuan at the rate of a day, rounded once, half to even, to the fen; null without a rate.';

create table announcement (
  id bigint generated always as identity primary key,
  source text not null,
  source_key text not null,
  url text,
  title text,
  body text,
  published_on date not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (source, source_key)
);
comment on table announcement is 'A text somebody published, or one curated row that cites such texts.';
comment on column announcement.id is 'Identity.';
comment on column announcement.source is 'Source id, or curated.';
comment on column announcement.source_key is 'The source''s own id or canonical address; the natural key of a curated row.';
comment on column announcement.url is 'Where it stands.';
comment on column announcement.title is 'Headline; null for a curated row.';
comment on column announcement.body is 'Text; null where only the headline is had, and for a curated row.';
comment on column announcement.published_on is 'Day it was published.';
comment on column announcement.recorded_at is 'When it was stored.';
comment on column announcement.page_id is 'Page or file it came from.';

create table company (
  id bigint generated always as identity primary key,
  name text not null unique,
  name_en text,
  country text,
  merged_into bigint references company
);
comment on table company is 'Companies that were named. An id never changes; a merge leaves a redirect.';
comment on column company.id is 'Identity.';
comment on column company.name is 'As first written.';
comment on column company.name_en is 'English name where one was given.';
comment on column company.country is 'ISO 3166 where it is based; null where no row said so: rows of the curated files are then read as CN.';
comment on column company.merged_into is 'The company this one turned out to be.';

create table event (
  id bigint generated always as identity primary key,
  announcement_id bigint not null references announcement,
  kind text not null,
  span_start integer not null,
  company_id bigint references company,
  company_en text,
  country text,
  status text not null,
  track text not null,
  round text not null,
  round_text text,
  announced_on date not null,
  precision text not null check (precision in ('day', 'week', 'month', 'quarter', 'year')),
  announced_from date not null,
  announced_until date not null,
  amount_text text,
  currency text,
  amount_low numeric,
  amount_high numeric,
  valuation_text text,
  investors jsonb not null,
  urls jsonb not null,
  confidence text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (announcement_id, kind, span_start),
  check (announced_from <= announced_until),
  check (amount_low is null or amount_high is null or amount_low <= amount_high)
);
comment on table event is 'What an announcement says happened.';
comment on column event.id is 'Identity.';
comment on column event.announcement_id is 'The text that says so.';
comment on column event.kind is 'equity, internal, acquisition, listing, placement, debt, grant, fund or other.';
comment on column event.span_start is 'Start of the evidence in the text; 0 for a curated row.';
comment on column event.company_id is 'The company that gets the money; null where none was named.';
comment on column event.company_en is 'Its English name as given here.';
comment on column event.country is 'Where it is based, if stated.';
comment on column event.status is 'closed, planned or rumour.';
comment on column event.track is 'Track as the row or the rules name it.';
comment on column event.round is 'Code of the round, or undisclosed.';
comment on column event.round_text is 'Round as printed.';
comment on column event.announced_on is 'Day as printed, in Asia/Shanghai.';
comment on column event.precision is 'How exact that day is.';
comment on column event.announced_from is 'Earliest day the precision allows.';
comment on column event.announced_until is 'Latest day the precision allows.';
comment on column event.amount_text is 'Amount as printed; null: undisclosed.';
comment on column event.currency is 'ISO 4217.';
comment on column event.amount_low is 'Lower bound of the wording, whole units of the currency.';
comment on column event.amount_high is 'Upper bound.';
comment on column event.valuation_text is 'Valuation as printed.';
comment on column event.investors is 'List of {name, lead}.';
comment on column event.urls is 'Pages that say so, the first one first.';
comment on column event.confidence is 'high: two independent sources.';
comment on column event.note is 'What the compiler remarked.';
comment on column event.known_from is 'When the world could know it.';
comment on column event.assumed is 'known_from was taken from the announcement''s own day.';
comment on column event.recorded_at is 'When this state was stored.';
comment on column event.page_id is 'Page or file this state came from.';

create table event_history (like event including comments, superseded_at timestamptz not null);
create index event_history_key on event_history (announcement_id, kind, span_start);
comment on table event_history is 'Superseded states of event.';
comment on column event_history.superseded_at is 'When a newer state took its place.';

create table deal (
  id bigint generated always as identity primary key,
  founding_event_id bigint not null unique references event,
  company_id bigint references company,
  country text not null,
  track text not null,
  kind text not null,
  status text not null,
  round text not null,
  announced_on date not null,
  announced_from date not null,
  announced_until date not null,
  currency text,
  amount_low numeric,
  amount_high numeric,
  fx_source text,
  fx_on date,
  cny_per_base numeric,
  currency_per_base numeric,
  yuan_low numeric(24, 2),
  yuan_high numeric(24, 2),
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page
);
create index deal_announced on deal (announced_on);
comment on table deal is 'One real-world event after its announcements were merged.';
comment on column deal.id is 'Identity; never changes.';
comment on column deal.founding_event_id is 'The event that first told of it.';
comment on column deal.company_id is 'The company that gets the money.';
comment on column deal.country is 'Where it is based, ISO 3166.';
comment on column deal.track is 'Track id of the configuration; other where none fits.';
comment on column deal.kind is 'As event.kind; only equity can be inflow.';
comment on column deal.status is 'closed, planned or rumour; only closed can be inflow.';
comment on column deal.round is 'Code of the round, or undisclosed.';
comment on column deal.announced_on is 'Day as printed.';
comment on column deal.announced_from is 'Earliest day the evidence allows.';
comment on column deal.announced_until is 'Latest day the evidence allows.';
comment on column deal.currency is 'Currency it was made in; null: undisclosed.';
comment on column deal.amount_low is 'Lower bound in that currency.';
comment on column deal.amount_high is 'Upper bound.';
comment on column deal.fx_source is 'Who published the rate used.';
comment on column deal.fx_on is 'Day of the rate: the announcement day or the last before it.';
comment on column deal.cny_per_base is 'Yuan for one unit of the rate''s base currency.';
comment on column deal.currency_per_base is 'Units of the deal''s currency for the same.';
comment on column deal.yuan_low is 'amount_low × cny_per_base ÷ currency_per_base, rounded once, half to even, to the fen. Null: undisclosed, or no rate.';
comment on column deal.yuan_high is 'The same of amount_high.';
comment on column deal.known_from is 'When the world could know this state.';
comment on column deal.assumed is 'known_from rests on an assumed one.';
comment on column deal.recorded_at is 'When this state was stored.';
comment on column deal.page_id is 'Page or file this state came from.';

create table deal_history (like deal including comments, superseded_at timestamptz not null);
create index deal_history_key on deal_history (founding_event_id);
comment on table deal_history is 'Superseded states of deal.';
comment on column deal_history.superseded_at is 'When a newer state took its place.';

create table deal_event (
  deal_id bigint not null references deal,
  event_id bigint not null unique references event,
  primary key (deal_id, event_id)
);
comment on table deal_event is 'The evidence of a deal: every event merged into it.';
comment on column deal_event.deal_id is 'The deal.';
comment on column deal_event.event_id is 'One event that tells of it.';

create table investor (
  name text primary key,
  aliases jsonb not null,
  kind text not null,
  basis text,
  url text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page
);
comment on table investor is 'Investors and what kind of money they bring.';
comment on column investor.name is 'Name as mostly written.';
comment on column investor.aliases is 'Other names, a list.';
comment on column investor.kind is 'usd-fund, rmb-market, rmb-state, cvc-internet, cvc-industrial, foreign, angel or unknown.';
comment on column investor.basis is 'Why this kind.';
comment on column investor.url is 'Page that says so.';
comment on column investor.known_from is 'When the world could know it.';
comment on column investor.assumed is 'known_from was not stated.';
comment on column investor.recorded_at is 'When this state was stored.';
comment on column investor.page_id is 'Page or file this state came from.';

create table investor_history (like investor including comments, superseded_at timestamptz not null);
comment on table investor_history is 'Superseded states of investor.';
comment on column investor_history.superseded_at is 'When a newer state took its place.';

create table claim (
  id bigint generated always as identity primary key,
  claimed_on date not null,
  outlet text not null,
  claim text not null,
  track text not null,
  scope text not null,
  period_from date not null,
  period_to date not null,
  amount_low numeric,
  amount_high numeric,
  currency text,
  url text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (outlet, claimed_on, claim)
);
comment on table claim is 'Public statements about money.';
comment on column claim.id is 'Identity.';
comment on column claim.claimed_on is 'Day it was made.';
comment on column claim.outlet is 'Who made or carried it.';
comment on column claim.claim is 'What it says, shortened.';
comment on column claim.track is 'Field of business it speaks of.';
comment on column claim.scope is 'Country, instrument and width as stated.';
comment on column claim.period_from is 'First day it speaks of.';
comment on column claim.period_to is 'Last day.';
comment on column claim.amount_low is 'Lower bound of its wording; null: no number.';
comment on column claim.amount_high is 'Upper bound.';
comment on column claim.currency is 'ISO 4217, or percent for a share.';
comment on column claim.url is 'Where it stands.';
comment on column claim.note is 'What the compiler remarked.';
comment on column claim.known_from is 'When the world could know it.';
comment on column claim.assumed is 'known_from was taken from the claim''s own day.';
comment on column claim.recorded_at is 'When this state was stored.';
comment on column claim.page_id is 'Page or file this state came from.';

create table claim_history (like claim including comments, superseded_at timestamptz not null);
comment on table claim_history is 'Superseded states of claim.';
comment on column claim_history.superseded_at is 'When a newer state took its place.';

create table published_total (
  id bigint generated always as identity primary key,
  period text not null,
  period_from date,
  period_to date,
  region text not null,
  track text not null,
  metric text not null,
  low numeric not null,
  high numeric,
  unit text not null,
  publisher text not null,
  url text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (publisher, period, region, track, metric, url)
);
comment on table published_total is 'Totals others published: denominators and ceilings, never subtracted or chained.';
comment on column published_total.id is 'Identity.';
comment on column published_total.period is 'Period as printed.';
comment on column published_total.period_from is 'Its first day; null where the text is no period.';
comment on column published_total.period_to is 'Its last day.';
comment on column published_total.region is 'Geography as stated.';
comment on column published_total.track is 'Field of business as stated.';
comment on column published_total.metric is 'What was totalled: amount, deal_count, amount_change_yoy, …';
comment on column published_total.low is 'Value, or the lower bound of its wording, in whole units.';
comment on column published_total.high is 'Upper bound; null: at least low.';
comment on column published_total.unit is 'ISO 4217, or what is counted.';
comment on column published_total.publisher is 'Who published it.';
comment on column published_total.url is 'Where it stands.';
comment on column published_total.note is 'Scope, vintage and remarks.';
comment on column published_total.known_from is 'When the world could know it.';
comment on column published_total.assumed is 'known_from was taken as 31 days after the period.';
comment on column published_total.recorded_at is 'When this state was stored.';
comment on column published_total.page_id is 'Page or file this state came from.';

create table published_total_history (like published_total including comments, superseded_at timestamptz not null);
comment on table published_total_history is 'Superseded states of published_total.';
comment on column published_total_history.superseded_at is 'When a newer state took its place.';

create table policy (
  id bigint generated always as identity primary key,
  event_on date not null,
  precision text not null,
  event text not null,
  kind text not null,
  track text not null,
  effective_on date,
  issuer text,
  url text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (event_on, event)
);
comment on table policy is 'Dated policy and industry events, marked on the time axis.';
comment on column policy.id is 'Identity.';
comment on column policy.event_on is 'Day it happened.';
comment on column policy.precision is 'How exact that day is.';
comment on column policy.event is 'What happened.';
comment on column policy.kind is 'policy or industry.';
comment on column policy.track is 'Track it bears on.';
comment on column policy.effective_on is 'Day it takes effect.';
comment on column policy.issuer is 'Who issued or did it.';
comment on column policy.url is 'Where it stands.';
comment on column policy.note is 'What the compiler remarked.';
comment on column policy.known_from is 'When the world could know it.';
comment on column policy.assumed is 'known_from was taken from the event''s own day.';
comment on column policy.recorded_at is 'When this state was stored.';
comment on column policy.page_id is 'Page or file this state came from.';

create table policy_history (like policy including comments, superseded_at timestamptz not null);
comment on table policy_history is 'Superseded states of policy.';
comment on column policy_history.superseded_at is 'When a newer state took its place.';

create table unicorn (
  id bigint generated always as identity primary key,
  company text not null,
  company_en text,
  track text not null,
  born_on date not null,
  precision text not null,
  valuation_text text,
  currency text,
  valuation_low numeric,
  valuation_high numeric,
  ended_on date,
  end_reason text,
  urls jsonb not null,
  confidence text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (company, born_on)
);
comment on table unicorn is 'Private companies valued at US$1 bn or more, with start, end and evidence.';
comment on column unicorn.id is 'Identity.';
comment on column unicorn.company is 'Company.';
comment on column unicorn.company_en is 'English name.';
comment on column unicorn.track is 'Track.';
comment on column unicorn.born_on is 'Day the valuation was reported.';
comment on column unicorn.precision is 'How exact that day is.';
comment on column unicorn.valuation_text is 'Valuation as printed.';
comment on column unicorn.currency is 'ISO 4217.';
comment on column unicorn.valuation_low is 'Lower bound of the wording.';
comment on column unicorn.valuation_high is 'Upper bound; null: none.';
comment on column unicorn.ended_on is 'Day it ended as a private unicorn; null while it lives.';
comment on column unicorn.end_reason is 'Why: bought, listed, valued down.';
comment on column unicorn.urls is 'Pages that say so.';
comment on column unicorn.confidence is 'high: two independent sources.';
comment on column unicorn.note is 'What the compiler remarked.';
comment on column unicorn.known_from is 'When the world could know its birth; an end is known from its own day.';
comment on column unicorn.assumed is 'known_from was taken from the day of birth.';
comment on column unicorn.recorded_at is 'When this state was stored.';
comment on column unicorn.page_id is 'Page or file this state came from.';

create table unicorn_history (like unicorn including comments, superseded_at timestamptz not null);
comment on table unicorn_history is 'Superseded states of unicorn.';
comment on column unicorn_history.superseded_at is 'When a newer state took its place.';

create table forecast (
  id bigint generated always as identity primary key,
  made_on date not null,
  author text not null,
  statement text not null,
  track text not null,
  due_on date not null,
  measure text not null,
  outcome text,
  judged_on date,
  url text not null,
  unique (author, made_on, statement)
);
comment on table forecast is 'Dated predictions, judged when due.';
comment on column forecast.id is 'Identity.';
comment on column forecast.made_on is 'Day it was made.';
comment on column forecast.author is 'Who made it.';
comment on column forecast.statement is 'What it says.';
comment on column forecast.track is 'Track it speaks of.';
comment on column forecast.due_on is 'Day it can be judged.';
comment on column forecast.measure is 'The measure that judges it.';
comment on column forecast.outcome is 'came, did-not-come or undecided; null before it is due.';
comment on column forecast.judged_on is 'Day it was judged.';
comment on column forecast.url is 'Where it stands.';
