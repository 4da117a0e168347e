import { describe, expect, it } from 'vitest'
import type { AnnouncedEvent } from '../../../src/model/announced-event.ts'
import { eventsOf } from '../../support/make-announcement.ts'

/** Company, kind, status, bounds of the sum, round, and those who pay, a star behind who leads. */
function toWords({ company, kind, status, amount, round, investors }: AnnouncedEvent): string {
  const bounds = amount === null ? 'null' : [...new Set([amount.low, amount.high])].join('-')
  const stage = round === 'undisclosed' ? [] : [round]
  const payers = investors.map(({ name, lead }) => `${name}${lead ? '*' : ''}`).join(',')
  return [
    company ?? 'null',
    kind,
    status,
    bounds,
    ...stage,
    ...(payers === '' ? [] : [`:${payers}`]),
  ].join(' ')
}

describe('a headline in English', () => {
  it.each([
    ['Quillo said to join $1 billion valuation club with new funding', 'Quillo equity rumour null'],
    [
      'Fresh off a $7 million seed round, Quillo opens Paris office',
      'Quillo equity closed 7000000 seed',
    ],
    ["Quillo's valuation triples to $9B in new funding round", 'Quillo equity closed null'],
    ['Quillo is reportedly raising $10B at $350B value', 'Quillo equity rumour 10000000000'],
    ['Quillo reportedly lands $10B', 'Quillo equity closed 10000000000'],
    ['Quillo finalizing $500M round at $14B valuation', 'Quillo equity planned 500000000'],
    ['Quillo raises $250M at $6B, plans secondary sale', 'Quillo equity closed 250000000'],
    ['Quillo gets $8.5B in CHIPS Act funding', 'Quillo grant closed 8500000000'],
    ['Quillo slashes IPO valuation to $11.3B', 'Quillo listing planned null'],
    ['Quillo Electric shares jump 20% on debut', 'Quillo Electric listing closed null'],
    ['Quillo to sell insider shares at $400B valuation', 'Quillo acquisition planned null'],
    ['Alpha to sell Quillo for $4.75b', 'Quillo acquisition planned 4750000000'],
    ['Alpha sells Quillo to Beta for $300M', 'Quillo acquisition closed 300000000 :Beta'],
    [
      'Alpha sells its Quillo unit to Beta in $300 million deal',
      'Quillo acquisition closed 300000000 :Beta',
    ],
    ['Quillo acquired by Alpha for $300M', 'Quillo acquisition closed 300000000 :Alpha'],
    [
      'Quillo to be acquired by Alpha in $2.1B deal',
      'Quillo acquisition planned 2100000000 :Alpha',
    ],
    ['Quillo sold to Alpha Capital for $90M', 'Quillo acquisition closed 90000000 :Alpha Capital'],
    [
      'Alpha nears deal to buy Quillo for $2 billion, sources say',
      'Quillo acquisition rumour 2000000000 :Alpha',
    ],
    [
      'Alpha agrees to buy Quillo in $1.2 billion all-stock deal',
      'Quillo acquisition closed 1200000000 :Alpha',
    ],
    ['Alpha in talks to acquire AI startup Quillo', 'Quillo acquisition planned null :Alpha'],
    [
      'Alpha completes $1.2 billion acquisition of Quillo',
      'Quillo acquisition closed 1200000000 :Alpha',
    ],
    [
      'Alpha adds Quillo to portfolio in €430 million all-cash acquisition',
      'Quillo acquisition closed 430000000 :Alpha',
    ],
    ['Alpha picks up Quillo to boost its AI offering', 'Quillo acquisition closed null :Alpha'],
    [
      'Alpha bags 51% stake in Quillo for Rs 200 crore',
      'Quillo acquisition closed 2000000000 :Alpha',
    ],
    ['Quillo wins backing from Alpha and Beta', 'Quillo equity closed null :Alpha,Beta'],
    ['Quillo gets backing from Alpha', 'Quillo equity closed null :Alpha'],
    [
      'Quillo emerges from stealth with backing from Alpha, Beta and Gamma',
      'Quillo equity closed null :Alpha,Beta,Gamma',
    ],
    ['Quillo secures investment from Alpha', 'Quillo equity closed null :Alpha'],
    [
      'Quillo secures strategic investment from Alpha to expand in Asia',
      'Quillo equity closed null strategic :Alpha',
    ],
    ['Alpha makes strategic investment in Quillo', 'Quillo equity closed null strategic :Alpha'],
    ['Alpha invests in Quillo', 'Quillo equity closed null :Alpha'],
    ['Alpha backs chip startup Quillo', 'Quillo equity closed null :Alpha'],
    ['Alpha leads Series A in Quillo', 'Quillo equity closed null a :Alpha*'],
    ['Alpha leads investment in battery maker Quillo', 'Quillo equity closed null :Alpha*'],
    ['Alpha joins Quillo’s $30M Series B', 'Quillo equity closed 30000000 b :Alpha'],
    ['Alpha pours $200 million into Quillo', 'Quillo equity closed 200000000 :Alpha'],
    ['Quillo trying to raise cash as it struggles', 'Quillo equity planned null'],
    ['Quillo seeks to raise up to $200 million in new round', 'Quillo equity planned 0-200000000'],
    ['Quillo looks for $50M to expand', 'Quillo equity planned 50000000'],
    [
      'Quillo is raising $100 million at $1 billion valuation: report',
      'Quillo equity rumour 100000000',
    ],
    [
      'Quillo in advanced talks for $500 million funding at $5 billion valuation',
      'Quillo equity planned 500000000',
    ],
    ['Quillo eyes fresh funding at $5 billion valuation - sources', 'Quillo equity rumour null'],
    ['Quillo weighs raising $300 million - Bloomberg News', 'Quillo equity rumour 300000000'],
    [
      'Chinese EV maker Quillo raises $500 mln in Series C+ funding',
      'Quillo equity closed 500000000 c+',
    ],
    [
      'Chinese chip startup Quillo bags nearly RMB 100 million in Series A',
      'Quillo equity closed 90000000-100000000 a',
    ],
    [
      'China’s Quillo completes RMB 1 billion Series B round led by Alpha',
      'Quillo equity closed 1000000000 b :Alpha*',
    ],
    [
      'Quillo raises 300 million yuan ($42 million) from Alpha, Beta',
      'Quillo equity closed 300000000 :Alpha,Beta',
    ],
    [
      'Quillo raises tens of millions of yuan in angel round',
      'Quillo equity closed 10000000-100000000 angel',
    ],
    [
      'Quillo secures hundreds of millions of yuan in Series B financing',
      'Quillo equity closed 100000000-1000000000 b',
    ],
    ['Quillo closes eight-figure USD Series A+', 'Quillo equity closed 10000000-100000000 a+'],
    [
      'Quillo closes multi-million dollar pre-Series A round',
      'Quillo equity closed 1000000-10000000 pre-a',
    ],
    [
      'Quillo raises more than RMB1b in new funding round',
      'Quillo equity closed 1000000000-2000000000',
    ],
    ['Quillo raises US$30m in Pre-A round', 'Quillo equity closed 30000000 pre-a'],
    ['Quillo receives CNY200m investment from state fund', 'Quillo equity closed 200000000'],
    ['Quillo nets $12M to build robots', 'Quillo equity closed 12000000'],
    ['Quillo, which makes robots, raises $12M', 'Quillo equity closed 12000000'],
    ['Robot maker Quillo reels in $12M Series A', 'Quillo equity closed 12000000 a'],
    ['$12M for robot maker Quillo', 'Quillo equity closed 12000000'],
    ['Quillo: $12M Series A for robots', 'Quillo equity closed 12000000 a'],
    ['Quillo’s $12M Series A led by Alpha', 'Quillo equity closed 12000000 a :Alpha*'],
    ['With $12M from Alpha, Quillo wants to build robots', 'Quillo equity closed 12000000 :Alpha'],
    ['Funding: Quillo raises $12M', 'Quillo equity closed 12000000'],
    ['Quillo announces $12M in seed funding', 'Quillo equity closed 12000000 seed'],
    [
      'Quillo Announces $12 Million Series A Financing Led by Alpha Ventures to Accelerate Growth',
      'Quillo equity closed 12000000 a :Alpha Ventures*',
    ],
    ['Quillo Closes Oversubscribed $12 Million Seed Round', 'Quillo equity closed 12000000 seed'],
    ['Quillo valued at $2B in new round led by Alpha', 'Quillo equity closed null :Alpha*'],
    ['Quillo becomes unicorn with $100M Series C', 'Quillo equity closed 100000000 c'],
    ['Quillo hits unicorn status after $100M round', 'Quillo equity closed 100000000'],
    ['Quillo triples valuation to $3B with $200M raise', 'Quillo equity closed 200000000'],
    ['Quillo tops $3B valuation in latest funding', 'Quillo equity closed null'],
    ['Quillo lands $12M to take on Alpha', 'Quillo equity closed 12000000'],
    ['Investors pour $12M into Quillo', 'Quillo equity closed 12000000'],
    ['Investors bet $12M on robot startup Quillo', 'Quillo equity closed 12000000'],
    ['VCs back Quillo with $12M', 'Quillo equity closed 12000000'],
    ['Quillo files for $500 million US IPO', 'Quillo listing planned 500000000'],
    ['Quillo raises $500 million in Hong Kong IPO', 'Quillo listing closed 500000000'],
    ['Quillo prices IPO at top of range, raising $500M', 'Quillo listing closed 500000000'],
    ['Quillo soars in Nasdaq debut', 'Quillo listing closed null'],
    [
      'Quillo shares jump 40% in Hong Kong debut after HK$3 billion IPO',
      'Quillo listing closed 3000000000',
    ],
    ['Quillo to go public via SPAC merger', 'Quillo listing planned null'],
    ['Quillo secures $200M credit facility from Alpha', 'Quillo debt closed 200000000'],
    ['Quillo raises $200M in debt', 'Quillo debt closed 200000000'],
    ['Quillo sells $1.5 billion of bonds', 'Quillo debt closed 1500000000'],
    ['Quillo seeks $3 billion loan for data centers', 'Quillo debt planned 3000000000'],
    ['Alpha closes $500M fund', 'Alpha fund closed 500000000'],
    ['Alpha Ventures closes third fund at $200 million', 'Alpha Ventures fund closed 200000000'],
    ['Alpha Capital raises $300M for Fund IV', 'Alpha Capital fund closed 300000000'],
    ['Alpha launches $100M climate fund', 'Alpha fund closed 100000000'],
    [
      'Quillo to invest $5 billion in new chip plant in Arizona',
      'Quillo internal planned 5000000000',
    ],
    ['Quillo raises capex plan to $25B', 'Quillo internal planned 25000000000'],
    ['Quillo boosts spending plan to $25 billion on AI', 'Quillo internal planned 25000000000'],
    ['Quillo plans to build €140 million factory', 'Quillo internal planned 140000000'],
    ['Quillo will spend $1B on AI infrastructure', 'Quillo internal planned 1000000000'],
    ['Quillo awarded €2.5 million by European Innovation Council', 'Quillo grant closed 2500000'],
    ['Quillo receives $5M grant', 'Quillo grant closed 5000000'],
    ['Quillo raises $300M via share placement in Hong Kong', 'Quillo placement closed 300000000'],
    ['Quillo plans $400 million convertible bond sale', 'Quillo placement planned 400000000'],
    ['Quillo raises HK$2 billion in top-up placement', 'Quillo placement closed 2000000000'],
    [
      'The biggest funding rounds of the week: Quillo raises $300M',
      'Quillo equity closed 300000000',
    ],
    [
      'Alpha has agreed to buy an 80% stake in Quillo for about $2.7 billion',
      'Quillo acquisition closed 2430000000-2970000000 :Alpha',
    ],
    ['Quillo agrees $2.7bn take-private deal', 'Quillo acquisition closed 2700000000'],
    [
      'Alpha has purchased Quillo, a chipmaker, for an undisclosed amount',
      'Quillo acquisition closed null :Alpha',
    ],
    [
      'Alpha in advanced discussions to pay $23 billion for Quillo',
      'Quillo acquisition planned 23000000000 :Alpha',
    ],
    ['Alpha buys Quillo in deal worth $2 billion', 'Quillo acquisition closed 2000000000 :Alpha'],
    ['Alpha holds $650 million final close on third fund', 'Alpha fund closed 650000000'],
    ['Alpha Fund III wraps on $650M', 'Alpha Fund III fund closed 650000000'],
    [
      'Private equity firm Alpha Capital has reached an initial close of $62 million for its debut Oslo fund',
      'Alpha Capital fund closed 62000000',
    ],
    [
      'Alpha’s India-focused fund has achieved its first close at $200 million',
      'Alpha fund closed 200000000',
    ],
    [
      'Alpha Capital launches Rs 350 cr maiden fund for sports',
      'Alpha Capital fund closed 3500000000',
    ],
    [
      'Quillo eyes $100 Mn funding from existing backer Alpha Capital',
      'Quillo equity planned 100000000 :Alpha Capital',
    ],
    ['Quillo boosts Series B to $50M', 'Quillo equity closed 50000000 b'],
    [
      'Quillo has pocketed $50 million in its Series C+ funding round co-led by Alpha and Beta',
      'Quillo equity closed 50000000 c+ :Alpha*,Beta*',
    ],
    ['Travel site backed by Jane Doe lands USD 85 M in financing', 'null equity closed 85000000'],
    ['Chinese Chip Developer Raises $234 Million in Funding Round', 'null equity closed 234000000'],
    [
      'A chip developer, Quillo Technology, claims it raised $234 million in a funding round',
      'Quillo Technology equity closed 234000000',
    ],
    ['Quillo (QLO) raises $5M', 'Quillo equity closed 5000000'],
    [
      'Alpha Ventures has led a RMB150 million (US$23 million) series B round of financing in Quillo, a bike start-up',
      'Quillo equity closed 150000000 b :Alpha Ventures*',
    ],
    [
      'Alpha Capital and Beta back car startup Quillo',
      'Quillo equity closed null :Alpha Capital,Beta',
    ],
    [
      'Quillo is in the final stages of discussions to secure about $50 million in new funding',
      'Quillo equity planned 45000000-55000000',
    ],
    [
      'Quillo will raise $1.8 billion by pricing its shares as part of its Hong Kong dual primary listing',
      'Quillo listing planned 1800000000',
    ],
    ['Quillo will seek a primary listing in Hong Kong', 'Quillo listing planned null'],
    [
      'Quillo said it aims to raise HK$9 billion ($1.2 billion) through an IPO in Hong Kong',
      'Quillo listing planned 9000000000',
    ],
    [
      'Quillo launched its Hong Kong IPO, aiming to raise up to HK$270 million',
      'Quillo listing planned 0-270000000',
    ],
    ['Quillo invests $2bn to boost battery output', 'Quillo internal closed 2000000000'],
    [
      'Quillo announced plans on Thursday to invest RMB 10.9 billion in setting up a battery firm',
      'Quillo internal planned 10900000000',
    ],
    ['Quillo secures $400 million warehouse facility from Alpha', 'Quillo debt closed 400000000'],
    [
      'Quillo becomes a unicorn after an Alpha-led $150M Series C round',
      'Quillo equity closed 150000000 c :Alpha*',
    ],
    [
      'Quillo enters unicorn club after a new US$100M round led by Korea’s Alpha',
      'Quillo equity closed 100000000 :Alpha*',
    ],
    [
      'Quillo’s shares fall on plans to raise US$1 billion via convertible bonds',
      'Quillo placement planned 1000000000',
    ],
    ['Quillo Inks Private Placement of Convertible Notes', 'Quillo placement closed null'],
    [
      'Quillo would sell a controlling interest in its European business to an affiliate of private equity firm Alpha Capital',
      'Quillo acquisition planned null :Alpha Capital',
    ],
    [
      'Alpha Ventures tanks up with $237M for its next fund',
      'Alpha Ventures fund closed 237000000',
    ],
    [
      'Quillo raises $42 million in series A financing to fund early development',
      'Quillo equity closed 42000000 a',
    ],
    [
      'Quillo has raised $4 million in a Series A deal led by Alpha with seed round investor Beta Ventures participating',
      'Quillo equity closed 4000000 a :Alpha*,Beta Ventures',
    ],
    [
      'Alpha, Beta Ventures and Gamma Capital invested in a EUR3.4m seed round for Quillo',
      'Quillo equity closed 3400000 seed :Alpha,Beta Ventures,Gamma Capital',
    ],
    [
      'Quillo locked up a $1.1 billion round led by Alpha',
      'Quillo equity closed 1100000000 :Alpha*',
    ],
    [
      'Quillo has raised $400m from Alpha, reportedly as part of a larger round',
      'Quillo equity closed 400000000 :Alpha',
    ],
    ['Quillo raises USD 360 mil in Series F round', 'Quillo equity closed 360000000 f'],
    ['Alpha sells stake in Quillo to Beta, Gamma', 'Quillo acquisition closed null :Beta,Gamma'],
    ['Quillo went public in a $216m initial public offering', 'Quillo listing closed 216000000'],
    [
      'Alpha took part in a $100m series C round for data provider Quillo',
      'Quillo equity closed 100000000 c :Alpha',
    ],
    ['Alpha Group has formed a $200m growth fund', 'Alpha Group fund closed 200000000'],
  ])('%s', (title, words) => expect(eventsOf(title).map(toWords)).toEqual([words]))
})

describe('a headline of other things', () => {
  it.each([
    'Quillo launches new phone',
    'Quillo’s revenue tops $1 billion',
    'Quillo wins $300M contract from Pentagon',
    'Quillo signs $500M deal with Alpha to supply chips',
    'Quillo to pay $50M to settle lawsuit',
    'Startup funding fell to $30B in Q2',
    'Venture capital funding in China drops 30%',
    'Quillo layoffs hit 200 after failed raise',
    'How to raise a seed round',
    'Quillo hires former Alpha CFO as it prepares for growth',
    'Quillo’s stock falls 10%',
    'Quillo, which raised $50M last year, shuts down',
    'Alpha sues Quillo for $1 billion',
    'Quillo hits $100M ARR',
    'Quillo fires 120 employees within a week of raising $340 Mn',
    'Quillo has close to 120 employees and $3 million in revenue',
    'U.S. venture funds raise $4.1 billion, down 18 percent',
    'Alpha-backed tourism app Quillo eyes expansion in Europe',
    'Quillo processed $1 billion in bookings last year',
    'Quillo raised $300 million in Series B in 2019',
    'In 2019, Quillo had secured $15 million in a Series A+ round',
  ])('%s', (title) => expect(eventsOf(title)).toEqual([]))
})
