import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'

const FIRST = '青北松云霁长白拾远墨深潮万赤星九灵棱鲸锐磐繁悟泰微沧玄银苍雨麦砚琥铜寒河烛海枕蒲'
const SECOND = '禾斗涛栖月庚鹭光山子蓝汐象兔途章犀镜落角石华空坦芒浪武杏穹燕浦台珀雀霜图龙棠戈英'
const FIELDS = '机器人 量子 光电 能源 生物 智造 航天 芯片 医疗 材料 视觉 物流'.split(' ')
const OUTLETS = 7
const TOLD = 4
const ROUNDS = ['天使', 'A', 'B', 'C']
const DAYS = 1400

/**
 * Announcements of made-up deals in the order of their days: each deal told four times by different sites, each firm
 * with up to four rounds a year apart, and names of which many begin alike. Four announcements a deal.
 */
export function makeDealRows(count: number): readonly AnnouncementRow[] {
  return Array.from({ length: count }, (_, index) => toRow(index, count)).toSorted((a, b) =>
    a.publishedOn.localeCompare(b.publishedOn),
  )
}

function toRow(index: number, count: number): AnnouncementRow {
  const deal = Math.floor(index / TOLD)
  const firms = Math.ceil(count / TOLD / ROUNDS.length)
  const name = nameOf(deal % firms)
  const round = ROUNDS[Math.floor(deal / firms)] ?? 'D'
  const day = Math.floor(deal / firms) * 350 + ((deal * 7) % (DAYS / ROUNDS.length)) + (index % 3)
  const published = Temporal.PlainDate.from('2022-01-01').add({ days: day }).toString()
  const outlet = (index * 3) % OUTLETS
  return {
    source: `site${outlet}`,
    sourceKey: String(index),
    url: `https://site${outlet}.example/${index}`,
    title: `「${name}」完成${1 + (deal % 90)}000万元${round}轮融资，远山资本领投`,
    publishedOn: published as CalendarDate,
  }
}

function nameOf(firm: number): string {
  const letters = [firm, Math.floor(firm / 40), Math.floor(firm / 1600), firm * 3]
  const [a = 0, b = 0, c = 0, d = 0] = letters
  const third = c === 0 ? '' : (SECOND[(c * 7) % SECOND.length] ?? '')
  return [
    FIRST[a % FIRST.length],
    SECOND[b % SECOND.length],
    third,
    FIELDS[d % FIELDS.length],
  ].join('')
}
