import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

const namesOf = (title: string, body?: string): readonly (string | null)[] =>
  eventsOf(title, body).map(({ company }) => company)

describe('a digest', () => {
  it('gives an event for every deal', () => {
    const events = eventsOf(
      '晚间快讯：青禾量子完成2亿元B轮融资；苹果发布新手机；“北斗微”获数千万元A轮融资',
    )
    expect(events).toMatchObject([
      { company: '青禾量子', round: 'b', amount: { low: 2e8 } },
      { company: '北斗微', round: 'a', amount: { low: 1e7, high: 1e8 } },
    ])
  })

  it('reads titles parted by slashes and the items of its body', () => {
    expect(
      namesOf('早报｜某厂推出新车/青禾量子完成2亿元融资', '· 北斗微完成A轮融资 · 某地下雨'),
    ).toEqual(['青禾量子', '北斗微'])
  })

  it('counts a deal once that stands in title and body', () => {
    expect(
      namesOf('早报｜青禾量子完成2亿元B轮融资；某厂裁员', '青禾量子完成2亿元B轮融资；某厂裁员三成'),
    ).toEqual(['青禾量子'])
  })

  it('of several firms that share a sentence', () => {
    expect(
      namesOf('赛道升温', '36氪获悉，近日青禾量子、北斗微、白鹭智能等公司拿到数亿元融资。'),
    ).toEqual(['青禾量子', '北斗微', '白鹭智能'])
  })
})

describe('a story', () => {
  it('joins title and body, and the body wins', () => {
    const events = eventsOf(
      '「青禾量子」完成超亿元天使轮融资',
      '近日，青禾量子完成1.2亿元天使+轮融资，本轮由远山资本领投。',
    )
    expect(events).toMatchObject([
      {
        company: '青禾量子',
        round: 'angel+',
        amount: { low: 1.2e8, high: 1.2e8 },
        investors: [{ name: '远山资本', lead: true }],
      },
    ])
  })

  it('takes over what a title says that tells of no deal itself', () => {
    expect(
      eventsOf('“青禾量子”C轮融资，投后估值近50亿元', '青禾量子完成2.8亿元C轮融资。'),
    ).toMatchObject([{ round: 'c', valuation: { high: 5e9 } }])
  })

  it('of two rounds at once has the total and the later round', () => {
    expect(eventsOf('「青禾量子」连续完成天使轮与Pre-A轮融资，累计数亿元')).toMatchObject([
      { round: 'pre-a', amount: { low: 1e8, high: 1e9 } },
    ])
  })

  it('knows its firm through clauses without one', () => {
    expect(
      eventsOf(
        '子公司完成首轮融资',
        '36氪获悉，青禾量子完成首轮股权融资协议签署，融资金额22亿元，投资方包括远山资本。',
      ),
    ).toMatchObject([{ company: '青禾量子', amount: { low: 22e8 } }])
  })

  it('leaves rounds that are only recalled', () => {
    expect(
      eventsOf(
        '「青禾量子」完成B轮融资',
        '青禾量子宣布完成B轮融资。此前，公司曾于2024年3月完成5000万元A轮融资。',
      ),
    ).toMatchObject([{ round: 'b', amount: null }])
  })

  it('keeps a further raise of the same firm as planned', () => {
    expect(
      eventsOf(
        '「青禾量子」完成1亿元A轮融资',
        '近日，青禾量子完成1亿元A轮融资。公司计划开展B轮股权融资。',
      ),
    ).toMatchObject([
      { round: 'a', status: 'closed' },
      { company: '青禾量子', round: 'b', status: 'planned', amount: null },
    ])
  })

  it('does not take rounds of others in the text', () => {
    expect(
      namesOf('「青禾量子」完成A轮融资', '青禾量子完成A轮融资。同行北斗微宣布完成2亿元B轮融资。'),
    ).toEqual(['青禾量子'])
  })
})

describe('no deal', () => {
  it.each([
    '融资融券余额连续三日回落至1.5万亿元',
    '前四月社会融资规模增量累计超12万亿元',
    '多家房企融资环境改善，8月融资总额超千亿元',
    '上半年具身智能赛道融资总额突破900亿元，同比增长五倍',
    '本周国内融资金额超60亿元，过亿元交易达20笔',
    '证监会回应上市公司再融资：将严格把关',
    '「青禾」发布新款扫地机，售价2999元',
    '曾获10亿元融资的共享出行公司宣布破产',
    '投资人谈创业：别只想着融资',
    '融资20亿元，烧光了：一家明星公司的陨落',
    '那些融了几十亿元的造车新势力，都去哪了',
    '青禾量子：暂无融资计划',
    '融资10轮，估值百亿元，它为什么还不赚钱',
    '量子公司都在抢着IPO：青禾、北斗谁先敲钟',
    '青禾L6今日上市，售价25万元起',
    '融资1亿元后，他把公司解散了',
    'How Quillo raised $15M by being loud',
    'Startups are raising more money at the Series B, data shows',
    '“充电桩投资”骗局涉案10亿元',
    'Meet the founders who skipped venture capital',
    'Quillo, the startup that raised $40M, launches a map of caves',
    'Startup funding fell 40% in the third quarter',
    'How Quillo reached $100M in revenue',
    '',
  ])('%s', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('who gives', () => {
  it.each(['跟投', '跟进', '参与', '加码'])('is no firm that gets: %s', (gives) => {
    const events = eventsOf(
      '青禾医疗获新融资',
      `「青禾医疗」宣布完成D轮融资，海川、北辰${gives}，融资总额2.1亿美元。`,
    )
    expect(events).toMatchObject([
      {
        company: '青禾医疗',
        round: 'd',
        amount: { low: 2.1e8 },
        investors: [{ name: '海川' }, { name: '北辰' }],
      },
    ])
  })
})

describe('how old a firm is', () => {
  it.each(['成立4个月', '成立仅四个月', '成立九个多月'])(
    'counts no firms and no rounds: %s',
    (age) => {
      const body = `${age}的青禾动力已悄然拿下2亿元种子轮，由远山创投领投。`
      expect(eventsOf('某地新事', body)).toMatchObject([
        { company: '青禾动力', round: 'seed', amount: { low: 2e8 } },
      ])
    },
  )
})
