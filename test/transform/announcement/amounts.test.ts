import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

const [WAN, YI] = [1e4, 1e8]

describe('the bounds a wording leaves open', () => {
  it.each([
    ['1.5亿元', 1.5 * YI, 1.5 * YI],
    ['３０００万元', 3000 * WAN, 3000 * WAN],
    ['1亿2000万元', 1.2 * YI, 1.2 * YI],
    ['两千万元', 2000 * WAN, 2000 * WAN],
    ['三十五亿元', 35 * YI, 35 * YI],
    ['1,200万元', 1200 * WAN, 1200 * WAN],
    ['5亿', 5 * YI, 5 * YI],
    ['5億元', 5 * YI, 5 * YI],
    ['约2亿元', 1.8 * YI, 22000 * WAN],
    ['大约2亿元', 1.8 * YI, 22000 * WAN],
    ['2亿元左右', 1.8 * YI, 22000 * WAN],
    ['近千万元', 500 * WAN, 1000 * WAN],
    ['近亿元', 0.5 * YI, YI],
    ['将近亿元', 0.5 * YI, YI],
    ['接近亿元', 0.5 * YI, YI],
    ['近2亿元', 1.8 * YI, 2 * YI],
    ['近3000万', 2700 * WAN, 3000 * WAN],
    ['超3亿元', 3 * YI, 6 * YI],
    ['逾3亿元', 3 * YI, 6 * YI],
    ['超过3亿元', 3 * YI, 6 * YI],
    ['突破3亿元', 3 * YI, 6 * YI],
    ['3000余万元', 3000 * WAN, 6000 * WAN],
    ['3亿多元', 3 * YI, 6 * YI],
    ['不低于3亿元', 3 * YI, 6 * YI],
    ['至少3亿元', 3 * YI, 6 * YI],
    ['3亿元以上', 3 * YI, 6 * YI],
    ['10亿+', 10 * YI, 20 * YI],
    ['数百万元', 100 * WAN, 1000 * WAN],
    ['数千万元', 1000 * WAN, YI],
    ['几千万元', 1000 * WAN, YI],
    ['数亿元', YI, 10 * YI],
    ['数十万元', 10 * WAN, 100 * WAN],
    ['数十亿元', 10 * YI, 100 * YI],
    ['数百亿元', 100 * YI, 1000 * YI],
    ['百万级', 100 * WAN, 1000 * WAN],
    ['千万级', 1000 * WAN, YI],
    ['千万元级', 1000 * WAN, YI],
    ['亿级', YI, 10 * YI],
    ['上亿元', YI, 10 * YI],
    ['上千万元', 1000 * WAN, YI],
    ['千万元', 1000 * WAN, YI],
    ['亿元', YI, 10 * YI],
    ['过亿元', YI, 2 * YI],
    ['超亿元', YI, 2 * YI],
    ['超千万元', 1000 * WAN, 2000 * WAN],
    ['2亿至3亿元', 2 * YI, 3 * YI],
    ['2-3亿元', 2 * YI, 3 * YI],
    ['不超过5亿元', 0, 5 * YI],
    ['至多5亿元', 0, 5 * YI],
    ['最高5亿元', 0, 5 * YI],
  ])('%s', (wording, low, high) => {
    const [event] = eventsOf(`「青禾量子」完成${wording}A轮融资`)
    expect(event?.amount).toMatchObject({ currency: 'CNY', low, high })
  })

  it('over a billion and more in English', () => {
    const [event] = eventsOf('Quillo raises more than $1.2 billion')
    expect(event?.amount).toMatchObject({ currency: 'USD', low: 1.2e9, high: 2.4e9 })
  })
})

describe('the currency of an amount', () => {
  it.each([
    ['5亿元', 'CNY'],
    ['5亿人民币', 'CNY'],
    ['5亿元人民币', 'CNY'],
    ['人民币5亿元', 'CNY'],
    ['¥5亿', 'CNY'],
    ['RMB 5亿', 'CNY'],
    ['5亿', 'CNY'],
    ['5亿美元', 'USD'],
    ['5亿美金', 'USD'],
    ['5亿刀', 'USD'],
    ['$5亿', 'USD'],
    ['亿元级美金', 'USD'],
    ['5亿港元', 'HKD'],
    ['5亿港币', 'HKD'],
    ['5亿欧元', 'EUR'],
    ['5亿英镑', 'GBP'],
    ['5亿日元', 'JPY'],
    ['5亿韩元', 'KRW'],
    ['5亿新加坡元', 'SGD'],
    ['5亿卢比', 'INR'],
    ['5亿泰铢', 'THB'],
  ])('%s', (wording, currency) => {
    expect(eventsOf(`「青禾量子」获得${wording}融资`)[0]?.amount?.currency).toBe(currency)
  })

  it.each([
    ['€8M', 'EUR', 8e6],
    ['£3 million', 'GBP', 3e6],
    ['₹50 crore', 'INR', 5e8],
    ['US$230 million', 'USD', 230e6],
    ['HK$1.5bn', 'HKD', 1.5e9],
  ])('%s', (wording, currency, low) => {
    expect(eventsOf(`Quillo raises ${wording} to map caves`)[0]?.amount).toMatchObject({
      currency,
      low,
    })
  })

  it('of two is the one outside brackets', () => {
    const [event] = eventsOf('「青禾量子」完成3亿韩元（约合150万元）A轮融资')
    expect(event?.amount).toMatchObject({ currency: 'KRW', low: 3e8 })
  })
})

describe('which amount is the round', () => {
  it('a total beside a named round is none', () => {
    const [event] = eventsOf('「青禾量子」完成B轮融资，累计融资5亿元')
    expect(event).toMatchObject({ round: 'b', amount: null })
  })

  it('a total of several rounds is the amount', () => {
    const [event] = eventsOf('「青禾量子」连续完成三轮融资，总金额超2亿元')
    expect(event?.amount).toMatchObject({ low: 2 * YI })
  })

  it('a sum that is said to be one makes a loose wording exact', () => {
    const [event] = eventsOf(
      '「青禾量子」完成千万元级天使轮融资',
      '近日，青禾量子完成千万元级天使轮融资，融资金额1500万元。',
    )
    expect(event?.amount).toMatchObject({ low: 1500 * WAN, high: 1500 * WAN })
  })

  it('a number of things is no money', () => {
    const [event] = eventsOf('年出货3000万件，「青禾量子」完成A轮融资')
    expect(event?.amount).toBeNull()
  })
})

describe('a valuation', () => {
  it.each([
    ['「青禾量子」完成2亿元B轮融资，估值达30亿元', 30 * YI],
    ['「青禾量子」完成2亿元B轮融资，投后估值30亿元', 30 * YI],
    ['估值30亿元，「青禾量子」完成2亿元B轮融资', 30 * YI],
    ['Quillo raises $40M at a $1.5B valuation', 1.5e9],
    ['Quillo raises $40M, now valued at $1.5 billion', 1.5e9],
  ])('%s', (title, low) => expect(eventsOf(title)[0]?.valuation).toMatchObject({ low }))

  it('before the money is not kept', () => {
    expect(eventsOf('「青禾量子」完成2亿元B轮融资，投前估值30亿元')[0]?.valuation).toBeNull()
  })
})
