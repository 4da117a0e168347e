import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('the round', () => {
  it.each([
    ['完成种子轮融资', 'seed'],
    ['完成种子+轮融资', 'seed+'],
    ['完成天使轮融资', 'angel'],
    ['完成天使++轮融资', 'angel++'],
    ['完成Pre-A轮融资', 'pre-a'],
    ['完成Pre-A+轮融资', 'pre-a+'],
    ['完成A轮融资', 'a'],
    ['完成A+轮融资', 'a+'],
    ['完成A++轮融资', 'a++'],
    ['完成A2轮融资', 'a2'],
    ['完成B轮及B+轮融资', 'b+'],
    ['完成H轮融资', 'h'],
    ['完成Pre-IPO轮融资', 'pre-ipo'],
    ['完成G轮（Pre-IPO轮）融资', 'g'],
    ['完成战略融资', 'strategic'],
    ['完成天使轮战略融资', 'angel'],
    ['完成股权众筹融资', 'crowdfunding'],
    ['完成新一轮融资', 'undisclosed'],
    ['完成首轮融资', 'undisclosed'],
    ['完成A轮追加融资', 'a'],
  ])('%s', (words, round) => expect(eventsOf(`「青禾量子」${words}`)[0]?.round).toBe(round))

  it.each([
    ['Quillo raises $9M Series B extension', 'b'],
    ['Quillo lands $2M seed', 'seed'],
    ['Quillo raises $9M', 'undisclosed'],
  ])('%s', (title, round) => expect(eventsOf(title)[0]?.round).toBe(round))
})

describe('the kind', () => {
  it.each([
    ['「青禾量子」完成数千万元A轮融资', 'equity'],
    ['青禾汽车计划在德国投资12亿欧元建电池工厂', 'internal'],
    ['青禾集团宣布收购芯片设计公司北斗微', 'acquisition'],
    ['北斗微被青禾集团以3亿美元收购', 'acquisition'],
    ['青禾量子登陆港交所', 'listing'],
    ['青禾科技拟向特定对象发行股票，定增募资20亿元', 'placement'],
    ['青禾汽车获得40亿元银团贷款', 'debt'],
    ['青禾汽车获得政府补贴3亿元', 'grant'],
    ['远山资本完成20亿元新一期基金募集', 'fund'],
    ['青禾集团拟为北斗能源提供50亿元融资担保', 'other'],
    ['华山电池宣布追加100亿美元在美投资', 'internal'],
    ['青禾汽车2027年研发投入将超100亿元', 'internal'],
    ['青禾集团投资北斗微10亿美元', 'equity'],
    ['远山资本第三期美元基金募资7亿美元', 'fund'],
    ['青禾完成260亿美元数据中心融资，史上最大私人信贷交易', 'debt'],
    ['青禾咖啡60%股权卖给远山资本', 'acquisition'],
    ['青禾汽车私有化，大股东出价24亿美元', 'acquisition'],
    ['青禾汽车德国工厂动工，总投资超100亿欧元', 'internal'],
    ['青禾启动新一轮员工期权回购', 'acquisition'],
    ['「青禾跟踪」拟分拆上市', 'listing'],
    ['青禾股份上市首日涨近7倍', 'listing'],
    ['「青禾」连锁获2亿元战投', 'equity'],
    ['Quillo valued at $75B in employee share sale', 'acquisition'],
    ['Quillo raises $121M ahead of IPO', 'equity'],
    ['Amprio pledges $500B in US spending over 4 years', 'internal'],
    ['Tarn acquires note-taking app Pebblo for $80M', 'acquisition'],
    ['Battery maker Amprio lands $400M loan', 'debt'],
    ['Venture firm Lowbeam closes $200M third fund', 'fund'],
    ['Amprio files for IPO', 'listing'],
    ['Amprio to invest $1B in Spain data centers', 'internal'],
  ])('%s: %s', (title, kind) => expect(eventsOf(title).map((event) => event.kind)).toEqual([kind]))

  it('other than equity has no round', () => {
    const [event] = eventsOf('青禾集团收购完成B轮融资的北斗微')
    expect(event).toMatchObject({ kind: 'acquisition', round: 'undisclosed' })
  })

  it('of a purchase: the target is the company, the buyer an investor', () => {
    const [event] = eventsOf('青禾集团以5亿元收购北斗微100%股权')
    expect(event).toMatchObject({
      company: '北斗微',
      investors: [{ name: '青禾集团', lead: false }],
      amount: { low: 5e8 },
    })
  })
})

