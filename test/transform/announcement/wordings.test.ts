import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('several rounds of one firm in one sentence', () => {
  it.each([
    ['「青禾量子」连续完成A轮和A+轮融资', 'a+', undefined],
    ['「青禾量子」完成Pre-A及A轮近亿元融资', 'a', [5e7, 1e8]],
    ['「青禾量子」连获Pre-A、A两轮融资', 'a', undefined],
    ['「青禾量子」完成种子轮及天使轮融资，合计数千万元', 'angel', [1e7, 1e8]],
    ['两轮合计近2亿元！芯片企业「青禾量子」完成A、A+轮融资', 'a+', [1.8e8, 2e8]],
    ['Examplia closes Seed and Series A financing', 'a', undefined],
    ['Examplia announces close of $9M pre-seed and seed rounds', 'seed', [9e6, 9e6]],
  ])('%s: one event of the later round, with the sum of both', (title, round, bounds) => {
    const [event, ...others] = eventsOf(title)
    expect(others).toEqual([])
    expect(event?.round).toBe(round)
    expect(event?.amount === null ? undefined : [event?.amount?.low, event?.amount?.high]).toEqual(
      bounds,
    )
  })

  it('has the investors of each', () => {
    const [event] = eventsOf(
      '独家 | 某机器人企业融资10亿',
      '近日青禾量子连续完成A1轮、A2轮融资，总金额超过十亿元。其中A1轮由远山资本、海川创投联合投资；A2轮由北辰资本联合投资。',
    )
    expect(event).toMatchObject({ round: 'a2', amount: { low: 1e9, high: 2e9 } })
    expect(event?.investors.map(({ name }) => name)).toEqual(['远山资本', '海川创投', '北辰资本'])
  })
})

describe('sums in other writings', () => {
  it.each([
    ['「青禾量子」完成三千五百万元A轮融资', 'CNY', 3.5e7, 3.5e7],
    ['「青禾量子」完成一千二百余万元A轮融资', 'CNY', 1.2e7, 2.4e7],
    ['「青禾量子」完成新台幣3億元A輪募資', 'TWD', 3e8, 3e8],
    ['「青禾量子」再融8000万', 'CNY', 8e7, 8e7],
    ['Quillo raises Rs 90 crore in Series A', 'INR', 9e8, 9e8],
    ['两位博士造火箭，刚刚融了5个亿', 'CNY', 5e8, 5e8],
    ['「青禾量子」獲3億元新台幣B輪投資', 'TWD', 3e8, 3e8],
    ['数十亿元！「青禾量子」完成新一轮融资', 'CNY', 1e9, 1e10],
    ['「青禾量子」完成B轮融资，金额在1亿元至1.5亿元之间', 'CNY', 1e8, 1.5e8],
    ['「青禾量子」G轮融资到账，本轮10.5亿元', 'CNY', 1.05e9, 1.05e9],
  ])('%s', (title, currency, low, high) =>
    expect(eventsOf(title)).toMatchObject([{ amount: { currency, low, high } }]),
  )
})

