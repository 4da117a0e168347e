import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('raises told in few words', () => {
  it.each([
    ['李某AI公司首发大模型，远山云领投 | 本刊独家', null, ['远山云']],
    ['海湾土豪签下7亿支票，投给前大厂设计师', null, []],
    ['车规级模块厂商再融资亿元，加速扩产', null, []],
    ['青禾机器人又融资了', '青禾机器人', []],
    ['前大厂高管创立的割草机器人再融资，某教授投过、众筹已超300万美金', null, []],
    ['大四、论文登顶 Quillo、三个月后拿下李天河 2000 万投资', null, ['李天河']],
    ['青禾新一轮估值已达30亿美金，继远山后，蓝海也入局', '青禾', ['蓝海']],
    ['两位校友创业：获远山、蓝海系投资人押注，要把成本降一半', null, []],
    ['刚刚，国内首个旅游大模型融了个上亿的A轮', null, []],
    ['史上最高种子轮花落AI：10亿美元断档领先', null, []],
    ['「青禾」获远山资本1000万美元可转债投资', '青禾', ['远山资本']],
    ['“青禾汽车”获得国有资本90亿元人民币战略支持', '青禾汽车', []],
    ['西青餐饮获95亿元身家富豪入股', '西青餐饮', []],
    ['前大厂设计师创业“AI宠物”，再获数千万元融资', null, []],
    ['青禾完成近亿元天使轮融资，多家战投出资', '青禾', []],
    ['青禾餐饮顶着争议，再收8亿投资', null, []],
    ['30天估值暴涨20亿，杭州AI独角兽曝新融资', null, []],
    ['远山入股青禾旗下公司，目标：十万元以内', null, ['远山']],
    ['融资80亿，青禾重回牌桌', '青禾', []],
    ['远山、蓝海投资，某新材料公司种子轮融资1.2亿美元', null, ['远山', '蓝海']],
    ['一家想让义肢成为「身体一部分」的公司，再获亿元级融资', null, []],
    ['3亿，远山投了一台榨汁机', null, ['远山']],
  ])('%s: %s', (title, company, names) => {
    const [event, ...others] = eventsOf(title)
    expect(others).toEqual([])
    expect(event).toMatchObject({ kind: 'equity', company })
    expect(event?.investors.map(({ name }) => name)).toEqual(names)
  })

  it('keeps what somebody owns apart from what changes hands', () =>
    expect(eventsOf('西青餐饮获95亿元身家富豪入股')).toMatchObject([{ amount: null }]))

  it('reads who led after the sum', () =>
    expect(eventsOf('Quillo发布新车，获远山资本数千万美元A轮领投')).toMatchObject([
      { round: 'a', investors: [{ name: '远山资本', lead: true }] },
    ]))

  it('takes what is denied for a rumour and what will be put in for a plan', () =>
    expect(
      eventsOf('远山否认投资Quillo；蓝海将投 Brisk 300 亿美元；丁：不予置评 | 早知道'),
    ).toMatchObject([
      { company: 'Quillo', status: 'rumour', investors: [{ name: '远山' }] },
      { company: 'Brisk', status: 'planned', amount: { low: 300e8 } },
    ]))

  it('places the convertible bonds of a listed firm on the market', () =>
    expect(eventsOf('青禾电力完成10亿元可转债发行')).toMatchObject([{ kind: 'placement' }]))

  it('tells the money of a fund from that of a firm', () =>
    expect(eventsOf('独家丨青禾资本新募超30亿元')).toMatchObject([
      { kind: 'fund', company: '青禾资本', amount: { low: 30e8, high: 60e8 } },
    ]))

  it.each([
    '退出家居龙头，青禾集团投资战线收缩',
    'A股再融资新规落地，市场反应平静',
    '上市公司再融资收紧',
  ])('%s: none', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('what a body says of a raise', () => {
  it('reads a leader after a dash and a sum after the last one', () =>
    expect(
      eventsOf(
        '青禾智元完成新一轮融资',
        '本刊获悉，青禾智元完成新一轮融资——远山领投，估值较2024年1月B轮的17亿美元跃升近4倍，达到近70亿美元。',
      ),
    ).toMatchObject([
      { investors: [{ name: '远山', lead: true }], valuation: { low: 63e8, high: 70e8 } },
    ]))

  it('reads a bare unit before what it made the firm', () =>
    expect(eventsOf('青禾完成10亿元B轮融资，投后估值近百亿跻身独角兽')).toMatchObject([
      { valuation: { low: 50e8, high: 100e8 } },
    ]))

  it('keeps a name that begins with a conjunction whole', () =>
    expect(eventsOf('青禾机器人获自动化龙头和椿科技战略投资')).toMatchObject([
      { investors: [{ name: '和椿科技' }] },
    ]))

  it('keeps two names of one list apart, though the one has the other in it', () =>
    expect(
      eventsOf('青禾完成B轮融资', '青禾完成B轮融资，由国山创业、国山领投，元禾、元禾原点跟投。'),
    ).toMatchObject([
      {
        investors: [
          { name: '国山创业', lead: true },
          { name: '国山', lead: true },
          { name: '元禾' },
          { name: '元禾原点' },
        ],
      },
    ]))

  it('follows a list over its semicolons', () =>
    expect(
      eventsOf(
        '青禾完成股权融资',
        '青禾完成股权融资。本轮投资方包括南北两地的国资平台；甲银金融资产投资有限公司等银行机构；青山证券等券商机构以及弘远投资等社会资本。',
      ),
    ).toMatchObject([
      {
        investors: [
          { name: '甲银金融资产投资有限公司' },
          { name: '青山证券' },
          { name: '弘远投资' },
        ],
      },
    ]))

  it('drops how many giants they are', () =>
    expect(
      eventsOf(
        'Quillo 完成 900 亿美元融资',
        '本轮由远山（300亿美元）、蓝海（300亿美元）和白石（300亿美元）三大巨头联合注资。',
      ),
    ).toMatchObject([{ investors: [{ name: '远山' }, { name: '蓝海' }, { name: '白石' }] }]))
})
