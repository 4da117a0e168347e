import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'
import { type TracksConfig, tracksSchema } from '../../src/model/tracks-config.ts'
import { ledgerOf } from './made-ledger.ts'
import { FIRST, type MarketSize, MARKET_TRACKS as TRACKS } from './market-size.ts'

const LAST = '2023-12-31'
const MEMBERS = 50

/** Every board is shown and its stocks counted with one of the tracks, in turn; each track has two indices besides. */
export function madeTracks(
  { boards }: MarketSize,
  benchmark: TracksConfig['benchmark'],
): TracksConfig {
  const boardsOf = (track: number): readonly string[] =>
    Array.from({ length: boards }, (_, board) => board)
      .filter((board) => board % TRACKS.length === track)
      .map((board) => `made/B${board}`)
  return tracksSchema.parse({
    benchmark,
    exchange: 'XSHG',
    versions: [
      {
        from: FIRST,
        tracks: [
          ...TRACKS.map((id, track) => ({
            id,
            zh: id,
            en: id,
            ...(id.startsWith('ai') ? { parent: 'ai' } : {}),
            keywords: [`word${track}`],
            series: {
              decides: [`made/I${track}`],
              confirms: [`made/C${track}`],
              shown: boardsOf(track).slice(1),
              'paper-gain': boardsOf(track).slice(0, 1),
            },
            members: boardsOf(track),
          })),
          { id: 'other', zh: '其他', en: 'Other', keywords: [], series: {} },
        ],
      },
    ],
  })
}

/**
 * Ten years of made-up bars of boards, indices and stocks, of lists of members, and of deals told twice, written where
 * they lie: by the server, in a few statements.
 */
export async function fillMarket(
  db: Database,
  size: MarketSize,
  benchmarks: readonly string[],
): Promise<void> {
  await db.transaction(async ({ sql: handle }) => {
    for (const statement of [...marketOf(size, benchmarks), ...ledgerOf(size)])
      await sql.raw(statement).execute(handle)
  })
  await sql`analyze`.execute(db.reader)
}

function marketOf(
  { boards, stocks }: MarketSize,
  benchmarks: readonly string[],
): readonly string[] {
  const [index, basket, ...others] = benchmarks
  const known = `known_from, assumed, recorded_at`
  const bars = (kinds: string, extra: string): string => `
    insert into bar (series_id, trade_date, close, close_equal_weighted, amount_cny, market_cap_cny, float_cap_cny, pe, adj_factor, ${known})
    select s.id, d.session_on, round((1000 * exp(0.3 * sin(s.id + d.n / 60.0) + 0.0002 * d.n + 0.02 * sin(s.id * d.n)))::numeric, 2),
      ${extra}, day_end(d.session_on), true, day_end(d.session_on)
    from series s
    cross join (select session_on, row_number() over (order by session_on) as n from session) d
    where s.kind in (${kinds})
    order by s.id, d.session_on`
  return [
    `call ensure_bar_years(2014, 2023)`,
    `insert into session (exchange, session_on, ${known})
    select 'XSHG', day, day_end(day::date), true, day_end(day::date)
    from generate_series('${FIRST}'::date, '${LAST}'::date, interval '1 day') day
    where extract(isodow from day) < 6`,
    `insert into series (source, code, kind, name_zh, name_en, construct, membership, described, recorded_at)
    select split_part(name, '/', 1), split_part(name, '/', 2), 'index', name, name,
      case name when '${basket}' then 'basket' else 'price' end, 'dated', true, day_end('${FIRST}')
    from unnest(array['${[index, basket, ...others].join("','")}']) name
    union all
    select 'made', letter || n, 'index', letter || n, letter || n, 'price', 'dated', true, day_end('${FIRST}')
    from unnest(array['I', 'C']) letter, generate_series(0, ${TRACKS.length - 1}) n
    union all
    select 'made', 'B' || n, 'board', 'B' || n, 'B' || n, 'basket', 'dated', true, day_end('${FIRST}')
    from generate_series(0, ${boards - 1}) n`,
    `insert into series (source, code, kind, name_zh, name_en, construct, membership, described, recorded_at, instrument)
    select 'made', 'S' || n, 'stock', 'S' || n, 'S' || n, 'price', 'dated', true, day_end('${FIRST}'), 'XSHG:' || n
    from generate_series(0, ${stocks - 1}) n`,
    bars(
      `'index', 'board'`,
      `null, 1e9 + s.id * 1e6 + d.n * 1e5, 1e12 + s.id * 1e9, 5e11, 30 + sin(d.n / 60.0), null`,
    ),
    bars(`'stock'`, `null, 1e7, 1e10 + s.id * 1e6 + d.n * 1e6, 5e9, null, 1`),
    `insert into board_entry (source, board, entry, name, facts, valid_from, recorded_at)
    select distinct on (b, stock) 'made', 'B' || b, 'XSHG:' || stock, 'S', '{}'::jsonb, date '${FIRST}', day_end('${FIRST}')
    from generate_series(0, ${boards - 1}) b, generate_series(1, ${MEMBERS}) m,
      lateral (select (b * 7919 + m * 104729) % ${stocks} as stock) s`,
    `insert into listed_money (source, source_key, kind, instrument, stock_name, announced_on, amount_cny, ${known})
    select 'made', s || '-' || y, case s % 3 when 0 then 'placement' when 1 then 'reduction' else 'outward-investment' end,
      'XSHG:' || s, 'S' || s, day, 1e8 + s * 1e4, day_end(day), true, day_end(day)
    from generate_series(0, ${stocks - 1}) s, generate_series(0, 19) y,
      lateral (select (date '${FIRST}' + y * 182 + s % 180)::date as day) d`,
    `insert into fx_rate (source, base, quote, rate_on, rate, ${known})
    select 'made', 'USD', 'CNY', session_on, 7, day_end(session_on), true, day_end(session_on) from session`,
  ]
}