describe('the status', () => {
  it.each([
    ['「青禾量子」宣布完成2亿元A轮融资', 'closed'],
    ['36氪获悉，「青禾量子」完成2亿元A轮融资', 'closed'],
    ['「青禾量子」拟融资2亿元', 'planned'],
    ['「青禾量子」正寻求2亿元新一轮融资', 'planned'],
    ['「青禾量子」启动B轮融资', 'planned'],
    ['「青禾量子」据悉完成2亿元A轮融资', 'rumour'],
    ['消息称「青禾量子」正寻求2亿元融资', 'rumour'],
    ['「青禾量子」被曝暂停新一轮融资', 'rumour'],
    ['知情人士称「青禾量子」接近完成2亿元融资', 'rumour'],
    ['「青禾量子」否认融资传闻', 'rumour'],
    ['「青禾量子」正以50亿美元估值融资', 'planned'],
    ['Quillo reportedly raises $200M at $20B valuation', 'closed'],
    ['Quillo is reportedly raising $200M at $20B valuation', 'rumour'],
    ['Quillo closes in on $14B valuation', 'planned'],
    ['Quillo seeks $500M in new funding', 'planned'],
    ['Sources: Quillo is raising at a $4B valuation', 'rumour'],
    ['Quillo raises $5M but hoped for more, source says', 'closed'],
  ])('%s: %s', (title, status) => expect(eventsOf(title)[0]?.status).toBe(status))
})

describe('the company', () => {
  it.each([
    ['「青禾量子」获数千万元融资', '青禾量子'],
    ['“青禾量子”获数千万元融资', '青禾量子'],
    ['量子计算公司青禾量子获数千万元融资', '青禾量子'],
    ['智能家电品牌Quillo获数千万元融资', 'Quillo'],
    ['做家用光伏的平台「青禾（Qinghe）」获数千万元融资', '青禾'],
    ['刚获得1亿元融资的青禾量子，下一步去哪', '青禾量子'],
    ['张三的“青禾量子”A轮融资过亿', '青禾量子'],
    ['青禾汽车二期工厂签约，投资约60亿元', '青禾汽车'],
    ['前高管创办的青禾量子估值升至20亿美元', '青禾量子'],
    ['青禾量子估值近5亿美元，3个月融了5500万美元', '青禾量子'],
    ["Quillo, Amprio's challenger, confirms $750M raise", 'Quillo'],
    ["Tarn buys a designer's device startup pebb for $6.5B", 'pebb'],
    ['India’s Quillo raises $4M', 'Quillo'],
    ['Quillo, a startup that maps caves, raises $4M', 'Quillo'],
    ['After a quiet year, cave mapper Quillo raises $4M', 'Quillo'],
  ])('%s: %s', (title, company) => expect(eventsOf(title)[0]?.company).toBe(company))

  it('is the short name where both stand', () => {
    const [event] = eventsOf(
      '量子计算公司获数千万元融资',
      '近日，合肥青禾量子信息技术有限公司（以下简称“青禾量子”）完成数千万元天使轮融资。',
    )
    expect(event?.company).toBe('青禾量子')
  })

  it('may be left unsaid', () => {
    expect(eventsOf('前大厂高管创业做量子计算，获数千万元天使轮融资')).toMatchObject([
      { company: null, round: 'angel' },
    ])
  })
})

describe('the date', () => {
  const dateOf = (body: string): string | null | undefined =>
    eventsOf('「青禾量子」完成A轮融资', body)[0]?.date

  it.each([
    ['5月18日，青禾量子宣布完成A轮融资。', '2026-05-18'],
    ['5月20日，青禾量子宣布完成A轮融资。', null],
    ['周一，青禾量子宣布完成A轮融资。', '2026-05-18'],
    ['5月，青禾量子宣布完成A轮融资。', null],
    ['近日，青禾量子宣布完成A轮融资。', null],
  ])('%s', (body, date) => expect(dateOf(body)).toBe(date))
})
