import { describe, expect, it } from 'vitest'
import { findEnglishInvestors } from '../../../src/transform/announcement/en/investors.ts'
import { toPassage } from '../../../src/transform/announcement/read-announcement.ts'
import { splitSentences } from '../../../src/transform/announcement/sentences.ts'

/** Each name once, a star behind those who lead. */
function investorsIn(text: string): readonly string[] {
  const passage = toPassage('body', text)
  const leads = new Map<string, boolean>()
  for (const sentence of splitSentences(passage))
    for (const { value } of findEnglishInvestors(passage, sentence))
      leads.set(value.name, value.lead || leads.get(value.name) === true)
  return [...leads].map(([name, lead]) => `${name}${lead ? '*' : ''}`)
}

describe('the investors a sentence in English names', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'Quillo hits $7B valuation as investors Far Hill, Pine Tree, and Orrin double down',
      ['Far Hill', 'Pine Tree', 'Orrin'],
    ],
    ['Berlin, Alpha leads $30M round in Quillo', ['Alpha*']],
    [
      'The round was led by Orrin. Existing investors Acre and 8VC also participated, alongside new backer In-Quill.',
      ['Orrin*', 'Acre', '8VC', 'In-Quill'],
    ],
    [
      'Quillo has raised $18m in a Series A round led by Orrin, with existing investors Acre Capital and The Pine Group taking part.',
      ['Orrin*', 'Acre Capital', 'The Pine Group'],
    ],
    [
      'Quillo raises $40M, with participation Beta Ventures and Gamma Capital',
      ['Beta Ventures', 'Gamma Capital'],
    ],
    ['This Startup Raised $18.5 Million From Alpha To Reinvent Weather', ['Alpha']],
    ['Quillo raises $76M, with Alpha and Beta investing', ['Alpha', 'Beta']],
    [
      'Quillo raises $9M from Alpha Ventures, T. Rowe Price and A*',
      ['Alpha Ventures', 'T. Rowe Price', 'A*'],
    ],
    [
      'The $30 million round was led by Alpha, the venture arm of Gamma, with participation from existing backers Beta and Delta Capital Partners.',
      ['Alpha*', 'Beta', 'Delta Capital Partners'],
    ],
    [
      'The round was led by Alpha, a Beijing-based venture capital firm, and joined by Gamma’s venture arm Delta.',
      ['Alpha*', 'Delta'],
    ],
    [
      'The round also drew participation from angel investors including Jane Doe, founder of Zeta, and John Roe, former CEO of Eta.',
      ['Jane Doe', 'John Roe'],
    ],
    [
      'Alpha Capital led the Series B, which also included Beta Ventures, Gamma & Co, and existing investors Delta and Epsilon.',
      ['Alpha Capital*', 'Beta Ventures', 'Gamma & Co', 'Delta', 'Epsilon'],
    ],
    [
      'Other investors in the round include Alpha, Beta Partners, and Gamma.',
      ['Alpha', 'Beta Partners', 'Gamma'],
    ],
    ['Quillo has closed a $20M Series A round backed by Alpha and Beta.', ['Alpha', 'Beta']],
    ['Quillo, backed by Alpha and Beta, has raised $20M in a Series A led by Gamma.', ['Gamma*']],
    ['Its existing investors include Alpha and Beta; the round was led by Gamma', ['Gamma*']],
    [
      'New investors Alpha and Beta joined existing backers Gamma and Delta in the round.',
      ['Alpha', 'Beta', 'Gamma', 'Delta'],
    ],
    [
      'Quillo raised $12M led by Alpha Ventures alongside Beta and Gamma.',
      ['Alpha Ventures*', 'Beta', 'Gamma'],
    ],
    ['Quillo raised $12M led by Alpha Ventures along with Beta.', ['Alpha Ventures*', 'Beta']],
    ['Quillo raised $12M co-led by Alpha and Beta, Reuters reported.', ['Alpha*', 'Beta*']],
    ['Quillo, led by CEO Jane Doe, raised $12M in a round from Alpha.', ['Alpha']],
    [
      'The funding round was led by China’s Alpha Capital, Singapore state investor Temasek and US private equity firm Warburg.',
      ['Alpha Capital*', 'Temasek*', 'Warburg*'],
    ],
    [
      'Investors including Alibaba Group Holding, Tencent and Meituan took part in the round.',
      ['Alibaba Group Holding', 'Tencent', 'Meituan'],
    ],
    [
      'The deal brings the total raised to $50M from investors such as Alpha, Beta and Gamma.',
      ['Alpha', 'Beta', 'Gamma'],
    ],
    [
      'Alpha Fund III and 500 Global participated in the round as well.',
      ['Alpha Fund III', '500 Global'],
    ],
    [
      'The seed round saw participation from 01 Advisors, s2.dev, and eBay Ventures.',
      ['01 Advisors', 's2.dev', 'eBay Ventures'],
    ],
    ['Quillo raises $10M, led by Peter Thiel’s Founders Fund', ['Founders Fund*']],
    [
      'Quillo secures strategic investment from Japan’s SoftBank Group, sources say',
      ['SoftBank Group'],
    ],
    [
      'Alpha, Beta, and Gamma, among others, also invested in the round.',
      ['Alpha', 'Beta', 'Gamma'],
    ],
    [
      'The round was co-led by Alpha and Beta, while Gamma, Delta and Epsilon followed on.',
      ['Alpha*', 'Beta*', 'Gamma', 'Delta', 'Epsilon'],
    ],
    [
      'The investment comes from Alpha, with the European Investment Bank (EIB) also contributing.',
      ['Alpha', 'European Investment Bank'],
    ],
    [
      'Backers in the latest funding include sovereign wealth fund Mubadala and the Qatar Investment Authority.',
      ['Mubadala', 'Qatar Investment Authority'],
    ],
    [
      'The Series C financing was led by Bank of China Group Investment and Hony Capital with CITIC Securities joining.',
      ['Bank of China Group Investment*', 'Hony Capital*', 'CITIC Securities'],
    ],
    [
      'The company said the round was led by Alpha, which also led its seed round, and included participation from Beta.',
      ['Alpha*', 'Beta'],
    ],
    [
      'Individual investors in the round include Google DeepMind chief scientist Jeff Roe, Hugging Face co-founder Tom Wolff and Jane Doe.',
      ['Jeff Roe', 'Tom Wolff', 'Jane Doe'],
    ],
    ['Alpha joined as a new investor, and Beta and Gamma returned.', ['Alpha', 'Beta', 'Gamma']],
    [
      'Quillo raised $30M in Series B funding from Alpha, Beta and a consortium of strategic investors including Gamma.',
      ['Alpha', 'Beta', 'Gamma'],
    ],
    ['Quillo raised $30M in funding from a consortium led by Alpha and Beta.', ['Alpha*', 'Beta*']],
    [
      'The round was led by existing investor Alpha and new investor Beta, both of which will join the board.',
      ['Alpha*', 'Beta*'],
    ],
    ['Participating in the round were Alpha, Beta and Gamma.', ['Alpha', 'Beta', 'Gamma']],
    ['Joining Alpha in the round were Beta, Gamma and Delta.', ['Alpha', 'Beta', 'Gamma', 'Delta']],
    [
      'Quillo announced a $5M pre-seed, with backing from Alpha, Y Combinator, and angels like Jane Doe and John Roe.',
      ['Alpha', 'Y Combinator', 'Jane Doe', 'John Roe'],
    ],
    [
      'Led by Alpha, the round also brought in Beta and Gamma as new investors.',
      ['Alpha*', 'Beta', 'Gamma'],
    ],
    ['The round was led by Alpha with participation from all existing investors.', ['Alpha*']],
    [
      'Alpha and Beta contributed to the round, which was led by Gamma Growth Equity at Delta Asset Management.',
      ['Alpha', 'Beta', 'Gamma Growth Equity*'],
    ],
    ['The fresh capital came from Alpha, Beta and Gamma.', ['Alpha', 'Beta', 'Gamma']],
    ['Funding was provided by Alpha and Beta.', ['Alpha', 'Beta']],
    [
      'Alpha is the lead investor, with Beta and Gamma as co-investors.',
      ['Alpha*', 'Beta', 'Gamma'],
    ],
    ['The lead investor was Alpha Capital.', ['Alpha Capital*']],
    ['Quillo raises $5 million with Alpha as lead investor', ['Alpha*']],
    ['Quillo’s $5 million round, in which Alpha and Beta participated,', ['Alpha', 'Beta']],
    ['The round included investors Alpha and Beta.', ['Alpha', 'Beta']],
    ['Jane Doe, a partner at Alpha, joined the board after the funding.', []],
    ['The company competes with Alpha and Beta, which raised $50M in funding last year.', []],
    ['Quillo plans to use the funding to expand in Europe and Asia, said CEO Jane Doe.', []],
    [
      'The round was led by Alpha. Jane Doe from Alpha will join the board as part of the funding.',
      ['Alpha*'],
    ],
    ['Quillo raises $12M led by Alpha to build in India, Japan and Singapore', ['Alpha*']],
    [
      'Quillo received an investment from the corporate venture arm of Gamma and Beta Ventures.',
      ['Beta Ventures'],
    ],
    ['The round values Quillo at $2 billion, according to Jane Doe, the CEO.', []],
    [
      'The extension was led by Alpha, Beta, Gamma, and Delta, with the Omega Foundation, Sigma, and more.',
      ['Alpha*', 'Beta*', 'Gamma*', 'Delta*', 'Omega Foundation', 'Sigma'],
    ],
    [
      'Others joining were Alpha Code Capital, Beta and Gamma Investment.',
      ['Alpha Code Capital', 'Beta', 'Gamma Investment'],
    ],
    [
      'Co-investors are Alpha Group Co., Ltd., Beta100 and Gamma Fund.',
      ['Alpha Group Co', 'Beta100', 'Gamma Fund'],
    ],
    ['The investment was funded by Alpha Capital Management.', ['Alpha Capital Management']],
    [
      'It had completed its second round of financing and the investors mainly included Alpha China.',
      ['Alpha China'],
    ],
    [
      'The round was led by Alpha and joined by Zeta co-founder and former CEO Jane Doe’s 10100 Fund.',
      ['Alpha*', '10100 Fund'],
    ],
    [
      'The funding is co-led by Alpha Bank and Beta Fund (BF), an equity investor founded by Zeta and Eta Investments, and followed by leasing group Gamma Leasing.',
      ['Alpha Bank*', 'Beta Fund*', 'Gamma Leasing'],
    ],
    [
      'Quillo received $600 million in Series G funding led by Alpha Partners and Beta Capital, which were joined by existing investors Gamma Management, DST and Delta.',
      ['Alpha Partners*', 'Beta Capital*', 'Gamma Management', 'DST', 'Delta'],
    ],
    [
      'Alpha Education & Technology Group Inc. has led a funding round in Quillo.',
      ['Alpha Education & Technology Group Inc*'],
    ],
    [
      'Two new investors, Alpha Partners and Beta Ventures, joined previous investors in the round.',
      ['Alpha Partners', 'Beta Ventures'],
    ],
    [
      'Limited partners in the fund include Alpha Bank (which invested about $50 million), Beta Management and Gamma.',
      ['Alpha Bank', 'Beta Management', 'Gamma'],
    ],
    [
      'The round was joined by the startup’s existing investors – Chinese principal investment firm Alpha Capital, venture capital firm Beta Capital and Oslo’s Gamma Ventures.',
      ['Alpha Capital', 'Beta Capital', 'Gamma Ventures'],
    ],
    [
      'A string of existing investors, including healthcare-focused Alpha Venture, Zeta Group’s investment arm Beta Investment, and Gamma, participated in the round.',
      ['Alpha Venture', 'Beta Investment', 'Gamma'],
    ],
    [
      'Existing investors who joined the round are Dr. Jane Doe’s Alpha Ventures, and Beta Capital.',
      ['Alpha Ventures', 'Beta Capital'],
    ],
    [
      'Alpha Combinator and Beta Fund, another previous investor, both returned for the Series A.',
      ['Alpha Combinator', 'Beta Fund'],
    ],
    [
      'Other participants include Alpha, Jane “Slim” Doe (co-creator of Zeta), and John Roe (co-founder of Eta).',
      ['Alpha', 'Jane “Slim” Doe', 'John Roe'],
    ],
    [
      'The Series E was led by Alpha, with follow-on from Beta Capital and Gamma Ventures.',
      ['Alpha*', 'Beta Capital', 'Gamma Ventures'],
    ],
    [
      'Alpha Investment and Beta Group, through its Zeta Fund, led a pre-Series B for Quillo.',
      ['Alpha Investment*', 'Beta Group*'],
    ],
    ['Internet and gaming group Alpha led a funding round for Quillo.', ['Alpha*']],
    [
      'Quillo has raised $76m of financing from investors including real estate trust Alpha Equities.',
      ['Alpha Equities'],
    ],
    ['The 10 biggest rounds: Alpha And Beta Lead Big Month For AI.', []],
    [
      'Quillo obtained $60m in a series B round featuring Oslo’s sovereign wealth fund Alpha Investment.',
      ['Alpha Investment'],
    ],
  ])('%s', (text, names) =>
    expect(
      investorsIn(text)
        .filter((name) => !name.startsWith('Quillo'))
        .toSorted(),
    ).toEqual(names.toSorted()),
  )
})
