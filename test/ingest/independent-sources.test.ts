import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import { announce } from '../support/announce.ts'
import { checksums, DATABASES, makeEffects } from '../support/databases.ts'

const FIRMS =
  '星途机器人 云杉智能 墨子量子 深蓝芯片 青禾生物 潮汐能源 万象模型 赤兔汽车 白泽视觉 北斗光子 九章算力 灵犀语音 远山航天 棱镜医疗 鲸落数据 锐角半导体 松果电池 拾光影像 磐石制造 繁星教育'.split(
    ' ',
  )
const OWN_WORDS = [
  (firm: string) =>
    `「${firm}」完成5000万元A轮融资，松涛创投领投。公司说，这笔钱够用两年，主要花在招人和建厂上，接下来要把产品卖到更多城市去，今年的目标是签下一百家客户，明年开始考虑海外。`,
  (firm: string) =>
    `获松涛创投领投，「${firm}」完成5000万元A轮融资。三位创始人是大学同学，实验室里做了六年才离开学校，第一台样机在车库里装出来，如今已有两条产线，良率超过九成，客户多为中小工厂。`,
  (firm: string) =>
    `松涛创投今年最大的一笔投资落定：「${firm}」完成5000万元A轮融资。合伙人表示，看重的是团队对成本的执念，同样的指标只要同行一半的价钱，而且不靠补贴也能活下去，这在行业里并不多见。`,
]

/** Ten tellings of a story: one to three of them in words of their own, the others copies of many kinds. */
function story(firm: string, index: number): readonly AnnouncementRow[] {
  const voices = OWN_WORDS.slice(0, 1 + (index % 3)).map((words) => words(firm))
  return Array.from({ length: 10 }, (_, at): AnnouncementRow => {
    const own = voices[at % voices.length] ?? ''
    const body = at < voices.length ? own : copied(own, at)
    return {
      source: `site${at}`,
      sourceKey: `https://site${at}.example/${firm}`,
      url: `https://www.site${at}.example/${firm}`,
      title: `「${firm}」完成5000万元A轮融资`,
      body,
      publishedOn: `2026-11-${String(10 + at)}` as CalendarDate,
    }
  })
}

function copied(text: string, at: number): string {
  const ways = [
    text,
    `${text}（编辑：某某）`,
    text.slice(0, 70),
    `【快讯】${text.replaceAll('，', ', ')}`,
  ]
  return ways[at % ways.length] ?? text
}

describe.each(DATABASES)('independent sources on $name', ({ open }) => {
  it('are counted right where two hundred copies tell twenty stories, in whatever order they come', async () => {
    const rows = FIRMS.flatMap(story)
    const sums: unknown[] = []
    for (const [first, second] of [
      [rows.slice(0, 90), rows.slice(90)],
      [rows.slice(130).toReversed(), rows.slice(0, 130)],
    ] as const) {
      await using db = await open()
      const { tracks } = await makeEffects(db)
      await announce(db, tracks, first)
      await announce(db, tracks, second)
      const found = await sql<{ company: string; tellings: number; independent: number }>`
        select c.name as company, count(distinct s.event_id)::int as tellings, count(distinct s.voice)::int as independent
        from deal d join company c on c.id = d.company_id join deal_source s on s.deal_id = d.id
        where d.status = 'closed' group by d.id, c.name`.execute(db.reader)
      const counts = new Map(found.rows.map(({ company, ...counted }) => [company, counted]))
      expect(counts).toEqual(
        new Map(FIRMS.map((firm, index) => [firm, { tellings: 10, independent: 1 + (index % 3) }])),
      )
      const { telling, same_deal } = await checksums(db.reader)
      sums.push({ telling, same_deal })
    }
    expect(sums[1]).toEqual(sums[0])
  })
})
