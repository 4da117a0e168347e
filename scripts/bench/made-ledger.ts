import { FIRST, type MarketSize, MARKET_TRACKS as TRACKS } from './market-size.ts'

const INVESTORS = 5000
const TELLINGS = 2

/** Statements that write deals, each told twice, evenly over ten years: companies, investors, texts, events, the ledger. */
export function ledgerOf({ deals }: MarketSize): readonly string[] {
  const told = deals * TELLINGS
  return [
    `insert into company (name, country) select 'company ' || n, 'CN' from generate_series(1, ${Math.ceil(deals / 3)}) n`,
    `insert into investor_name (name, identity_key, kind, rule, confidence, reason)
    select 'investor ' || n, 'investor' || n, (array['usd-fund', 'rmb-market', 'rmb-state', 'unknown'])[1 + n % 4], 'made', 'low', case n % 4 when 3 then 'no-mark' end
    from generate_series(0, ${INVESTORS - 1}) n`,
    `insert into investor (name, aliases, kind, known_from, assumed, recorded_at, valid_from, valid_until)
    select 'investor ' || n, '[]', 'cvc-internet', day_end('${FIRST}'), true, day_end('${FIRST}'), '${FIRST}', 'infinity'
    from generate_series(0, ${INVESTORS - 1}, 10) n`,
    `insert into investor_spelling (identity_key, place, name, valid_from)
    select 'investor' || n, 0, 'investor ' || n, '${FIRST}' from generate_series(0, ${INVESTORS - 1}, 10) n`,
    `insert into announcement (source, source_key, url, title, published_on, recorded_at, known_from, assumed)
    select 'site' || n % 7, n, 'https://site' || n % 7 || '.example/' || n,
      'company ' || n || ' closes a round in word' || n % 20, day, day_end(day), day_end(day), false
    from generate_series(0, ${told - 1}) n,
      lateral (select date '${FIRST}' + ((n / ${TELLINGS}) * 3652::bigint / ${deals})::integer + n % ${TELLINGS} * (n / ${TELLINGS} % 40) as day) d`,
    `insert into event (announcement_id, kind, span_start, company_id, country, status, track, round, announced_on, precision,
      announced_from, announced_until, amount_text, currency, amount_low, amount_high, investors, urls, confidence, known_from, assumed, recorded_at)
    select a.id, case when deal % 20 < 17 then 'equity' else (array['debt', 'grant', 'internal'])[1 + deal % 3] end, 0,
      1 + deal % ${Math.ceil(deals / 3)}, 'CN', 'closed', (array['${[...TRACKS, 'other'].join("','")}'])[1 + deal % ${TRACKS.length + 1}],
      (array['angel', 'a', 'b', 'c'])[1 + deal % 4], day, 'day', day, day,
      case when deal % 5 > 1 then 'told' end, case when deal % 5 > 1 then 'CNY' end,
      case when deal % 5 > 1 then 1e7 * (1 + deal % 90) end, case when deal % 5 > 1 then 2e7 * (1 + deal % 90) end,
      jsonb_build_array(jsonb_build_object('name', 'investor ' || deal % ${INVESTORS}, 'lead', true),
        jsonb_build_object('name', 'investor ' || deal * 7 % ${INVESTORS}, 'lead', false)),
      jsonb_build_array(a.url), 'medium', a.known_from, false, a.recorded_at
    from announcement a,
      lateral (select a.source_key::bigint / ${TELLINGS} as deal) d,
      lateral (select date '${FIRST}' + (deal * 3652 / ${deals})::integer as day) e
    order by a.id`,
    `insert into deal (founding_event_id, company_id, country, track, kind, status, round, announced_on, announced_from,
      announced_until, currency, amount_low, amount_high, yuan_low, yuan_high, known_from, assumed, recorded_at)
    select e.id, e.company_id, e.country, e.track, e.kind, case when a.source_key::bigint % ${TELLINGS} = 0 then e.status else 'duplicate' end,
      e.round, e.announced_on, e.announced_from, e.announced_until, e.currency, e.amount_low, e.amount_high, e.amount_low, e.amount_high,
      e.known_from, false, e.recorded_at
    from event e join announcement a on a.id = e.announcement_id order by e.id`,
    `insert into same_deal (event_id, founding_event_id, score, why, recorded_at)
    select second.id, first.id, 1, '{}', second.recorded_at from event second join announcement a on a.id = second.announcement_id and a.source_key::bigint % ${TELLINGS} = 1
    join announcement b on b.source = 'site' || (a.source_key::bigint - 1) % 7 and b.source_key = (a.source_key::bigint - 1)::text
    join event first on first.announcement_id = b.id`,
    `insert into deal_event (deal_id, event_id)
    select d.id, e.id from event e left join same_deal s on s.event_id = e.id
    join deal d on d.founding_event_id = coalesce(s.founding_event_id, e.id)`,
    `insert into telling (event_id, outlet, voice) select e.id, a.source, a.source from event e join announcement a on a.id = e.announcement_id`,
    `insert into amount_tally (announcement_id, known_from, currency, n, amount_low, amount_high, recorded_at)
    select announcement_id, known_from, currency, 1, amount_low, amount_high, recorded_at from event where amount_low is not null`,
  ]
}
