import { sql } from 'kysely'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import type { TrackPanel } from '../../src/analyse/transmission/track-panel.ts'
import type { Database } from '../../src/load/database.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { QUARTERS } from '../../src/model/grid.ts'
import { tracksSchema } from '../../src/model/tracks-config.ts'
import { adoptTracks, type Effects } from '../../src/pipeline.ts'
import { makeWorld, type World } from '../analyse/transmission/worlds.ts'
import { take } from './made-up-market.ts'

/** Deals of `linked` follow its index two quarters later, those of `unlinked` do not, and `young` is a young index. */
export const LONG = { linked: 'ai-foundation-models', unlinked: 'games', young: 'biomedicine' }

export const LONG_TRACKS = tracksSchema.parse({
  benchmark: { index: 'x/ALL', basket: 'x/BASKET' },
  exchange: 'XSHG',
  versions: [
    {
      from: '2000-01-01',
      tracks: [...Object.values(LONG), 'other'].map((id) => ({
        id,
        zh: id,
        en: id,
        keywords: [],
        series: id === 'other' ? {} : { decides: [`x/${id}`] },
      })),
    },
  ],
})

const LAST = QUARTERS.of('2023-06-30' as CalendarDate)
const YOUNG_QUARTERS = 12
const WORLD: World = {
  tracks: 1,
  points: 60,
  prices: 'walk',
  deals: 'noise',
  theta: 20,
  link: 0,
  lag: 2,
}

/**
 * Sixty-one quarters of deals to 2023-Q2 and eight more of closes before them, the last session of each quarter alone:
 * three tracks of simulated worlds beside a benchmark that stands still, and published counts that our rows are all of.
 */
export async function makeLongMarket(made: Effects): Promise<Effects> {
  const effects = { ...made, tracks: LONG_TRACKS }
  await adoptTracks(effects)
  const panels = [
    { id: LONG.linked, world: { ...WORLD, link: 0.7 }, swing: 1 },
    // The wilder an index without a link, the smaller the effect that would have been found.
    { id: LONG.unlinked, world: WORLD, swing: 2 },
    { id: LONG.young, world: WORLD, swing: 1 },
  ].flatMap(({ id, world, swing }) =>
    makeWorld(world, seededRandom(id)).map((panel) => ({
      ...panel,
      track: id,
      signal: panel.signal.map((change) => change * swing),
    })),
  )
  const ids = panels.map(({ track }) => track)
  await take(
    effects,
    `source,code,kind,name_zh,name_en,construct,membership
${['ALL', ...ids].map((id) => `x,${id},index,${id},${id},price,dated`).join('\n')}
`,
    `source,code,kind,trade_date,close
${panels.flatMap(closesOf).join('\n')}
`,
    `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
${panels.map(publishedOf).join('\n')}
`,
  )
  await putDeals(effects.db, panels.flatMap(dealsOf))
  return effects
}

/** The last day of the quarter an outcome is of. */
function dayOf({ counts }: TrackPanel, outcome: number): string {
  return QUARTERS.daysOf(LAST - (counts.length - 1) + outcome).to
}

function closesOf(panel: TrackPanel): readonly string[] {
  const { track, signal, offset, counts } = panel
  const first = track === LONG.young ? counts.length - YOUNG_QUARTERS : -offset - 1
  let level = 0
  return signal.flatMap((change, index) => {
    level += change
    const day = dayOf(panel, index - offset)
    const market = track === LONG.linked ? [`x,ALL,index,${day},1000`] : []
    const close = (1000 * Math.exp(level)).toFixed(6)
    return index - offset < first ? market : [...market, `x,${track},index,${day},${close}`]
  })
}

function publishedOf({ track, counts }: TrackPanel): string {
  const half = counts.slice(-2).reduce((sum, n) => sum + n, 0)
  return `2023-H1,China,${track},deal_count,${half},cases,Publisher,https://example.com/${track},`
}

/** As many deals as the world has in each quarter, on its last day, with equal parts of its money. */
function dealsOf(panel: TrackPanel): readonly ToldDeal[] {
  return panel.counts.flatMap((n, outcome) =>
    Array.from({ length: n }, (_, i) => ({
      key: `${panel.track} ${outcome} ${i}`,
      track: panel.track,
      day: dayOf(panel, outcome),
      yuan: (((panel.money[outcome] ?? 0) / n) * 1e7).toFixed(2),
    })),
  )
}

/** A deal somebody told of on its day. */
export interface ToldDeal {
  readonly key: string
  readonly track: string
  readonly day: string
  readonly yuan: string
}

export async function putDeals(db: Database, rows: readonly ToldDeal[]): Promise<void> {
  await db.transaction(async (transaction) => {
    await sql`
      create temp table told on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (key text, track text, day date, yuan numeric)
    `.execute(transaction.sql)
    await sql`
      insert into announcement (source, source_key, title, published_on, recorded_at, known_from, assumed)
      select 'wire', key, 'told', day, day_end(day), day_end(day), true from told
    `.execute(transaction.sql)
    await sql`
      insert into event (announcement_id, kind, span_start, country, status, track, round, announced_on, precision,
        announced_from, announced_until, currency, amount_low, amount_high, investors, urls, confidence, known_from,
        assumed, recorded_at)
      select a.id, 'equity', 0, 'CN', 'closed', t.track, 'a', t.day, 'day', t.day, t.day, 'CNY', t.yuan, t.yuan, '[]',
        '[]', 'medium', day_end(t.day), true, day_end(t.day)
      from told t join announcement a on a.source = 'wire' and a.source_key = t.key
    `.execute(transaction.sql)
    await sql`
      insert into deal (founding_event_id, country, track, kind, status, round, announced_on, announced_from,
        announced_until, currency, amount_low, amount_high, yuan_low, yuan_high, known_from, assumed, recorded_at)
      select id, country, track, kind, status, round, announced_on, announced_from, announced_until, currency, amount_low,
        amount_high, amount_low, amount_high, known_from, assumed, recorded_at
      from event
    `.execute(transaction.sql)
    await sql`
      insert into deal_event (deal_id, event_id) select id, founding_event_id from deal
    `.execute(transaction.sql)
  })
}
