import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('who a headline speaks of', () => {
  it.each([
    ['成立半年拿到超亿元天使轮融资，青禾动力专注研发人形机器人', '青禾动力'],
    ['拿下数千万元A轮融资，团队专注储能材料', null],
    ['青禾出行计划分拆蓝海智驾，融资20亿美元', '蓝海智驾'],
    ['“国产屏幕一哥”获央企战略投资', null],
    ['青禾集团美股公开递表，有望登陆纳斯达克', '青禾集团'],
    ['5年烧掉3.2亿，三闯港股，这家苏州公司能否如愿', null],
    ['300亿成都芯片“黑马”，冲刺港股IPO', null],
    ['国产内存龙头冲刺科创板，拟募资42亿元', null],
    ['青禾为小蓝紧急收购了一家15人公司', null],
    ['安拿禾完成数千万元融资，提供充电服务方案', '安拿禾'],
    ['远山集团投资卡牌公司 Quillo，未来会推出更多周边', 'Quillo'],
    ['首日大涨超380%，算力独角兽青禾科技成全球光芯片第一股', '青禾科技'],
  ])('%s: %s', (title, company) => {
    const [event, ...others] = eventsOf(title)
    expect(others).toEqual([])
    expect(event?.company).toBe(company)
  })

  it('finds the name where a portrait opens with the founder of the firm', () =>
    expect(
      eventsOf(
        '前同事二人做了台织布机，拿下远山等数亿融资',
        '作者｜某某 青禾织造（Greenloom）创始人王某某，是一个不按常理出牌的人。',
      ),
    ).toMatchObject([{ company: '青禾织造', amount: { low: 1e8, high: 1e9 } }]))
})

it('finds the name in how a body introduces a firm', () =>
  expect(
    eventsOf(
      '4个月净利润38.4亿元，南方存储黑马冲港股IPO',
      '7月3日，一家名叫青禾微电子的南方公司，向港交所递交了招股书。',
    ),
  ).toMatchObject([{ kind: 'listing', company: '青禾微电子' }]))

describe('what kind of deal a headline tells of', () => {
  it.each([
    ['国产内存龙头冲刺科创板，拟募资42亿元', 'listing', 'planned'],
    ['估值30亿美元，青禾车业或“单飞”上市', 'listing', 'planned'],
    ['青禾出行计划分拆蓝海智驾，融资20亿美元', 'equity', 'planned'],
    ['8亿，远山又一笔芯片收购，眼镜复活的前奏？', 'acquisition', 'closed'],
    ['30亿基金落子成渝，宜北切入新赛道', 'fund', 'closed'],
    ['青禾集团投资65亿的“梦之谷”开工', 'internal', 'closed'],
    ['两位教授再联手，远山参投，新公司押注下一代模型', 'equity', 'closed'],
    ['上海某大学教授创业，用AI研发新材料，海川创投投资', 'equity', 'closed'],
    ['远山出手了一家体育科技公司，曾获王某某天使轮融资', 'equity', 'closed'],
    ['远山、海川给远距影像硬件公司投资千万美金', 'equity', 'closed'],
    ['近5000亿，史上最大单笔融资要来了', 'equity', 'planned'],
    ['东岛母公司收到收购提议，行业龙头或将诞生', 'acquisition', 'planned'],
    ['青禾玩具寻求出售知名IP“小龙与城”，已与多家接洽', 'acquisition', 'planned'],
    ['51QUILLO闯关港股，44亿估值冲第一股', 'listing', 'planned'],
    ['某大学博士以百亿市值冲港股IPO，创始三人只剩一人', 'listing', 'planned'],
    ['蓝海投的苏州芯片龙头IPO了，开盘暴涨150%', 'listing', 'closed'],
    ['青禾科大孵化出一家智能公司，刷新触觉传感领域天使轮融资纪录', 'equity', 'closed'],
    ['青禾几近完成新一轮融资，大厂参投，估值或达100亿美金', 'equity', 'planned'],
    ['青禾相机 10 亿欧元卖身，谁会买？', 'acquisition', 'planned'],
    ['Self-driving trucks startup Examplia plans to go public via a SPAC', 'listing', 'planned'],
  ])('%s: %s, %s', (title, kind, status) =>
    expect(eventsOf(title)).toMatchObject([{ kind, status }]),
  )

  it.each([['从300到40，远山集团投资十年之变'], ['一份黑色幽默，这款游戏靠腾讯投资复活']])(
    '%s: none',
    (title) => expect(eventsOf(title)).toEqual([]),
  )
})

