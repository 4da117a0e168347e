import { CONFLICTS_OF_BARS } from './conflicts.ts'
import { knownFrom, type LoadUnit } from './load-unit.ts'

const VALUES = [
  'open',
  'high',
  'low',
  'close',
  'close_equal_weighted',
  'volume',
  'amount_cny',
  'market_cap_cny',
  'float_cap_cny',
  'members',
  'adj_factor',
  'pe',
]

export const bars: LoadUnit<'bars'> = {
  unit: 'bars',
  table: 'bar',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'code', type: 'text', of: (row) => row.code },
    { name: 'series_kind', type: 'text', of: (row) => row.seriesKind },
    { name: 'series_name', type: 'text', of: (row) => row.seriesName },
    { name: 'instrument', type: 'text', of: (row) => row.instrument },
    { name: 'trade_date', type: 'date', of: (row) => row.tradeDate },
    { name: 'open', type: 'numeric', of: (row) => row.open },
    { name: 'high', type: 'numeric', of: (row) => row.high },
    { name: 'low', type: 'numeric', of: (row) => row.low },
    { name: 'close', type: 'numeric', of: (row) => row.close },
    { name: 'close_equal_weighted', type: 'numeric', of: (row) => row.closeEqualWeighted },
    { name: 'volume', type: 'numeric', of: (row) => row.volume },
    { name: 'amount_cny', type: 'numeric', of: (row) => row.amountCny },
    { name: 'market_cap_cny', type: 'numeric', of: (row) => row.marketCapCny },
    { name: 'float_cap_cny', type: 'numeric', of: (row) => row.floatCapCny },
    { name: 'members', type: 'integer', of: (row) => row.members },
    { name: 'adj_factor', type: 'numeric', of: (row) => row.adjFactor },
    { name: 'pe', type: 'numeric', of: (row) => row.pe },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['source', 'code', 'trade_date'],
  prepare: [
    `do $$
     declare y integer;
     begin
       for y in select distinct date_part('year', trade_date)::integer from staged loop
         call ensure_bar_years(y, y);
       end loop;
     end $$`,
    // Only its bars have named it so far: until a series file describes it, its members count as hindsight.
    `insert into series (source, code, kind, name_zh, name_en, construct, membership, described, instrument, recorded_at,
       page_id)
     select distinct on (source, code) source, code, series_kind, series_name, series_name,
       case series_kind when 'etf' then 'fund' when 'board' then 'basket' else 'price' end,
       'hindsight', false, instrument, $now, $page
     from (select distinct source, code, series_kind, series_name, instrument from staged) named
     order by source, code, series_name
     on conflict (source, code) do update set instrument = excluded.instrument
     where series.instrument is null and excluded.instrument is not null`,
  ],
  key: ['series_id', 'trade_date'],
  values: VALUES,
  from: `select series.id as series_id, staged.trade_date, ${VALUES.map((name) => `staged.${name}`).join(', ')},
      ${knownFrom('staged.trade_date')}
    from staged join series on series.source = staged.source and series.code = staged.code`,
  history: true,
  identity: false,
  after: [CONFLICTS_OF_BARS],
}
