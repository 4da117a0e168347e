-- The secondary market: sessions, exchange rates, series and their bars.

create table session (
  exchange text not null,
  session_on date not null,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (exchange, session_on)
);
comment on table session is 'Days an exchange traded.';
comment on column session.exchange is 'ISO 10383 market code: XSHG is Shanghai.';
comment on column session.session_on is 'Day in Asia/Shanghai.';
comment on column session.known_from is 'When the world could know it.';
comment on column session.assumed is 'known_from was not stated but taken from the fact''s own day.';
comment on column session.recorded_at is 'When this state was stored.';
comment on column session.page_id is 'Page or file this state came from.';

create table fx_rate (
  source text not null,
  base text not null check (base ~ '^[A-Z]{3}$'),
  quote text not null check (quote ~ '^[A-Z]{3}$'),
  rate_on date not null,
  rate numeric not null check (rate > 0),
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (base, quote, rate_on, source)
);
comment on table fx_rate is 'Official exchange rates as published.';
comment on column fx_rate.source is 'Who published it: ecb, cfets, safe.';
comment on column fx_rate.base is 'One unit of this currency, ISO 4217 …';
comment on column fx_rate.quote is '… costs rate units of this one.';
comment on column fx_rate.rate_on is 'Day of the rate.';
comment on column fx_rate.rate is 'Units of quote for one base, as printed.';
comment on column fx_rate.known_from is 'When the world could know it.';
comment on column fx_rate.assumed is 'known_from was taken from the day of the rate.';
comment on column fx_rate.recorded_at is 'When this state was stored.';
comment on column fx_rate.page_id is 'Page or file this state came from.';

create table fx_rate_history (like fx_rate including comments, superseded_at timestamptz not null);
create index fx_rate_history_key on fx_rate_history (base, quote, rate_on, source);
comment on table fx_rate_history is 'Superseded states of fx_rate.';
comment on column fx_rate_history.superseded_at is 'When a newer state took its place.';

create table series (
  id bigint generated always as identity primary key,
  source text not null,
  code text not null,
  kind text not null check (kind in ('index', 'board', 'etf', 'stock')),
  name_zh text not null,
  name_en text not null,
  construct text not null check (construct in ('price', 'fund', 'basket')),
  membership text not null check (membership in ('dated', 'hindsight')),
  membership_known_from date,
  cap_observed_on date,
  url text,
  note text,
  described boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (source, code)
);
comment on table series is 'Boards, indices, funds and stocks: whatever has bars. Vendors are never spliced: a series keeps its source.';
comment on column series.id is 'Identity; never changes.';
comment on column series.source is 'Who gives the bars.';
comment on column series.code is 'The source''s own code or name.';
comment on column series.kind is 'index, board, etf or stock.';
comment on column series.name_zh is 'Chinese name.';
comment on column series.name_en is 'English name.';
comment on column series.construct is 'price: a price index. fund: a fund''s price times its adjustment factor. basket: constant shares of surviving stocks.';
comment on column series.membership is 'dated: members chosen at the time. hindsight: today''s members on the past; never decides a verdict.';
comment on column series.membership_known_from is 'Day the member list was learned; editions as of an earlier day leave the series out.';
comment on column series.cap_observed_on is 'Day the market value was observed; other days carry it by the index.';
comment on column series.url is 'Page about the series.';
comment on column series.note is 'What a reader must know of it.';
comment on column series.described is 'False while only bars have named it: its membership is then taken as hindsight.';
comment on column series.recorded_at is 'When this state was stored.';
comment on column series.page_id is 'Page or file this state came from.';

create table stock (
  series_id bigint primary key references series,
  exchange text not null,
  listed_on date,
  delisted_on date
);
comment on table stock is 'What only stocks have, beside their series row.';
comment on column stock.series_id is 'The stock''s series.';
comment on column stock.exchange is 'ISO 10383 market code.';
comment on column stock.listed_on is 'First session.';
comment on column stock.delisted_on is 'Last session; null while listed.';

create table board_member (
  board_id bigint not null references series,
  stock_id bigint not null references series,
  valid_from date not null,
  valid_until date,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (board_id, stock_id, valid_from)
);
comment on table board_member is 'Dated membership of stocks in boards and indices.';
comment on column board_member.board_id is 'The board or index.';
comment on column board_member.stock_id is 'The stock.';
comment on column board_member.valid_from is 'First day of membership.';
comment on column board_member.valid_until is 'Last day; null while it lasts.';
comment on column board_member.known_from is 'When the world could know it.';
comment on column board_member.assumed is 'known_from was not stated.';
comment on column board_member.recorded_at is 'When this state was stored.';
comment on column board_member.page_id is 'Page or file this state came from.';

