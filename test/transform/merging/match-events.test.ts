import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { ToldEvent } from '../../../src/model/told-event.ts'
import { groupEvents } from '../../../src/transform/merging/group-events.ts'
import { matchEvents, SAME } from '../../../src/transform/merging/match-events.ts'
import { findingKeys, nameKeys } from '../../../src/transform/merging/name-keys.ts'

/** Made-up firms: short name, full name, a name in Latin letters, and one that is easily taken for it. */
const FIRMS = [
  ['星途机器人', '北京星途机器人科技有限公司', 'StarWay Robotics', '星图机器人'],
  ['云杉智能', '上海云杉智能科技有限公司', 'Yunshan AI', '云山智能'],
  ['墨子量子', '合肥墨子量子信息技术有限公司', 'MoziQ', '墨石量子'],
  ['深蓝芯片', '深圳市深蓝芯片技术有限公司', 'DeepBlue Semi', '深澜芯片'],
  ['青禾生物', '苏州青禾生物医药有限公司', 'Qinghe Bio', '青荷生物'],
  ['潮汐能源', '杭州潮汐能源股份有限公司', 'Tidal Power', '朝夕能源'],
  ['万象模型', '北京万象模型科技有限公司', 'Vientiane Models', '万向模型'],
  ['赤兔汽车', '广州赤兔汽车有限公司', 'Chitu Motors', '赤图汽车'],
  ['白泽视觉', '杭州白泽视觉科技有限公司', 'Baize Vision', '白鹿视觉'],
  ['北斗光子', '武汉北斗光子技术有限公司', 'Beidou Photonics', '南斗光子'],
  ['九章算力', '成都九章算力信息技术有限公司', 'Jiuzhang Compute', '九州算力'],
  ['灵犀语音', '合肥灵犀语音科技有限公司', 'Lingxi Voice', '灵溪语音'],
  ['远山航天', '西安远山航天科技有限公司', 'Farhill Space', '远航航天'],
  ['棱镜医疗', '上海棱镜医疗科技有限公司', 'Prism Medical', '棱角医疗'],
  ['鲸落数据', '厦门鲸落数据技术有限公司', 'Whalefall Data', '鲸鱼数据'],
  ['锐角半导体', '无锡锐角半导体有限公司', 'Acute Semi', '钝角半导体'],
  ['松果电池', '常州松果电池科技有限公司', 'Pinecone Battery', '松树电池'],
  ['拾光影像', '南京拾光影像科技有限公司', 'Shiguang Imaging', '时光影像'],
  ['磐石制造', '青岛磐石制造有限公司', 'Bedrock Works', '盘石制造'],
  ['繁星教育', '北京繁星教育科技有限公司', 'Fanxing Edu', '繁花教育'],
  ['悟空出行', '重庆悟空出行科技有限公司', 'Wukong Mobility', '悟能出行'],
  ['泰坦材料', '宁波泰坦材料有限公司', 'Titan Materials', '泰山材料'],
  ['微光诊断', '苏州微光诊断技术有限公司', 'Gleam Dx', '微芒诊断'],
  ['沧海物流', '天津沧海物流有限公司', 'Canghai Logistics', '沧浪物流'],
  ['玄武安全', '北京玄武安全技术有限公司', 'Xuanwu Security', '朱雀安全'],
] as const
const DAY = '2023-06-12'

let ids = 0
function told(changes: Partial<ToldEvent> & { readonly on?: string } = {}): ToldEvent {
  const { on = DAY, ...rest } = changes
  ids += 1
  return {
    id: String(ids),
    key: String(ids).padStart(5, '0'),
    companies: ['某某机器人'],
    kind: 'equity',
    status: 'closed',
    round: 'a',
    from: on as CalendarDate,
    until: on as CalendarDate,
    currency: 'CNY',
    low: 50_000_000,
    high: 50_000_000,
    investors: ['红杉中国', '某某创投'],
    ...rest,
  }
}

const WITHOUT_AMOUNT: Partial<ToldEvent> = { investors: [] }

/** Twenty pairs a firm: ten that tell of one deal, ten that do not. */
const PAIRS = FIRMS.flatMap(([short, full, latin, other]) => {
  const one = told({ companies: [short] })
  const silent = (changes: Partial<ToldEvent> & { readonly on?: string }): ToldEvent => {
    const { currency: c, low: l, high: h, ...rest } = told({ ...WITHOUT_AMOUNT, ...changes })
    return rest
  }
  const same: readonly ToldEvent[] = [
    told({ companies: [short] }),
    told({ companies: [full], on: '2023-06-13' }),
    told({ companies: [`${short}（${latin}）`], on: '2023-06-15', investors: ['红杉'] }),
    told({ companies: [`${latin}${short}`], low: 45_000_000, high: 55_000_000 }),
    told({ companies: [short], round: 'undisclosed', on: '2023-06-14' }),
    told({ companies: [short], low: 10_000_000, high: 100_000_000, on: '2023-06-20' }),
    silent({ companies: [short], on: '2023-06-12' }),
    silent({ companies: [full], on: '2023-06-22' }),
    told({ companies: [short], currency: 'USD', low: 7_000_000, high: 7_000_000 }),
    told({ companies: [`${short}科技`], on: '2023-06-12', investors: [] }),
  ]
  const different: readonly ToldEvent[] = [
    told({ companies: [other] }),
    told({ companies: [other], on: '2023-06-13' }),
    told({ companies: [short], round: 'b', on: '2023-06-30' }),
    told({ companies: [short], round: 'a+' }),
    told({ companies: [short], on: '2023-12-01' }),
    told({ companies: [short], low: 500_000_000, high: 500_000_000 }),
    told({ companies: [short], kind: 'debt' }),
    told({ companies: [short], status: 'planned' }),
    silent({ companies: [other], round: 'undisclosed' }),
    told({
      companies: [short],
      round: 'undisclosed',
      on: '2023-07-25',
      investors: ['甲基金', '乙资本'],
      low: 90_000_000,
      high: 90_000_000,
    }),
  ]
  return [
    ...same.map((second) => ({ first: one, second, isSame: true })),
    ...different.map((second) => ({ first: one, second, isSame: false })),
  ]
})

