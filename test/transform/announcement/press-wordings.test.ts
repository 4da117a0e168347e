import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

const names = (title: string, body = ''): readonly string[] =>
  eventsOf(title, body).flatMap(({ investors }) =>
    investors.map(({ name, lead }) => `${name}${lead ? '*' : ''}`),
  )

describe('several firms in one text', () => {
  it('a weekly goes on about the firm it told of last', () => {
    const found = eventsOf(
      '医药行业周报 |「青禾量子」完成数亿元B轮融资；「墨石生物」获批临床',
      '「青禾量子」已完成数亿元B轮融资。本轮融资由远山资本领投，老股东松涛创投持续加投。',
    )
    expect(found).toMatchObject([
      {
        company: '青禾量子',
        investors: [
          { name: '远山资本', lead: true },
          { name: '松涛创投', lead: false },
        ],
      },
    ])
  })

  it('a body tells of another firm beside the story', () => {
    const found = eventsOf(
      '青禾量子获2亿美元融资',
      '青禾量子完成2亿美元融资。同时，德国机器人公司Quillo完成8000万美元C轮融资，由Alpha Capital领投。',
    )
    expect(found).toMatchObject([
      { company: '青禾量子', investors: [] },
      { company: 'Quillo', round: 'c', investors: [{ name: 'Alpha Capital', lead: true }] },
    ])
  })

  it('a body lists deals line by line under a title that tells of none', () => {
    const found = eventsOf(
      'Smaller ones',
      'Quillo, a two-year-old, Oslo-based payments company, has raised $10 million in funding led by the climate-focused venture firm Alpha Capital.\nBrambly, a Lyon-based bakery chain, has raised $6 million in Series A funding. The round was led by Beta Ventures.',
    )
    expect(found).toMatchObject([
      { company: 'Quillo', investors: [{ name: 'Alpha Capital', lead: true }] },
      { company: 'Brambly', round: 'a', investors: [{ name: 'Beta Ventures', lead: true }] },
    ])
  })
})

describe('whom a text names as investors', () => {
  it.each([
    ['「青禾量子」完成种子轮融资（远山资本领投，松涛创投跟投）', ['远山资本*', '松涛创投']],
    ['「青禾量子」获得由远山资本领投和松涛创投跟投的A轮融资', ['远山资本*', '松涛创投']],
    [
      '「青禾量子」获得一笔2000万美元融资，参投方包括新加坡投资公司Alpha Capital',
      ['Alpha Capital'],
    ],
    ['Quillo raises $40M in Alpha-led Series C', ['Alpha*']],
    [
      'Quillo raises $40M, with participation Beta Ventures and Gamma Capital',
      ['Beta Ventures', 'Gamma Capital'],
    ],
  ])('%s', (title, expected) => expect(names(title)).toEqual(expected))

  it('one leader’s part is not the round', () => {
    const [event] = eventsOf(
      'Quillo raised $234M at a $1.5 billion valuation',
      'The round was led by Alpha with $150m, joined by Beta Ventures.',
    )
    expect(event?.amount).toMatchObject({ low: 234e6, high: 234e6 })
  })
})

describe('what is recalled', () => {
  it('a founding year before the verb makes no deal old', () => {
    const [event] = eventsOf(
      '区块链创企青禾量子获两千万美元融资',
      '青禾量子成立于2015年，该公司宣布获得2000万美元融资，领投方是远山资本。',
    )
    expect(event?.investors).toEqual([{ name: '远山资本', lead: true }])
  })

  it('rounds listed with their years after 此前 are no news', () => {
    expect(
      eventsOf(
        '青禾量子此前曾于2015年获得远山资本的天使轮融资，2017年11月获得松涛创投领投的A轮融资。',
      ),
    ).toEqual([])
  })

  it('"自…至今" gives no round', () => {
    const [event] = eventsOf(
      '青禾量子获超6亿元融资',
      '「青禾量子」完成新一轮融资。自去年8月完成超3亿元A轮融资至今，累计融资超12亿元。',
    )
    expect(event).toMatchObject({ round: 'undisclosed', amount: { low: 6e8 } })
  })
})

describe('who acts', () => {
  it.each([
    ['教育机器人公司青禾量子宣布，公司已于6月完成A轮1.89亿元融资', '青禾量子', 'closed'],
    ['获远山资本领投的千万Pre-A轮融资，青禾量子将持续发力硬件', '青禾量子', 'closed'],
    ['青禾量子逆势完成融资，再获逾2亿元资本加持', '青禾量子', 'closed'],
    ['知情人士：Quillo 正就新一轮融资进行讨论，估值在 100 亿美元以上', 'Quillo', 'rumour'],
    ['Quillo is in talks to raise $1.5 billion, the Daily reports', 'Quillo', 'rumour'],
    ['After Alpha’s $20B licence deal, chip startup Quillo is raising $650M', 'Quillo', 'planned'],
    ['仓储机器人Quillo+获得6000万美元B轮融资', 'Quillo+', 'closed'],
  ])('%s', (title, company, status) => expect(eventsOf(title)).toMatchObject([{ company, status }]))
})

