import { describe, expect, it } from 'vitest'
import type { AnnouncedEvent } from '../../../src/model/announced-event.ts'
import { eventsOf } from '../../support/make-announcement.ts'

/** Company, kind, status, lower bound of the sum, round. */
function toWords({ company, kind, status, amount, round }: AnnouncedEvent): string {
  const stage = round === 'undisclosed' ? [] : [round]
  return [company ?? 'null', kind, status, amount?.low ?? 'null', ...stage].join(' ')
}

describe('whose deal an English sentence tells of', () => {
  it.each([
    ['Quillo has snared $22 million in funding led by Alpha', 'Quillo equity closed 22000000'],
    ['Quillo mops up $9M in seed funding', 'Quillo equity closed 9000000 seed'],
    [
      'Quillo Pharma (Oslo) Co. Ltd. raised $11 million in a series C round',
      'Quillo Pharma equity closed 11000000 c',
    ],
    [
      'Alpha Corp.’s pump subsidiary, Quillo Rhythm Ltd. (Quillo), has confirmed agreements for a series C financing that would net it total investment proceeds of $15 million',
      'Quillo Rhythm equity closed 15000000 c',
    ],
    [
      'On a happier note, Quillo, a Norwegian pump startup, raised $28 million',
      'Quillo equity closed 28000000',
    ],
    [
      'This week, Quillo Capital, a ship-focused investment firm, made the final close for its third fund with commitments of $65 million',
      'Quillo Capital fund closed 65000000',
    ],
    [
      'Quillo Bio will develop pumps after it started trading on the Oslo Stock Exchange, where it raised $18 million through an initial public offering',
      'Quillo Bio listing closed 18000000',
    ],
    [
      'One of today’s VC deals is that Quillo has raised $7 million in new VC funding',
      'Quillo equity closed 7000000',
    ],
    [
      'Norwegian Ship Sharing Platform Quillo Raises $37M Series C Round',
      'Quillo equity closed 37000000 c',
    ],
    [
      'Quillo Capital’s Norway Arm Seeks $8 Billion in New Funds',
      'Quillo Capital fund planned 8000000000',
    ],
    [
      'Alpha Partners has put a reported $12 million investment in an online advice service, Quillo in Oslo',
      'Quillo equity closed 12000000',
    ],
    [
      'OSLO, June 5, 2024 /PRNewswire/ -- Quillo, Inc., a leader in pumps, today announced it has raised $20 million in Series B funding',
      'Quillo equity closed 20000000 b',
    ],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('what a text says besides the deal', () => {
  it.each([
    [
      'Quillo raises $115M Series A extension',
      'The extension brings the round to $350 million and total raised to $550 million.',
      'Quillo equity closed 115000000 a',
    ],
    [
      'Quillo secures $750M credit facility from Alpha',
      'The pump maker will use the debt for new plants.',
      'Quillo debt closed 750000000',
    ],
    [
      'Fintech Quillo valued at $2.4B after $150M round',
      'Its previous valuation was $1.1 billion in 2024.',
      'Quillo equity closed 150000000',
    ],
  ])('%s', (title, body, words) => expect(eventsOf(title, body).map(toWords)).toEqual([words]))
})

describe('deals of several firms in one English sentence', () => {
  it.each([
    [
      'Alpha has led a $10-million round in ship platform Quillo while Beta and a vehicle of media firm Gamma have co-led a $36-million Series B round in robot company Zuma',
      ['Quillo equity closed 10000000', 'Zuma equity closed 36000000 b'],
    ],
    [
      'Alpha acquired Quillo, Beta acquired Zuma, and Gamma bought a stake in Ostra',
      [
        'Ostra equity closed null',
        'Quillo acquisition closed null',
        'Zuma acquisition closed null',
      ],
    ],
    [
      'Quillo raised $5 million, and Zuma raised $7 million in a Series A round',
      ['Quillo equity closed 5000000', 'Zuma equity closed 7000000 a'],
    ],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords).toSorted()).toEqual(words))
})

describe('what kind of money an English sentence tells of', () => {
  it.each([
    [
      'Quillo said it closed its public offering of 4.4 million shares of common stock at $2.78 each for net proceeds of approximately $10 million',
      'Quillo placement closed 9000000',
    ],
    ['Nasdaq-listed pump maker Quillo raised $40 million', 'Quillo placement closed 40000000'],
    [
      'Quillo Ltd. (NYSE: QLO) raised $40 million in fresh funding',
      'Quillo placement closed 40000000',
    ],
    ['Quillo Limited Closes Oversubscribed Rights Issue', 'Quillo placement closed null'],
    ['Quillo submits prospectus for Oslo listing', 'Quillo listing planned null'],
    [
      'Pump maker Quillo is raising up to $13 million in an Oslo initial public offering',
      'Quillo listing planned 0',
    ],
    [
      'Alpha plans to increase its ownership of Quillo from 28% to 72% in a deal valued at $41 million',
      'Quillo acquisition planned 41000000',
    ],
    ['Alpha will sell a 35% stake in Quillo for $6 million', 'Quillo acquisition planned 6000000'],
    ['Quillo secured $23 million in debt via a convertible note', 'Quillo equity closed 23000000'],
    ['Alpha participates in pump firm Quillo funding round', 'Quillo equity closed null'],
    [
      'Quillo, a pump developer, reportedly raised $15 million in a Series A round',
      'Quillo equity closed 15000000 a',
    ],
    ['Quillo is said to have raised $15 million', 'Quillo equity rumour 15000000'],
    ['Sources: Quillo is fundraising', 'Quillo equity rumour null'],
    [
      'Quillo is now valued at $2 billion after raising $50 million from an investor',
      'Quillo equity closed 50000000',
    ],
    ['Pump startup Quillo in $40M Series B led by Alpha', 'Quillo equity closed 40000000 b'],
    ['Pump maker Quillo gets nod for Oslo IPO', 'Quillo listing planned null'],
    ['Quillo delays IPO', 'Quillo listing rumour null'],
    ['Quillo signs $200 million credit facility with Alpha Bank', 'Quillo debt closed 200000000'],
    ['Quillo seeks $200 million at $2 billion valuation', 'Quillo equity planned 200000000'],
    ['Quillo Inc. Announces $11 Million Private Placement', 'Quillo placement closed 11000000'],
    ['Quillo bought by Alpha', 'Quillo acquisition closed null'],
    ['Quillo’s Series E round reaches $40M', 'Quillo equity closed 40000000 e'],
    ['Quillo raised $13 million via a convertible loan', 'Quillo equity closed 13000000'],
    [
      'Alpha has led a $100 million funding round of Quillo TV, an online platform',
      'Quillo TV equity closed 100000000',
    ],
    [
      'Alpha’s venture arm is the lead backer in Quillo’s $21 million Series B round',
      'Quillo equity closed 21000000 b',
    ],
    ['Alpha leads $21M Series B for a Norwegian pump startup', 'null equity closed 21000000 b'],
    [
      'Quillo emerged from stealth having raised $57 million in series A financing',
      'Quillo equity closed 57000000 a',
    ],
    [
      'Quillo has raised $60 million with a listing on the Oslo stock exchange',
      'Quillo listing closed 60000000',
    ],
    ['Quillo is seeking up to $15 million in financing for a new fund', 'Quillo fund planned 0'],
    [
      'The $40 million raised by Oslo-based digital bank Quillo topped the month',
      'Quillo equity closed 40000000',
    ],
    [
      'The biggest deal in May was the $280 million loan that pump maker Quillo secured',
      'Quillo debt closed 280000000',
    ],
    [
      'Deals include a $47 million investment in Quillo, a maker of pumps, led by Alpha',
      'Quillo equity closed 47000000',
    ],
    [
      'Quillo has secured $60 million so far in an ongoing Series C round',
      'Quillo equity closed 60000000 c',
    ],
    [
      'Quillo is owned by Zeta, though it is slated to be sold to Alpha in a $2.1 billion deal',
      'Quillo acquisition planned 2100000000',
    ],
    [
      'According to a report in the Daily, Oslo-based ship service, Quillo has raked in €150 million',
      'Quillo equity closed 150000000',
    ],
    [
      'The Oslo-founded Quillo that helps firms to pump, has raised $35 million',
      'Quillo equity closed 35000000',
    ],
    ['Alpha completes acquisition of a majority stake in Quillo', 'Quillo acquisition closed null'],
    ['Quillo raises undisclosed amount from Alpha', 'Quillo equity closed null'],
    ['Quillo secures undisclosed amount from Alpha', 'Quillo equity closed null'],
    ['Meet Quillo, the startup that just raised $10M', 'Quillo equity closed 10000000'],
    [
      'Shares of Quillo soar in Oslo debut after $300 million IPO',
      'Quillo listing closed 300000000',
    ],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))

  it.each([
    'Quillo pulls plug on IPO',
    'Companies that pump, such as Quillo and Zuma, have raised a total of $1.8 billion',
    '34 mainland biotechs file for Oslo IPO',
    'Shares in Quillo closed at $12.98 after trading as high as $13.56',
    'Quillo said it will not proceed with its private placement of up to $6 million',
    'Quillo calls off $5 million raise',
    'Norway’s IPO reform poised to open doors for startups',
    'Norway’s finance and insurance sector has attracted $1.4 billion from foreign investors',
    'Small Norwegian SMEs attract $7 billion of investment',
  ])('%s', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('a body in English', () => {
  it.each([
    [
      'Quillo seeks to raise funds for a new plant',
      'Pump maker Quillo is raising up to $13 million in an Oslo initial public offering.',
      ['Quillo listing planned 0'],
    ],
    [
      'Quillo raises $5 million from Alpha',
      'The founder said the firm took the money after its $1 million seed round was oversubscribed.',
      ['Quillo equity closed 5000000'],
    ],
    [
      'Quillo raises $40 million',
      'To date, Quillo has raised $60 million from investors including Alpha.',
      ['Quillo equity closed 40000000'],
    ],
    [
      'Quillo raises $40 million',
      'Before 2021, just eight Norwegian startups had raised $100 million or more in a single round.',
      ['Quillo equity closed 40000000'],
    ],
    [
      'Quillo raises $40 million',
      'Since 2017, Quillo has raised about $8 billion in equity and debt.',
      ['Quillo equity closed 40000000'],
    ],
    [
      'Quillo raises $40 million',
      'Alpha Ventures is leading the round with a $20 million check.',
      ['Quillo equity closed 40000000'],
    ],
    [
      'Pump funding surpasses $1 billion for the second month',
      'Quillo, a pump maker, has secured a $47 million investment led by Alpha. Additionally, Zuma, a valve startup, received $80 million in funding, while Ostra, a tank maker, secured $100 million.',
      [
        'Ostra equity closed 100000000',
        'Quillo equity closed 47000000',
        'Zuma equity closed 80000000',
      ],
    ],
    [
      'Private equity expands into pumps',
      'Recent deals include:\n- Alpha, owned by Gamma, acquired Quillo, a pump firm.\n- Beta Capital acquired Zuma.',
      ['Quillo acquisition closed null', 'Zuma acquisition closed null'],
    ],
    [
      'The rise of the very large fund',
      'Last week, Quillo Capital raised $1.9 billion across several vehicles, and this week, we had Zuma debut a $3.75 billion fund.',
      ['Quillo Capital fund closed 1900000000', 'Zuma fund closed 3750000000'],
    ],
  ])('%s', (title, body, words) =>
    expect(eventsOf(title, body).map(toWords).toSorted()).toEqual(words),
  )
})

describe('investors named in a body in English', () => {
  it.each([
    ['The company said the money came from Alpha and Beta Capital.', ['Alpha', 'Beta Capital']],
    ['“We are thrilled,” said Jane Roe, partner at Alpha, which led the round.', ['Alpha*']],
    [
      'Among the investors in the capital offering were Alpha and Beta Capital.',
      ['Alpha', 'Beta Capital'],
    ],
    ['Beta Capital and Gamma also invested.', ['Beta Capital', 'Gamma']],
    ['Others who joined include Alpha and Beta.', ['Alpha', 'Beta']],
    ['The investors include lead investor Alpha and Beta.', ['Alpha*', 'Beta']],
    ['Alpha Science and Technology Fund led the round.', ['Alpha Science and Technology Fund*']],
    [
      'Alpha and on-demand logistics startup Beta, which delivers, also participated in the round.',
      ['Alpha', 'Beta'],
    ],
    ['Alpha led the former while Beta Fund led the latter.', ['Alpha*', 'Beta Fund*']],
    ['Oslo-based Alpha put in $10 million.', ['Alpha']],
    ['Alpha and Beta are among the participating investors of the deal.', ['Alpha', 'Beta']],
    ['Quillo previously obtained investment from state-owned companies such as Zeta.', []],
  ])('%s', (body, names) => {
    const [event] = eventsOf('Quillo raises $40 million', body)
    expect(event?.investors.map(({ name, lead }) => `${name}${lead ? '*' : ''}`)).toEqual(names)
  })
})
