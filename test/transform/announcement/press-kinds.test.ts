import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

const investorsOf = (title: string, body = ''): readonly string[] =>
  eventsOf(title, body).flatMap(({ investors }) => investors.map(({ name }) => name))

describe('firms and shares that change hands', () => {
  it.each([
    ['远山集团将东南亚业务13.5亿元售予松涛涂料', '东南亚', 'closed', ['松涛涂料']],
    ['远山集团同意将旗下青禾货运以8亿元出售给松涛物流', '青禾货运', 'closed', ['松涛物流']],
    ['远山基金拟转让子公司青禾财富60%的股权', '青禾财富', 'planned', []],
    ['松涛基金与白鹭资本受让青禾量子股份', '青禾量子', 'closed', ['松涛基金', '白鹭资本']],
    ['松涛股份拟增资并吸收合并青禾量子', '青禾量子', 'planned', ['松涛股份']],
    ['松涛集团谋划成为青禾量子最大股东', '青禾量子', 'planned', ['松涛集团']],
    ['无人机厂商青禾量子考虑出售', '青禾量子', 'planned', []],
    ['松涛、白鹭、远山三方竞购青禾超市', '青禾超市', 'planned', ['松涛', '白鹭', '远山']],
    ['商务部已批准松涛电子以44亿元收购青禾半导体', '青禾半导体', 'closed', ['松涛电子']],
    ['青禾矿业以3.85亿美元向松涛矿业出售江南铜矿', '江南铜矿', 'closed', ['松涛矿业']],
    ['松涛赛博获批收购青禾航天部分股权', '青禾航天', 'planned', ['松涛赛博']],
  ])('%s', (title, company, status, investors) => {
    const [event] = eventsOf(title)
    expect(event).toMatchObject({ kind: 'acquisition', status })
    expect(event?.company).toContain(company)
    expect(event?.investors.map(({ name }) => name)).toEqual(investors)
  })

  it('an agreement that is signed is a deal', () => {
    const [event] = eventsOf(
      '松涛集团将收购青禾量子',
      '松涛集团与青禾量子达成最终收购协议，将以8亿元收购青禾量子。',
    )
    expect(event).toMatchObject({ company: '青禾量子', status: 'closed' })
  })
})

describe('funds, loans and shares on the market', () => {
  it.each([
    ['青禾未来创新产业发展基金成立，注册资本约2亿', 'fund', 'closed', 180_000_000],
    ['青禾具身智能机器人私募投资基金完成备案，规模20亿', 'fund', 'closed', 2_000_000_000],
    ['100亿，江南最大母基金来了', 'fund', 'closed', 10_000_000_000],
    ['松涛银行向青禾电力提供2.5亿美元贷款', 'debt', 'closed', 250_000_000],
    ['青禾电力资产支持专项计划获批，规模20亿元', 'debt', 'closed', 2_000_000_000],
    ['青禾量子再融资获注册批复，远山集团17.75亿元全额认购', 'placement', 'planned', 1_775_000_000],
    ['青禾量子科创板IPO获受理，拟募资11.69亿元', 'listing', 'planned', 1_169_000_000],
    ['青禾量子计划赴港上市，至少融资10亿美元', 'listing', 'planned', 1_000_000_000],
    ['青禾链通过ICO获2000万美元融资', 'other', 'closed', 20_000_000],
  ])('%s', (title, kind, status, low) => {
    expect(eventsOf(title)).toMatchObject([{ kind, status, amount: { low } }])
  })

  it.each([
    ['远山中国拟募单飞后首支美元基金，规模至少12亿美元', 'fund', 'planned', 1_200_000_000],
    ['前矿业高管牵头筹建 10 亿美元江南矿产基金', 'fund', 'planned', 1_000_000_000],
    ['青禾矿业为江南银矿项目安排 3.3 亿美元债务融资', 'debt', 'closed', 330_000_000],
  ])('%s', (title, kind, status, low) => {
    expect(eventsOf(title)).toMatchObject([{ kind, status, amount: { low } }])
  })

  it('the body says when the money of a project is to be spent, and that a listing took place', () => {
    expect(
      eventsOf(
        '青禾铝业投资 2500 万欧元升级希腊产线',
        '青禾铝业将投资近 2500 万欧元用于其希腊再生铝产线。',
      ),
    ).toMatchObject([{ kind: 'internal', status: 'planned', amount: { low: 22_500_000 } }])
    expect(
      eventsOf('青禾量子科创板上市，市值过百亿', '5月20日，青禾量子正式登陆科创板。'),
    ).toMatchObject([{ kind: 'listing', status: 'closed' }])
  })

  it('what a province founds is the fund of its name', () => {
    expect(eventsOf('江南省设立20亿元量子科技产业投资基金')).toMatchObject([
      { company: '量子科技产业投资基金', investors: [] },
    ])
  })

  it('what a state spends is no event', () => {
    expect(eventsOf('江南省政府投资786亿元建设产业园')).toEqual([])
  })

  it('the board a firm lists on is no part of its name', () => {
    expect(eventsOf('青禾量子科创板IPO获受理')).toMatchObject([{ company: '青禾量子' }])
    expect(eventsOf('青禾量子传筹备IPO')).toMatchObject([{ company: '青禾量子' }])
  })

  it('the body says of the sum of the title that it is lent', () => {
    const found = eventsOf(
      '青禾通信联手白鹭筹资60亿美元，为云厂商铺路',
      '青禾通信正牵头筹组一笔规模达60亿美元的债务融资。',
    )
    expect(found).toMatchObject([{ company: '青禾通信', kind: 'debt' }])
  })
})

