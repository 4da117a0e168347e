import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'

/** Texts about one firm in the order of their days, and what it has got by them, in ten thousand yuan. */
interface Sequence {
  readonly texts: readonly (readonly [day: string, text: string])[]
  /** Surely; the recorded lower bound may be less and never more. */
  readonly least: number
  /** At the very most. */
  readonly most: number
}

const A = ['2025-03-03', '「F」完成5000万元A轮融资，远山资本领投'] as const
const ANGEL = ['2024-05-06', '「F」完成1000万元天使轮融资'] as const
const B = ['2026-02-02', '「F」完成2亿元B轮融资，松涛创投领投'] as const
const within = (least: number, most: number, ...texts: Sequence['texts']): Sequence => ({
  texts,
  least,
  most,
})

/** Totals of everything so far, of several rounds, of periods; before, between and after the rounds they contain. */
const SEQUENCES: readonly Sequence[] = [
  within(0, 20_000, ['2026-03-03', '「F」累计融资超1亿元']),
  within(5_000, 20_000, A, ['2026-03-03', '「F」累计融资超1亿元']),
  within(25_000, 60_000, A, B, ['2026-08-08', '「F」累计融资超3亿元']),
  within(25_000, 30_000, A, B, ['2026-08-08', '「F」完成新一轮融资，累计融资3亿元']),
  within(6_000, 30_000, ANGEL, A, ['2026-08-08', '「F」完成新一轮融资，累计融资金额3亿元']),
  within(6_000, 10_000, ANGEL, A, ['2025-08-08', '「F」宣布完成新一轮融资，累计融资金额近1亿元']),
  within(5_000, 10_000, A, ['2025-04-04', '「F」A轮和A+轮共融资1亿元']),
  within(10_000, 10_000, ['2025-04-04', '「F」A轮和A+轮共融资1亿元']),
  within(
    5_000,
    10_000,
    ['2025-04-04', '「F」A轮和A+轮共融资1亿元'],
    ['2025-04-10', '「F」完成5000万元A轮融资'],
  ),
  within(10_000, 10_000, ['2026-04-04', '「F」连获两轮融资共1亿元']),
  within(5_000, 10_000, A, ['2025-06-04', '「F」连获两轮融资共1亿元']),
  within(6_000, 11_000, ANGEL, A, ['2025-06-04', '「F」一年内连续完成三轮融资，累计1亿元']),
  within(5_000, 60_000, A, ['2025-11-04', '「F」近一年完成三轮融资，总额超3亿元']),
  within(
    5_000,
    30_000,
    ['2025-11-04', '「F」近一年完成三轮融资，总额3亿元'],
    ['2025-11-20', '「F」完成5000万元A轮融资'],
  ),
  within(0, 100_000, ['2026-04-04', '「F」过去两年完成四轮融资，融资总额超过5亿元']),
  within(25_000, 100_000, A, B, ['2026-04-04', '「F」过去两年完成四轮融资，融资总额超过5亿元']),
  within(
    25_000,
    30_000,
    A,
    B,
    ['2026-08-08', '「F」累计融资3亿元'],
    ['2026-11-11', '「F」累计融资3亿元'],
  ),
  within(
    25_000,
    50_000,
    A,
    B,
    ['2026-06-06', '「F」累计融资3亿元'],
    ['2026-11-11', '「F」累计融资5亿元'],
  ),
  within(0, 50_000, ['2025-06-06', '「F」累计融资3亿元'], ['2026-11-11', '「F」累计融资5亿元']),
  within(20_000, 50_000, ['2025-06-06', '「F」累计融资3亿元'], B, [
    '2026-11-11',
    '「F」累计融资5亿元',
  ]),
  within(25_000, 25_000, A, B, ['2026-02-05', '「F」完成2亿元B轮融资，累计融资超3亿元']),
  within(25_000, 25_000, A, B, ['2026-02-05', '「F」完成B轮融资，成立以来累计融资3亿元']),
  within(20_000, 20_000, B, ['2026-02-03', '「F」累计融资超3亿元']),
  within(5_000, 20_000, A, ['2025-03-05', '「F」天使轮及A轮合计融资6000万元']),
  within(1_000, 6_000, ANGEL, ['2025-03-05', '「F」天使轮、A轮合计融资6000万元']),
]

/** Two firms for each: of one the texts come in order, of the other the last one first. */
const FIRMS = [
  '星途机器人 云杉智造 墨子量子 深蓝芯片 青禾生物 潮汐能源 万象模型 赤兔汽车 白泽视觉 北斗光子 九章算力 灵犀语音 远山航天 棱镜医疗 鲸落数据 锐角半导体 松果电池 拾光影像 磐石制造 繁星教育 悟空出行 泰坦材料 微光诊断 沧海物流 玄武安全',
  '银杏低碳 苍穹遥感 雨燕无人机 麦浪农业 砚台教育 琥珀基因 铜雀互娱 寒武支付 河图测绘 烛龙照明 海棠护理 枕戈安防 蒲公英种业 凌霄发动机 霜降冷链 竹节仿生 萤火储能 鹿鸣音频 飞白书法 沉香保险 石榴餐饮 绿洲海水 云雀通航 铁马轮胎 芦苇造纸',
].map((names) => names.split(' '))

function rowsOf({ texts }: Sequence, firm: string): readonly AnnouncementRow[] {
  return texts.map(([day, text], at) => ({
    ...told(`${firm}${at}`, text.replaceAll('F', firm), day),
    sourceKey: `${firm} ${at}`,
  }))
}

interface Sum {
  readonly company: string
  readonly low: number
  readonly high: number
}

async function sums(db: Database): Promise<ReadonlyMap<string, Sum>> {
  const found = await sql<Sum>`
    select c.name as company, (sum(coalesce(d.yuan_low, 0)) / 10000)::float8 as low,
      (sum(coalesce(d.yuan_high, 0)) / 10000)::float8 as high
    from deal d join company c on c.id = d.company_id
    where d.status = 'closed' and d.kind = 'equity' group by c.name
  `.execute(db.reader)
  return new Map(found.rows.map((row) => [row.company, row]))
}

describe.each(DATABASES)('totals of several rounds on $name', ({ open }) => {
  it('never double a round: fifty sequences, in the order of their days and the last first', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    const [forward = [], backward = []] = FIRMS
    const inOrder = SEQUENCES.map((one, at) => rowsOf(one, forward[at] ?? ''))
    const reversed = SEQUENCES.map((one, at) => rowsOf(one, backward[at] ?? '').toReversed())
    for (const at of [0, 1, 2, 3])
      await announce(
        db,
        tracks,
        [...inOrder, ...reversed].flatMap((rows) => rows.slice(at, at + 1)),
      )
    const found = await sums(db)
    const judged = SEQUENCES.flatMap(({ least, most }, at) =>
      FIRMS.map((firms) => ({ least, most, ...found.get(firms[at] ?? '') })),
    )
    expect(judged).toHaveLength(50)
    const wrong = judged.filter(
      ({ least, most, low = -1, high = -1 }) => low > most || high > most || low < 0 || low > least,
    )
    expect(wrong).toEqual([])
  })
})
