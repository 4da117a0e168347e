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
