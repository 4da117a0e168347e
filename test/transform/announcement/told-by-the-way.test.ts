import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

function readingsOf(title: string, body?: string): readonly string[] {
  return eventsOf(title, body).map(
    ({ company, kind, status, amount }) =>
      `${company} ${kind} ${status} ${amount === null ? '-' : `${amount.low}..${amount.high}`}`,
  )
}

function investorsOf(title: string, body?: string): readonly string[] {
  return eventsOf(title, body).flatMap(({ investors }) =>
    investors.map(({ name, lead }) => `${name}${lead ? ' (lead)' : ''}`),
  )
}

describe('Chinese wordings in which a deal is told by the way', () => {
  it.each([
    ['远山集团推出15亿美元银团贷款计划', ['远山集团 debt planned 1500000000..1500000000']],
    ['远山科技洽购北辰智能', ['北辰智能 acquisition planned -']],
    ['青禾集团宣布投资远山智能，持股28%，成为最大外部股东', ['远山智能 equity closed -']],
    ['远山资本正在为旗下第三期基金募资5亿美元', ['远山资本 fund planned 500000000..500000000']],
    ['远山智能登陆美股，融资2亿美元', ['远山智能 listing closed 200000000..200000000']],
    ['远山集团宣布300亿元投资计划', ['远山集团 internal planned 30000000000..30000000000']],
  ])('%s', (title, readings) => {
    expect(readingsOf(title)).toEqual(readings)
  })

  it.each([
    ['用AI智能体写代码，远山智能完成2亿元A轮融资', '远山智能'],
    ['远山实验室Quillo Labs完成2亿美元A轮融资', 'Quillo Labs'],
  ])('%s: the firm that raises', (title, company) => {
    expect(eventsOf(title).map((event) => event.company)).toEqual([company])
  })

  it('keeps a name that begins with a word for "all"', () => {
    expect(
      investorsOf('远山智能完成2亿元A轮融资', '本轮融资由均海电子领投，北辰资本跟投。'),
    ).toEqual(['均海电子 (lead)', '北辰资本'])
  })
})

describe('English wordings in which a deal is told by the way', () => {
  it('funds that a firm manages are that firm', () => {
    expect(
      investorsOf(
        'Quillo raises $40 million Series C',
        'The round was led by Alpha Capital, with participation from funds managed by Beta Partners.',
      ),
    ).toEqual(['Alpha Capital (lead)', 'Beta Partners'])
  })

  it('ends the list of investors where the headline goes on', () => {
    expect(
      investorsOf('Quillo raises $40M led by Alpha Capital, Bringing Total Funding to $90M'),
    ).toEqual(['Alpha Capital (lead)'])
  })

  it('leaves out what the firm was worth before the money', () => {
    const [event] = eventsOf(
      'Quillo raises $40 million Series C',
      'Quillo raised the money at a pre-money valuation of about $400 million.',
    )
    expect(event?.valuation ?? null).toBeNull()
  })

  it.each(['UK government borrowing hits $20 billion', 'Trade deficit reaches $68 billion'])(
    '%s: nobody raises',
    (title) => {
      expect(eventsOf(title)).toEqual([])
    },
  )

  it("takes a round's own sum, not that of all rounds", () => {
    expect(readingsOf("Quillo's Series B reaches $60 million")).toEqual([
      'Quillo equity closed 60000000..60000000',
    ])
  })
})