describe('who buys what', () => {
  it.each([
    ['远山集团拟收购青禾量子和墨石生物科技部分股权', ['青禾量子', '墨石生物科技']],
    ['百年糖厂易手，Quillo甜品被全资收购', ['Quillo甜品']],
    ['市场监管总局附条件批准远山集团收购青禾量子股权案', ['青禾量子']],
    ['Alpha acquires a controlling stake in Oslo studio Quillo for $14M', ['Quillo']],
    ['Alpha paid $500M for Beta-backed Quillo', ['Quillo']],
  ])('%s', (title, companies) => {
    const found = eventsOf(title)
    expect(found.map(({ kind }) => kind)).toEqual(companies.map(() => 'acquisition'))
    expect(found.map(({ company }) => company)).toEqual(companies)
  })

  it('the one sum of a headline is the price, wherever it stands', () => {
    const [event] = eventsOf('1000亿日元，远山集团买下了日本的「青禾乐园」')
    expect(event?.amount).toMatchObject({ currency: 'JPY', low: 1e11 })
  })
})

describe('what is no raise', () => {
  it.each([
    '上周数字资产投资产品净流出 1600 万美元，结束连续流入',
    '青禾市今年完成投资的4163亿元都用在哪些项目上？',
    'Quillo secures $850 million of drilling contracts',
    'Alpha scoops up $9M in Quillo shares',
  ])('%s', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('rounds and worth', () => {
  it.each([
    ['青禾量子完成总计8亿元人民币B轮融资', 'b', [8e8, 8e8]],
    ['青禾量子D-2轮融资到账', 'd2', undefined],
    ['Quillo completes $10 million A1 round financing', 'a1', [1e7, 1e7]],
    ['Quillo announces a $20 million B extension round', 'b', [2e7, 2e7]],
  ])('%s', (title, round, bounds) => {
    const [event] = eventsOf(title)
    expect(event?.round).toBe(round)
    expect(event?.amount ? [event.amount.low, event.amount.high] : undefined).toEqual(bounds)
  })

  it('a worth that rose is the later one', () => {
    const [event] = eventsOf(
      '青禾量子获20亿美元融资',
      '青禾量子在B轮融资中成功筹集20亿美元，公司估值从7个月前的5.45亿美元飙升至80亿美元。',
    )
    expect(event?.valuation).toMatchObject({ low: 8e9, high: 8e9 })
  })

  it('plus signs a feed lost in the body stand in the title', () => {
    const [event] = eventsOf('「青禾量子」完成Pre‑A++轮融资', '青禾量子完成Pre-A 轮融资。')
    expect(event?.round).toBe('pre-a++')
  })
})

describe('a newsflash under a bare name', () => {
  it('is read as a headline', () =>
    expect(
      eventsOf('青禾量子', '青禾量子计划在香港进行IPO，拟筹集9.6亿美元。（快讯社）'),
    ).toMatchObject([{ company: '青禾量子', kind: 'listing', status: 'planned' }]))
})

describe('numbered items', () => {
  it('are deals of their own, with a blank before the number or none', () => {
    const found = eventsOf(
      '8.17创投日报：青禾旅店获2000万美元B轮融资',
      '1. 会场平台“青禾旅店”获远山资本参投2000万美元B轮融资 2. 居家平台“墨石之家”完成千万元融资 3. 汽车平台“云杉修车”完成松涛资本领投1亿元A轮融资',
    )
    expect(found.map(({ company }) => company)).toEqual(['青禾旅店', '墨石之家', '云杉修车'])
    expect(found.map(({ investors }) => investors.map(({ name }) => name))).toEqual([
      ['远山资本'],
      [],
      ['松涛资本'],
    ])
  })
})

describe('English texts under a title without money', () => {
  it('tell of the firm the title names', () =>
    expect(
      eventsOf(
        'Quillo wants to run your warehouse',
        'Quillo emerged from stealth today with a $100 million Series A and active deployments.',
      ),
    ).toMatchObject([{ company: 'Quillo', round: 'a', amount: { low: 1e8 } }]))

  it('a pronoun and a noun are no name', () =>
    expect(
      eventsOf('This Startup Raised $18.5 Million From Alpha To Reinvent Weather'),
    ).toMatchObject([{ company: null, investors: [{ name: 'Alpha' }] }]))
})

describe('vouchers for customers', () => {
  it('are no grants', () =>
    expect(
      eventsOf('云杉商城以旧换新', '云杉商城宣布推出补贴，用户还可获得最高1500元的额外补贴。'),
    ).toEqual([]))
})

describe('who is told of in other words', () => {
  it.each([
    ['Quillo raises $76M, with Alpha and Beta investing', ['Alpha', 'Beta']],
    ['Quillo raises $1.5 million in funding led by Alpha Ventures & others', ['Alpha Ventures*']],
    ['Quillo raises $125M, adding Alpha as an investor', ['Alpha']],
    ['Quillo raises €3M to expand — Gamma Capital joins the round', ['Gamma Capital']],
  ])('%s', (title, expected) => expect(names(title)).toEqual(expected))

  it('those who are leading the investment lead it', () => {
    const [event] = eventsOf(
      'Quillo raises $100 million Series A',
      'Alpha and Beta are leading the investment into Quillo.',
    )
    expect(event?.investors).toEqual([
      { name: 'Alpha', lead: true },
      { name: 'Beta', lead: true },
    ])
  })

  it('a firm whose name begins with a word of wishing has its name', () =>
    expect(eventsOf('能链青禾完成1亿美元战略融资')).toMatchObject([{ company: '能链青禾' }]))

  it('a listing that is applied for is planned', () =>
    expect(eventsOf('青禾团购提交IPO申请拟登陆纳斯达克')).toMatchObject([
      { company: '青禾团购', kind: 'listing', status: 'planned' },
    ]))
})