describe('who puts in and who gets', () => {
  it.each([
    ['远山资本5亿元投资「青禾量子」', 'equity', '青禾量子', ['远山资本']],
    ['东山股份：对外投资3000万元认购「青禾量子」新增股份', 'equity', '青禾量子', ['东山股份']],
    ['王某某个人投资「青禾量子」，金额数千万美元', 'equity', '青禾量子', ['王某某']],
    ['远山集团完成对英国芯片公司Examplia的收购', 'acquisition', 'Examplia', ['远山集团']],
    [
      'Alpha and Beta to invest $300M in robotaxi firm Examplia',
      'equity',
      'Examplia',
      ['Alpha', 'Beta'],
    ],
    ['Alpha leads buyout of Examplia', 'acquisition', 'Examplia', ['Alpha']],
    ['Alpha offers to buy Examplia for $34.5B', 'acquisition', 'Examplia', ['Alpha']],
    ['Alpha sells its entire stake in Examplia for $300M', 'acquisition', 'Examplia', []],
    [
      'Alpha sold controlling stake in chip startup Examplia to Beta Capital',
      'acquisition',
      'Examplia',
      ['Beta Capital'],
    ],
    ['「青禾量子」完成首轮融资，远山种子基金独投', 'equity', '青禾量子', ['远山种子基金']],
    ['远山集团宣布出售旗下乳品业务，作价约10亿欧元', 'acquisition', '乳品', []],
    ['曾获远山资本投资的「青禾量子」再融8000万元', 'equity', '青禾量子', []],
    ['「青禾量子」获远山资本、海川创投战略入股', 'equity', '青禾量子', ['远山资本', '海川创投']],
  ])('%s', (title, kind, company, investors) => {
    const [event] = eventsOf(title)
    expect(event).toMatchObject({ kind, company })
    expect(event?.investors.map(({ name }) => name)).toEqual(investors)
  })

  it('told of one after another', () => {
    const [event] = eventsOf(
      '「青禾量子」完成A轮融资',
      '青禾量子宣布完成7000万元A轮融资，领投方为远山资本，跟投方包括海川创投、北辰资本。',
    )
    expect(event?.investors).toEqual([
      { name: '远山资本', lead: true },
      { name: '海川创投', lead: false },
      { name: '北辰资本', lead: false },
    ])
  })

  it('in English, who also took part', () => {
    const [event] = eventsOf(
      'Examplia Raises Series A',
      'Examplia today announced it has raised $27 million in Series A funding led by Alpha Ventures. Existing investors Beta Partners and Gamma Capital also participated.',
    )
    expect(event?.investors.map(({ name }) => name)).toEqual([
      'Alpha Ventures',
      'Beta Partners',
      'Gamma Capital',
    ])
  })

  it('in English, new and existing investors without what they are called', () => {
    const [event] = eventsOf(
      'Examplia Announces $60 Million Series C Financing',
      'Examplia today announced it has closed a $60 million Series C financing led by Alpha Ventures with participation from existing investors Beta Partners and Gamma Capital, as well as new investor Delta.',
    )
    expect(event?.investors).toEqual([
      { name: 'Alpha Ventures', lead: true },
      { name: 'Beta Partners', lead: false },
      { name: 'Gamma Capital', lead: false },
      { name: 'Delta', lead: false },
    ])
  })
})

describe('items in square brackets', () => {
  it('are read where they tell of a deal', () => {
    expect(
      eventsOf(
        '创投日报',
        '【「青禾量子」完成2亿元A轮融资】本轮由远山资本领投。【天气】某地下雨。',
      ),
    ).toMatchObject([{ company: '青禾量子', round: 'a', amount: { low: 2e8 } }])
  })
})

