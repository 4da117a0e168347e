import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'
import { type TracksConfig, tracksSchema } from '../../src/model/tracks-config.ts'
import { adoptTracks, type Effects, importFile } from '../../src/pipeline.ts'
import { makeFolder } from './folders.ts'

/** Tracks of a small market: one with an index, a list of members and series abroad, and all else. */
const MADE_UP_TRACKS: TracksConfig = tracksSchema.parse({
  benchmark: { index: 'x/ALL', basket: 'x/BASKET' },
  exchange: 'XSHG',
  versions: [
    {
      from: '2015-01-01',
      tracks: [
        {
          id: 'ai-foundation-models',
          zh: '大模型',
          en: 'Foundation models',
          keywords: ['大模型'],
          series: {
            decides: ['x/AI'],
            abroad: ['FUND', 'SPLIT', 'NAMELESS', 'NOWHERE'].map((code) => ({
              series: `tencent-abroad/${code}`,
              benchmark: 'tencent-abroad/MARKET',
            })),
          },
          members: ['list/AI', 'list/CHIPS'],
          attention: { headlines: ['stream/models'], 'page-views': ['wiki/Model'] },
        },
        {
          id: 'games',
          zh: '游戏',
          en: 'Games',
          keywords: ['游戏'],
          series: {},
          attention: { headlines: ['stream/games'] },
        },
        { id: 'other', zh: '其他', en: 'Other', keywords: [], series: {} },
      ],
    },
  ],
})

/** Imports files of these texts, one after the other; a line that is rejected is a fault of the test. */
export async function take(effects: Effects, ...texts: readonly string[]): Promise<void> {
  using folder = makeFolder()
  for (const [index, text] of texts.entries()) {
    const { rejected } = await importFile(folder.write(`${index}.csv`, text), effects)
    if (rejected > 0) throw new Error(`a line of file ${index} was rejected`)
  }
}

/** An index of the track that rose by a fifth in 2023-H1 beside a market that rose by a tenth. */
export async function makeUpMarket(made: Effects): Promise<Effects> {
  const effects = { ...made, tracks: MADE_UP_TRACKS }
  await adoptTracks(effects)
  await take(
    effects,
    `source,code,kind,name_zh,name_en,construct,membership
x,ALL,index,全指,All,price,dated
x,AI,index,智能,AI,price,dated
`,
    `source,code,kind,trade_date,close
x,ALL,index,2022-12-30,100
x,ALL,index,2023-06-29,109
x,ALL,index,2023-06-30,110
x,AI,index,2022-12-30,1000
x,AI,index,2023-06-30,1200
`,
  )
  return effects
}

/** A stock of a list from one night until another; null while it lasts. */
export type Membership = readonly [list: string, stock: string, from: string, until: string | null]

export async function putMembers(db: Database, members: readonly Membership[]): Promise<void> {
  for (const [board, entry, from, until] of members) {
    await db.transaction((transaction) =>
      sql`insert into board_entry (source, board, entry, name, facts, valid_from, valid_until, recorded_at)
        values ('list', ${board}, ${entry}, ${entry}, '{}', ${from}, ${until}, now())`.execute(
        transaction.sql,
      ),
    )
  }
}