describe('who is said to put in', () => {
  it.each([
    ['「青禾到家」完成数亿元B轮融资，为本地服务赛道近年来最大单笔投资', []],
    ['「青禾空间」完成2亿元B轮融资，远山领投，产投、家办出手', ['远山']],
    ['两位博士做视频工具，估值2亿，Quillo联创参投', []],
    ['「青禾小吃」完成B轮融资，远山资本、好了基金联合领投', ['远山资本', '好了基金']],
    ['东山医疗投资，「青禾美」完成数千万元级A+轮融资', ['东山医疗']],
    ['王小禾、李大川、海外资本下注，北大团队的「青禾未来」获融资', ['王小禾', '李大川']],
    ['远山出手了一家体育科技公司，曾获王某某天使轮融资', ['远山']],
  ])('%s: %s', (title, names) =>
    expect(eventsOf(title).map(({ investors }) => investors.map(({ name }) => name))).toEqual([
      names,
    ]),
  )

  it.each([
    [
      '「青禾记忆」完成数亿元天使轮融资，本轮投资方阵容横跨产业资本与国资平台，包括远山资本、海川创投等。',
      ['远山资本', '海川创投'],
    ],
    [
      '近日，「青禾记忆」连续完成两轮远山资本、海川创投参投的数千万元天使轮及天使+轮融资。',
      ['远山资本', '海川创投'],
    ],
  ])('%s: %s', (body, names) =>
    expect(eventsOf('青禾记忆获融资', body)[0]?.investors.map(({ name }) => name)).toEqual(names),
  )
})

it('takes the later of two rounds, and the sum of each', () =>
  expect(
    eventsOf(
      '出行公司首月已成品类第一，再获融资',
      '近日，出行企业「青禾出行」连续完成A轮和A+轮融资，单轮融资金额均为数千万美元。其中，A+轮由远山资本领投，A轮由海川创投领投。',
    ),
  ).toMatchObject([{ round: 'a+', amount: { currency: 'USD', low: 1e7, high: 1e8 } }]))

it('finds the firm behind who founded it', () =>
  expect(
    eventsOf(
      '赢官司、融新钱，他想把「平价针」做出来',
      '前某生物科学家王某某创办的生物科技公司青禾细胞，近日完成1.4亿人民币A轮融资。',
    ),
  ).toMatchObject([{ company: '青禾细胞' }]))

describe('what a body says of the money its title only hints at', () => {
  it('gives the sum of the round in full', () =>
    expect(
      eventsOf(
        '单车公司获远山、王某某超数亿融资',
        '近日，单车品牌「青禾骑行」已完成B轮融资，融资总额超2亿元人民币。本轮融资由远山资本领投。',
      ),
    ).toMatchObject([{ company: '青禾骑行', round: 'b', amount: { low: 2e8, high: 4e8 } }]))

  it('gives the sum of several rounds', () =>
    expect(
      eventsOf(
        '两位工程师做桌面工具，获数千万融资',
        '近日，制造品牌「青禾智造」连续完成两轮共计超2500万元人民币融资，投资机构有远山资本、海川创投。',
      ),
    ).toMatchObject([{ company: '青禾智造', amount: { low: 2.5e7, high: 5e7 } }]))

  it('tells of a round where the title tells of orders ahead', () =>
    expect(
      eventsOf(
        'Examplia联创做了款智能指环，众筹已破千万元',
        '近日，可穿戴品牌Quillo宣布完成数百万美元首轮融资。本轮融资由远山资本领投，电助力自行车品牌Examplia等产业方共同加注。',
      ),
    ).toMatchObject([
      {
        company: 'Quillo',
        amount: { currency: 'USD', low: 1e6, high: 1e7 },
        investors: [{ name: '远山资本', lead: true }, { name: 'Examplia' }],
      },
    ]))

  it('gives the short name behind a long one that ends in how a partnership is liable', () =>
    expect(
      eventsOf(
        '「青禾装备」完成数千万元A轮融资',
        '投资方为东州远山创业投资合伙企业（有限合伙）（以下简称“远山方舟”），某某资本担任独家财务顾问。',
      ),
    ).toMatchObject([{ investors: [{ name: '远山方舟' }] }]))
})