describe('what is no private round', () => {
  it.each([
    ['Examplia Announces Pricing of $150 Million Public Offering', 'placement'],
    ['东山股份发行可转债募资10亿元获证监会同意', 'placement'],
    ['「青禾量子」获国家重点研发计划专项资金3000万元支持', 'grant'],
    ['远山集团宣布未来四年在美投资5000亿美元', 'internal'],
    ['远山集团计划今年投资2300亿元', 'internal'],
    ['东山股份定增申请获深交所受理，拟募资9.8亿元', 'placement'],
    ['Examplia raises 5 billion yuan ahead of planned Hong Kong IPO', 'equity'],
    ['Examplia lands $2.3B debt facility to buy more machines', 'debt'],
    ['总规模100亿元！某省设立人工智能产业母基金', 'fund'],
  ])('%s: %s', (title, kind) => expect(eventsOf(title)).toMatchObject([{ kind }]))

  it.each([
    '一文看懂可转债打新',
    '券商研报：预计全年A股融资规模将达8000亿元',
    '本周共发生融资事件86起，总金额约120亿元',
  ])('%s: nothing', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('deals told in other words', () => {
  it.each([
    ['远山汽车与海川主权基金签署10亿美元投资协议', 'equity', '远山汽车', ['海川主权基金']],
    ['东山股份：拟向全资子公司增资2亿元', 'internal', '东山股份', []],
    ['东山股份：使用自有资金5000万元对子公司增资', 'internal', '东山股份', []],
    ['东山股份：拟以8000万元增资控股子公司', 'internal', '东山股份', []],
    ['东山集团：拟15亿元投建储能项目', 'internal', '东山集团', []],
    ['「远山创投」二期人民币基金完成首关，规模10亿元', 'fund', '远山创投', []],
    ['「青禾量子」众筹破千万，创下新高', 'equity', '青禾量子', []],
    ['首轮即融8000万元，老将创办的「青禾量子」浮出水面', 'equity', '青禾量子', []],
    ['Examplia valued at $4 billion after $350 million round', 'equity', 'Examplia', []],
  ])('%s: %s of %s', (title, kind, company, investors) =>
    expect(
      eventsOf(title).map((event) => ({
        kind: event.kind,
        company: event.company,
        hasAmount: event.amount !== null,
        investors: event.investors.map(({ name }) => name),
      })),
    ).toEqual([{ kind, company, hasAmount: true, investors }]),
  )

  it('adds the parts of a numeral in words', () =>
    expect(eventsOf('「青禾量子」完成一亿两千万元融资')).toMatchObject([
      { amount: { low: 1.2e8, high: 1.2e8 } },
    ]))

  it('holds a round that was halted to be unsure', () =>
    expect(eventsOf('「青禾量子」B轮融资暂停')).toMatchObject([{ round: 'b', status: 'rumour' }]))

  it('takes no one for a payer whose purchase is only reported', () =>
    expect(eventsOf('远山集团被曝将收购「青禾量子」')).toMatchObject([
      { kind: 'acquisition', company: '青禾量子', status: 'rumour' },
    ]))

  it('reads an outside investor in a subsidiary as equity', () =>
    expect(eventsOf('东山股份：子公司青禾量子获远山资本3亿元增资')).toMatchObject([
      { kind: 'equity' },
    ]))

  it.each([
    '一季度全球AI融资额达220亿美元',
    '某女士投资理财被骗500万元',
    'What founders should know about raising a seed round',
  ])('%s: nothing', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('investors told in other words', () => {
  const namesOf = (title: string, body?: string) =>
    eventsOf(title, body).flatMap(({ investors }) => investors.map(({ name }) => name))

  it('are named beside those that were there before', () =>
    expect(
      namesOf(
        'Examplia raises $22M Series A',
        'The round was led by Alpha Partners. Beta Ventures and existing investor Gamma Capital also participated.',
      ),
    ).toEqual(['Alpha Partners', 'Beta Ventures', 'Gamma Capital']))

  it.each([
    ['由远山资本领投。松涛资本此前参与了公司A轮融资，本轮继续跟投。', ['远山资本', '松涛资本']],
    ['由远山资本领投，松涛资本曾领投天使轮，本轮继续加码。', ['远山资本', '松涛资本']],
    ['此前参与A轮的松涛资本和白鹭资本，本轮持续加码。', ['松涛资本', '白鹭资本']],
    ['松涛资本此前领投A轮，本轮由远山资本领投。', ['远山资本']],
  ])('may have been there before: %s', (told, names) =>
    expect(namesOf('「青禾量子」完成2亿元B轮融资', `青禾量子完成2亿元B轮融资。${told}`)).toEqual(
      names,
    ),
  )

  it('are never the firm itself, by whatever name the text calls it', () => {
    const told = (title: string) => namesOf(title, '北辰科技获投资，投资方为远山资本与松涛资本。')
    expect(told('「青禾量子」获2亿元投资')).toEqual(['远山资本', '松涛资本'])
    expect(told('「青禾量子」获战略投资')).toEqual(['远山资本', '松涛资本'])
  })

  it('join a round', () =>
    expect(
      namesOf(
        'Examplia closes €20m Series A',
        'The round was led by Alpha. Previous investors Beta Ventures and Delta also joined.',
      ),
    ).toEqual(['Alpha', 'Beta Ventures', 'Delta']))

  it('may be called cornerstones', () =>
    expect(namesOf('「青禾量子」完成2亿元C轮融资，基石资本领投')).toEqual(['基石资本']))

  it('are no bare words for money', () =>
    expect(namesOf('传「青禾量子」获中东资本10亿美元注资')).toEqual([]))
})

describe('the sum of who leads', () => {
  it('is that of the round where a headline gives no other', () =>
    expect(eventsOf('远山资本领投5000万美元，「青禾量子」完成C轮融资')).toMatchObject([
      { company: '青禾量子', round: 'c', amount: { low: 5e7 } },
    ]))

  it('announces the round of who is named behind it', () =>
    expect(eventsOf('远山资本领投5000万美元，「青禾量子」成今年赛道黑马')).toMatchObject([
      {
        company: '青禾量子',
        amount: { low: 5e7, currency: 'USD' },
        investors: [{ name: '远山资本', lead: true }],
      },
    ]))
})

describe('hearsay and what is asked', () => {
  it.each([
    ['传「青禾」被收购？官方：消息不实', 'acquisition', '青禾', 'rumour'],
    ['北斗汽车回应某车企计划入股10亿美元：以公告为准', 'equity', '北斗汽车', 'rumour'],
    ['「青禾量子」上市申请获受理', 'listing', '青禾量子', 'planned'],
  ])('%s', (title, kind, company, status) =>
    expect(eventsOf(title)).toMatchObject([{ kind, company, status }]),
  )

  it('keeps the next round of the same firm as planned', () => {
    expect(
      eventsOf(
        '青禾量子获近千万元融资',
        '青禾量子宣布获得远山资本近千万元Pre-A轮融资。目前青禾量子已经开始下一轮的融资。',
      ),
    ).toMatchObject([
      { round: 'pre-a', status: 'closed' },
      { company: '青禾量子', status: 'planned', amount: null },
    ])
  })
})

describe('rounds and sums told of in parts', () => {
  it.each([
    ['天使轮由远山资本领投，天使+轮由松涛资本、白鹭资本联合领投。', 'angel+'],
    ['D1轮由远山资本领投；D2轮由松涛资本独家投资。', 'd2'],
    ['Pre-A轮由远山资本领投。天使+轮投资方为松涛资本。', 'pre-a'],
  ])('%s: the last of them', (told, round) => {
    const name = round.startsWith('d') ? 'D轮' : round === 'pre-a' ? '天使+、Pre-A两轮' : '天使轮'
    expect(eventsOf('「青禾量子」获融资', `青禾量子完成${name}系列融资。${told}`)).toMatchObject([
      { round },
    ])
  })

  it('reads the sum of this round, and not what a month brought together', () => {
    expect(
      eventsOf(
        '「青禾量子」C+轮再融8400万美元，将发起数亿规模产业基金',
        '青禾量子宣布获得远山集团8400万美元C+轮融资，30天内青禾量子共获得了近4亿美元融资。',
      ),
    ).toMatchObject([
      { kind: 'equity', amount: { low: 8.4e7 } },
      { kind: 'fund', status: 'planned', amount: { low: 1e8, high: 1e9 } },
    ])
    expect(
      eventsOf('「青禾量子」完成B轮首批融资', '青禾量子完成B轮首批融资，本批融资金额逾4亿元。'),
    ).toMatchObject([{ amount: { low: 4e8, high: 8e8 } }])
  })
})

describe('what the title does not say', () => {
  it.each([
    ['青禾量子的种子轮', '青禾量子成立于2024年，专注芯片。种子轮由远山资本领投。'],
    ['青禾量子发布新品', '36氪获悉，青禾量子近日发布芯片。公司种子轮融资由远山资本领投。'],
    ['「青禾量子」发布首款芯片。种子轮由远山资本领投', undefined],
  ])('is a round that only its leader is told of: %s', (title, body) =>
    expect(eventsOf(title, body)).toMatchObject([
      { company: '青禾量子', round: 'seed', investors: [{ name: '远山资本', lead: true }] },
    ]),
  )

  it('is no new round where who led an earlier one is told', () =>
    expect(
      eventsOf('「青禾量子」完成B轮融资', '青禾量子完成B轮融资。种子轮由远山资本领投。'),
    ).toMatchObject([{ round: 'b' }]))

  it('is the deal a valuation came from', () => {
    expect(
      eventsOf(
        'Quillo 估值翻倍至 220 亿美元',
        'AI 语音公司 Quillo 完成 3 亿美元员工股权出售，由远山资本领投。',
      ),
    ).toMatchObject([{ kind: 'acquisition', company: 'Quillo', amount: { low: 3e8 } }])
  })

  it('is who was backed by several', () => {
    expect(
      eventsOf(
        '李青山、远山资本下注，北大团队做肌电腕带',
        '36氪获悉，雪原未来（SnowField）团队获得李青山、远山资本及海外机构投资。',
      ),
    ).toMatchObject([
      { company: '雪原未来', investors: [{ name: '李青山' }, { name: '远山资本' }] },
    ])
  })

  it('is a name in law with its region', () => {
    expect(
      eventsOf('量子企业获融资', '量子计算企业两禾万象（北京）科技有限公司完成数亿元A+轮融资。'),
    ).toMatchObject([{ company: '两禾万象（北京）科技有限公司', round: 'a+' }])
  })

  it('takes what one round came to in the end for its sum', () => {
    expect(eventsOf('「青禾量子」宣布完成累计数亿元天使轮融资')).toMatchObject([
      { round: 'angel', amount: { low: 1e8 } },
    ])
  })
})