describe('pairs of events', () => {
  it('are judged right: 500 of them, one deal or two', () => {
    const judged = PAIRS.map(({ first, second, isSame }) => ({
      isSame,
      said: matchEvents(first, second).score >= SAME,
    }))
    const right = judged.filter(({ isSame, said }) => isSame && said).length
    const taken = judged.filter(({ said }) => said).length
    const real = judged.filter(({ isSame }) => isSame).length
    expect(PAIRS).toHaveLength(500)
    expect(right / taken).toBeGreaterThanOrEqual(0.99)
    expect(right / real).toBeGreaterThanOrEqual(0.97)
  })

  it('are judged alike whichever comes first', () => {
    for (const { first, second } of PAIRS)
      expect(matchEvents(second, first).score).toBeCloseTo(matchEvents(first, second).score, 10)
  })

  it('say why', () => {
    const { why } = matchEvents(told(), told({ on: '2023-06-14' }))
    expect(why).toEqual([
      'same name',
      'same round a',
      '2 days apart',
      'amounts agree',
      '2 investors shared',
    ])
  })

  it('of one curated file are two deals', () => {
    expect(matchEvents(told({ file: 'deals' }), told({ file: 'deals' })).score).toBe(0)
    expect(matchEvents(told({ file: 'deals' }), told()).score).toBeGreaterThanOrEqual(SAME)
  })
})

describe('groups of events', () => {
  it('are twenty deals where two hundred copies of twenty stories were told', () => {
    const copies = FIRMS.slice(0, 20).flatMap(([short, full, latin]) =>
      Array.from({ length: 10 }, (____, index) => {
        const names = [short, full, `${short}（${latin}）`, `${short}科技`]
        const name = names[index % names.length] ?? short
        return told({
          companies: [name],
          on: `2023-06-${String(12 + (index % 4)).padStart(2, '0')}`,
          round: index % 5 === 0 ? 'undisclosed' : 'a',
          investors: index % 3 === 0 ? [] : ['红杉中国'],
        })
      }),
    )
    const { groups, doubtful } = groupEvents(copies)
    expect([groups.length, doubtful]).toEqual([20, []])
    expect(groups.reduce((sum, { others }) => sum + others.length, 0)).toBe(180)
  })

  it('are founded by the earliest, however late it was told, and do not depend on the order', () => {
    const events = [
      told({ on: '2023-06-14' }),
      told({ on: '2023-06-12' }),
      told({ on: '2023-06-13' }),
    ]
    const [group] = groupEvents(events).groups
    expect(group?.founding).toBe(events[1]?.id)
    expect(groupEvents(events.toReversed()).groups).toEqual(groupEvents(events).groups)
  })

  it('keep two rounds of one firm apart, and leave what is doubtful to a person', () => {
    const a = told({ companies: ['星途机器人'] })
    const b = told({ companies: ['星途机器人'], round: 'b', on: '2023-06-28' })
    const { id, key, companies, kind, status, from, until } = told({
      companies: ['星途机器人'],
      on: '2023-07-10',
    })
    const vague: ToldEvent = {
      id,
      key,
      companies,
      kind,
      status,
      from,
      until,
      round: 'undisclosed',
      investors: [],
    }
    const { groups, doubtful } = groupEvents([a, b, vague])
    expect(groups).toHaveLength(3)
    expect(doubtful.map(({ events }) => events)).toContainEqual([b.id, vague.id])
  })
})

describe('names', () => {
  it.each([
    ['北京某某科技有限公司（Momo AI）', ['某某科技', '某某', 'momoai']],
    ['億歐網絡科技', ['亿欧网络科技', '亿欧网络']],
    ['Airwallex空中云汇', ['airwallex空中云汇', '空中云汇', 'airwallex']],
    ['Example Robotics, Inc.', ['examplerobotics']],
    ['深圳市大疆创新科技有限公司', ['大疆创新科技', '大疆创新']],
  ])('%s are known by their keys', (name, keys) => {
    expect(nameKeys(name)).toEqual(expect.arrayContaining(keys as string[]))
  })
})

describe('what a company may be found by', () => {
  it('never ends within a character of two units', () =>
    expect(findingKeys('𠀀𓀀青禾量子').every(({ key }) => key.isWellFormed())).toBe(true))
})
