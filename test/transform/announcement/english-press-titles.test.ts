import { describe, expect, it } from 'vitest'
import type { AnnouncedEvent } from '../../../src/model/announced-event.ts'
import { eventsOf } from '../../support/make-announcement.ts'

/** Company, kind, status, the lower bounds of sum and valuation, round, and those who pay, a star behind who leads. */
function toWords(event: AnnouncedEvent): string {
  const { company, kind, status, amount, valuation, round, investors } = event
  const worth = valuation === null ? [] : [`@${valuation.low}`]
  const stage = round === 'undisclosed' ? [] : [round]
  const payers = investors.map(({ name, lead }) => `${name}${lead ? '*' : ''}`).join(',')
  return [
    company ?? 'null',
    kind,
    status,
    amount?.low ?? 'null',
    ...worth,
    ...stage,
    ...(payers === '' ? [] : [`:${payers}`]),
  ].join(' ')
}

describe('who raises, by an English title', () => {
  it.each([
    ['Quillo opens a robot lab and secures $22M', 'Quillo equity closed 22000000'],
    [
      'Quillo makes tomatoes easier to grow in deserts, raises $16M',
      'Quillo equity closed 16000000',
    ],
    ['Fintech Quillo triples its staff, raises $100M', 'Quillo equity closed 100000000'],
    ['Neobank Quillo seeks $65B valuation', 'Quillo equity planned null @65000000000'],
    [
      'Quillo’s AI agents have taken off at garages and attracted funding from Alpha',
      'Quillo equity closed null :Alpha',
    ],
    [
      'Quillo’s sprint to clean up ports lights up with $9M seed led by Alpha',
      'Quillo equity closed 9000000 seed :Alpha*',
    ],
    [
      'As demand for cobalt explodes, recycling startup Quillo sprints to scale with $11M seed',
      'Quillo equity closed 11000000 seed',
    ],
    ['Quillo, Jane Doe’s new AI startup, raises $230M', 'Quillo equity closed 230000000'],
    ['Quillo nears $1B raise at $12B valuation', 'Quillo equity planned 1000000000 @12000000000'],
    ['a9x raises $12M', 'a9x equity closed 12000000'],
    [
      'Quillo boosts valuation to $1.5B after quietly raising another $75M',
      'Quillo equity closed 75000000 @1500000000',
    ],
    [
      'Hey, there ARE farms in the city — Quillo raises $28M for more of them',
      'Quillo equity closed 28000000',
    ],
    [
      'A 19-year-old nabs backing from Alpha execs for his AI memory startup, Quillo',
      'Quillo equity closed null',
    ],
    ['Alpha’s former COO raises $10M for climate startup Quillo', 'Quillo equity closed 10000000'],
    [
      'Repeat founder Jane Doe raises $10M seed for a tax startup',
      'null equity closed 10000000 seed',
    ],
    ['Two Oslo dropouts raise $5M to rethink email', 'null equity closed 5000000'],
    ['Quillo, led by 20-year-old, bags $8M', 'Quillo equity closed 8000000'],
    ['Boat startup Quillo says it’s going public, again', 'Quillo listing planned null'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('by what verb a firm raises, by an English title', () => {
  it.each([
    ['Quillo digs up $7M to connect farmers', 'Quillo equity closed 7000000'],
    ['Quillo brews up $10M for its tea robots', 'Quillo equity closed 10000000'],
    ['Quillo serves up $15M Series A', 'Quillo equity closed 15000000 a'],
    ['Quillo taps $100M from Alpha', 'Quillo equity closed 100000000 :Alpha'],
    ['Quillo blasts off with $30M', 'Quillo equity closed 30000000'],
    ['Quillo lands cash to grow its billing tool', 'Quillo equity closed null'],
    ['Quillo raises $180M Series D 7 months after last round', 'Quillo equity closed 180000000 d'],
    [
      'Alpha, Beta back Quillo Labs at $6B valuation as it pushes into boats',
      'Quillo Labs equity closed null @6000000000 :Alpha,Beta',
    ],
    ['Quillo raises $45M Series A and seed', 'Quillo equity closed 45000000 a'],
    ['Quillo raises $35M to build robots with help from Alpha', 'Quillo equity closed 35000000'],
    [
      'Alpha leads $23M in funding for Brazilian shop startup Quillo',
      'Quillo equity closed 23000000 :Alpha*',
    ],
    [
      'Oslo student suspended over cheating tool raises $5M to sell it',
      'null equity closed 5000000',
    ],
    ['Quillo lands new investment to help bakers', 'Quillo equity closed null'],
    ['Database startup Quillo nabs an Alpha investment', 'Quillo equity closed null :Alpha'],
    ['Alpha seeds $9M in Quillo, a payment platform', 'Quillo equity closed 9000000 :Alpha'],
    ['Alpha to back Nordic startup Quillo', 'Quillo equity planned null :Alpha'],
    ['Quillo snaps up $250M debt, equity for its carts', 'Quillo equity closed 250000000'],
    ['Armed with $50M, Quillo goes after its rivals', 'Quillo equity closed 50000000'],
    ['Quillo raises fresh $40M after tripling revenue', 'Quillo equity closed 40000000'],
    ['Alpha backs Quillo to help shops buy power', 'Quillo equity closed null :Alpha'],
    [
      'Alpha doubles down on India’s Quillo with new $50M investment',
      'Quillo equity closed 50000000 :Alpha',
    ],
    ['Alpha invests $350M in Indian shop giant Quillo', 'Quillo equity closed 350000000 :Alpha'],
    ['Alpha bets another $4B on Quillo', 'Quillo equity closed 4000000000 :Alpha'],
    [
      'Alpha in talks to invest billions of dollars in Quillo',
      'Quillo equity planned 1000000000 :Alpha',
    ],
    ['Quillo raises cash from Alpha and Beta co-founders', 'Quillo equity closed null'],
    [
      'Quillo doubles valuation to $14B with Alpha investment',
      'Quillo equity closed null @14000000000 :Alpha',
    ],
    ['Quillo raises $1.1B, delays IPO', 'Quillo equity closed 1100000000'],
    ['Quillo raises $575M — but it’s not an IPO', 'Quillo equity closed 575000000'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('what a firm is worth, by an English title', () => {
  it.each([
    [
      'Quillo raises $60M, valuing the two-year-old AI code review startup at $550M',
      'Quillo equity closed 60000000 @550000000',
    ],
    ['Jane Doe’s Quillo valued at $32B', 'Quillo equity closed null @32000000000'],
    ['Quillo is now worth $12B in seed round', 'Quillo equity closed null @12000000000 seed'],
    ['Quillo’s valuation jumps to $5B', 'Quillo equity closed null @5000000000'],
    [
      'Quillo triples its valuation in 8 months to $3B with $350M raise',
      'Quillo equity closed 350000000 @3000000000',
    ],
    [
      'Quillo doubles valuation in 5 months, hitting $22 billion',
      'Quillo equity closed null @22000000000',
    ],
    ['Quillo fields funding offers at $40B valuation', 'Quillo equity planned null @40000000000'],
    [
      'The maker of text model Quillo valued at $7.5B weeks after launch',
      'null equity closed null @7500000000',
    ],
    ['Quillo’s latest round values it at $1B', 'Quillo equity closed null @1000000000'],
    ['Quillo raises at $2B', 'Quillo equity closed null @2000000000'],
    ['Quillo becomes latest AI unicorn after $100M round', 'Quillo equity closed 100000000'],
    ['Quillo joins the unicorn club with a $75M raise', 'Quillo equity closed 75000000'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('who buys whom, by an English title', () => {
  it.each([
    ['Alpha closes $1.1B Quillo deal', 'Quillo acquisition closed 1100000000 :Alpha'],
    ['Alpha to take Quillo private for $2B', 'Quillo acquisition planned 2000000000 :Alpha'],
    ['Quillo to be taken private by Alpha for $2B', 'Quillo acquisition planned 2000000000 :Alpha'],
    ['Quillo sells to Alpha for $200M', 'Quillo acquisition closed 200000000 :Alpha'],
    ['Alpha shells out $1.7B for Quillo', 'Quillo acquisition closed 1700000000 :Alpha'],
    ['Quillo sells majority stake for $3M', 'Quillo acquisition closed 3000000'],
    [
      '6-month-old, solo-owned code editor Quillo sells to Alpha for $80M cash',
      'Quillo acquisition closed 80000000 :Alpha',
    ],
    ['Bankrupt Quillo sold to Alpha for $47M', 'Quillo acquisition closed 47000000 :Alpha'],
    ['Alpha offers $15B for Quillo', 'Quillo acquisition planned 15000000000 :Alpha'],
    ['Alpha makes $34.5B bid for Quillo', 'Quillo acquisition planned 34500000000 :Alpha'],
    [
      'Alpha wins bidding for bankrupt Quillo with $305M offer',
      'Quillo acquisition closed 305000000 :Alpha',
    ],
    [
      'Quillo completes its $6.6B share sale at $500B valuation',
      'Quillo acquisition closed 6600000000 @500000000000',
    ],
    ['Alpha buys Quillo for $300M, report says', 'Quillo acquisition closed 300000000 :Alpha'],
    ['Alpha is acquiring Quillo for $5B', 'Quillo acquisition planned 5000000000 :Alpha'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))

  it('tells of each of several firms bought', () =>
    expect(
      eventsOf('Alpha acquires two companies, Quillo and Borvik, to widen its range').map(toWords),
    ).toEqual(['Quillo acquisition closed null :Alpha', 'Borvik acquisition closed null :Alpha']))
})

describe('two deals of one firm, by an English title', () => {
  it.each([
    [
      'Quillo raises $40M Series B and acquires Borvik Labs',
      ['Quillo equity closed 40000000 b', 'Borvik Labs acquisition closed null :Quillo'],
    ],
    [
      'Quillo buys security startup Borvik, raises $40M from Alpha',
      ['Borvik acquisition closed null :Quillo', 'Quillo equity closed 40000000 :Alpha'],
    ],
    [
      'This past January, Alpha bought toy app Borvik and invested $800,000 in robot firm Quillo',
      ['Borvik acquisition closed null :Alpha', 'Quillo equity closed 800000 :Alpha'],
    ],
    ['Quillo raises $40M to buy rivals and acquire talent', ['Quillo equity closed 40000000']],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual(words))
})

describe('who raises a fund, by an English title', () => {
  it.each([
    ['Alpha Ventures and Beta launch $100M AI fund', 'Alpha Ventures fund closed 100000000 :Beta'],
    ['Founders Fund Oslo closes $4.6B growth fund', 'Founders Fund Oslo fund closed 4600000000'],
    ['Alpha raises $1.3B to back Nordic startups', 'Alpha fund closed 1300000000'],
    ['Alpha seeking to raise $20B megafund', 'Alpha fund planned 20000000000'],
    ['Accel raises $4B for late-stage bets', 'Accel fund closed 4000000000'],
    ['Sequoia unveils two new seed funds worth $950M', 'Sequoia fund closed 950000000'],
    ['Alpha is back with a $20M fund for the sea', 'Alpha fund closed 20000000'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('what is no deal of an English title', () => {
  it.each([
    'It took some nerve for Quillo to walk away from Alpha’s $23B offer',
    'Quillo hits $5T market cap',
    'Quillo’s founder buys $50M mansion',
    'Jane Doe announces $500B Stargazer infrastructure project',
    'Hackers stole $1.4B from Quillo',
    'AI toy apps on track to pull in $120M in 2025',
    'Music app Quillo hits 2 million paid subscribers and $300M in annual recurring revenue',
    'Pitch Deck Teardown: Quillo’s $1.4M seed deck',
    'Quillo burns through $30M Series A in a year',
  ])('%s', (title) => expect(eventsOf(title)).toEqual([]))
})