-- No foreign keys: they cost more than the rest of a load, and rows come only by a join with series.
create table bar (
  series_id bigint not null,
  trade_date date not null,
  open numeric,
  high numeric,
  low numeric,
  close numeric not null check (close > 0),
  close_equal_weighted numeric,
  volume numeric,
  amount_cny numeric,
  market_cap_cny numeric,
  members integer,
  adj_factor numeric,
  pe numeric,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint,
  primary key (series_id, trade_date)
) partition by range (trade_date);
comment on table bar is 'One session of a series, unadjusted. Partitioned by year; every key holds series_id, so it can be distributed by it.';
comment on column bar.series_id is 'The series.';
comment on column bar.trade_date is 'Session, a day in Asia/Shanghai.';
comment on column bar.open is 'First price or index level.';
comment on column bar.high is 'Highest.';
comment on column bar.low is 'Lowest.';
comment on column bar.close is 'Last.';
comment on column bar.close_equal_weighted is 'The same members weighted equally.';
comment on column bar.volume is 'Shares or fund units traded.';
comment on column bar.amount_cny is 'Turnover in yuan; of all constituents for an index, of the fund itself for an ETF.';
comment on column bar.market_cap_cny is 'Market value in yuan at the close.';
comment on column bar.members is 'Number of constituents behind the level.';
comment on column bar.adj_factor is 'close × adj_factor is comparable across splits and distributions.';
comment on column bar.pe is 'Price to earnings as the source publishes it.';
comment on column bar.known_from is 'When the world could know it.';
comment on column bar.assumed is 'known_from was taken from the session''s own day.';
comment on column bar.recorded_at is 'When this state was stored.';
comment on column bar.page_id is 'Page or file this state came from.';

create table bar_history (like bar including comments, superseded_at timestamptz not null);
create index bar_history_key on bar_history (series_id, trade_date);
comment on table bar_history is 'Superseded states of bar.';
comment on column bar_history.superseded_at is 'When a newer state took its place.';

create procedure ensure_bar_years(first_year integer, last_year integer)
  language plpgsql as $$
begin
  for bar_year in first_year..last_year loop
    if to_regclass(format('bar_%s', bar_year)) is null then
      -- Two loaders may want the same new year at once: the second waits here, then finds it.
      perform pg_advisory_xact_lock(hashtext('ensure_bar_years'));
      execute format(
        'create table if not exists bar_%s partition of bar for values from (%L) to (%L)',
        bar_year, make_date(bar_year, 1, 1), make_date(bar_year + 1, 1, 1));
      execute format('comment on table bar_%s is %L', bar_year, format('Bars of %s.', bar_year));
    end if;
  end loop;
end $$;
comment on procedure ensure_bar_years(integer, integer) is 'Makes the yearly partitions of bar that are missing.';
call ensure_bar_years(2015, 2027);

create table track (
  id text primary key,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  parent text,
  keywords jsonb not null,
  valid_from date not null
);
comment on table track is 'Fields of business, as config/tracks.yaml states them.';
comment on column track.id is 'Its id in the configuration.';
comment on column track.position is 'Its place in the report.';
comment on column track.name_zh is 'Chinese name.';
comment on column track.name_en is 'English name.';
comment on column track.parent is 'The wider track it belongs to.';
comment on column track.keywords is 'Words that place a company in it.';
comment on column track.valid_from is 'Day this version of the configuration holds from.';

create table track_alias (
  alias text primary key,
  track_id text not null references track
);
comment on table track_alias is 'Other names of tracks in files.';
comment on column track_alias.alias is 'As a file writes it.';
comment on column track_alias.track_id is 'The track meant.';

create table track_series (
  track_id text not null references track,
  source text not null,
  code text not null,
  role text not null check (role in ('decides', 'confirms', 'shown', 'paper-gain')),
  position integer not null,
  valid_from date not null,
  valid_until date,
  primary key (track_id, source, code, role, valid_from)
);
comment on table track_series is 'Dated mapping of series to tracks: one series decides at a time, others confirm or are shown.';
comment on column track_series.track_id is 'The track.';
comment on column track_series.source is 'Source of the series.';
comment on column track_series.code is 'Code of the series.';
comment on column track_series.role is 'decides, confirms, shown, or paper-gain: the one named board whose market value is quoted.';
comment on column track_series.position is 'Order among its role.';
comment on column track_series.valid_from is 'First day of the mapping.';
comment on column track_series.valid_until is 'Last day; null while it lasts.';