describe('who gets the money', () => {
  it.each([
    ['远山集团投资青禾科技', '青禾科技', ['远山集团']],
    ['白鹭资本考虑参与青禾量子近3亿美元融资', '青禾量子', ['白鹭资本']],
    ['远山资本200万美元领投Quillo42 A轮融资', 'Quillo42', ['远山资本']],
    ['青禾量子融资获国资加持，江南投、蓝海移动入场', '青禾量子', ['江南投', '蓝海移动']],
    ['青禾陪护完成白鹭洗衣千万元融资', '青禾陪护', ['白鹭洗衣']],
  ])('%s', (title, company, investors) => {
    const [event] = eventsOf(title)
    expect(event).toMatchObject({ kind: 'equity', company })
    expect(event?.investors.map(({ name }) => name)).toEqual(investors)
  })

  it.each([
    ['机器人公司Quillo成立即获亿元融资', 'Quillo'],
    ['行业周报 _ 脑机公司Quillo获亿元融资；「青禾」新品发布', 'Quillo'],
    ['青禾动力确认完成约 25 亿美元新一轮融资', '青禾动力'],
    ['云从青禾科技完成千万元融资', '云从青禾科技'],
  ])('%s', (title, company) => {
    expect(eventsOf(title)[0]?.company).toBe(company)
  })

  it('a newsletter lists sums and rounds behind the names', () => {
    const found = eventsOf(
      '本周资本市场：硬件与数据并行',
      'Quillo：13.7 亿美元 Series D、估值 78.7 亿美元。\nBrambly Robotics：650 万美元种子轮，多源确认。\n青禾机器人：完成天使轮，远山创投领投。',
    )
    expect(found).toMatchObject([
      { company: 'Quillo', round: 'd', valuation: { low: 7_870_000_000 } },
      { company: 'Brambly Robotics', round: 'seed', amount: { low: 6_500_000 } },
      { company: '青禾机器人', round: 'angel', investors: [{ name: '远山创投', lead: true }] },
    ])
  })

  it('a newsletter heads each item with the name of a protocol', () => {
    const found = eventsOf(
      '项目名称：Quillo Finance',
      '5 月 18 日，链上交易协议 Quillo Finance 在推特上宣布获得Alpha Ventures、Beta Capital 投资。',
    )
    expect(found).toMatchObject([{ company: 'Quillo Finance' }])
  })

  it.each([
    ['完成融资，资金由远山基金和白鹭资本提供。', ['远山基金', '白鹭资本']],
    ['本轮由远山资本领投，多家机构参与，包括A轮投资方白鹭资本。', ['远山资本', '白鹭资本']],
    ['芯片领域投资机构白鹭璞华加入投资。', ['白鹭璞华']],
    [
      '投资方包括远山创投与江南大学联名基金、白鹭资本。',
      ['远山创投与江南大学联名基金', '白鹭资本'],
    ],
    ['松涛科技老股东跟投，公司加速赴港。', ['松涛科技']],
  ])('%s', (body, investors) => {
    expect(investorsOf('青禾量子完成近亿元天使轮融资', body)).toEqual(investors)
  })
})

describe('what was raised before, and what is to come', () => {
  it('a round of the same year as one recalled is recalled', () => {
    expect(
      eventsOf('资料显示，2011年青禾获得天使轮融资；同年11月，青禾又获得3000万美元B轮融资。'),
    ).toEqual([])
  })

  it('a plus may stand behind the round word', () => {
    const found = eventsOf(
      '青禾量子获得1000万元天使轮融资',
      '青禾量子获得天使轮1000万元融资。年内公司将开启“天使轮+”融资，希望引入新股东。',
    )
    expect(found).toMatchObject([
      { round: 'angel', status: 'closed' },
      { round: 'angel+', status: 'planned' },
    ])
  })

  it('a list may number its items after a full stop', () => {
    const found = eventsOf(
      '链圈新闻动态：研究报告出炉',
      '2. Alpha报道，社交公司Quillo完成1000万美元A轮融资，由Beta Ventures领投。3. Gamma报道，数字艺术公司Brambly完成400万美元种子轮融资。',
    )
    expect(found).toMatchObject([{ company: 'Quillo' }, { company: 'Brambly' }])
  })
})

describe('rounds that are told of beside the one at hand', () => {
  it('who led a round of another year is no investor of this one', () => {
    const title = '青禾北斗完成C轮融资'
    const news = '青禾北斗近日完成数亿元C轮融资，由远山资本领投。'
    expect(investorsOf(title, `${news}公司的B轮融资在2021年5月完成，由云杉资本领投。`)).toEqual([
      '远山资本',
    ])
  })

  it('a round may have its investors', () => {
    const body =
      '青禾北斗近日完成C轮融资。此轮融资有远山科创、白鹭基金等投资机构和产业方参与，青山控股等老股东追加投资。'
    expect(investorsOf('青禾北斗完成C轮融资', body)).toEqual(['远山科创', '白鹭基金', '青山控股'])
  })

  it('a month is not cut in two', () => {
    const body =
      '青禾之家 10 月 6 日消息，据松涛社报道，有关人士表示，青禾北斗已经完成上市前最后一轮私募融资，金额为2亿元。'
    const [event] = eventsOf('青禾北斗完成私募融资', body)
    expect(event?.amount).toMatchObject({ low: 200_000_000 })
  })
})
