import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { remarkIn } from '../../../src/model/remark.ts'
import { type TrackConfig, tracksOn } from '../../../src/model/tracks-config.ts'
import { ROOT } from '../../../src/runtime/config.ts'
import { readConfigFiles } from '../../../src/runtime/config-files.ts'
import { WIDER } from '../../../src/transform/claims/fields.ts'
import { type Claim, readClaims } from '../../../src/transform/claims/read-claims.ts'
import { readRules } from '../../support/rules.ts'

const DAY = '2023-11-20' as CalendarDate
let tracks: readonly TrackConfig[] = []

beforeAll(async () => {
  tracks = tracksOn((await readConfigFiles(join(ROOT, 'config'))).tracks, DAY)
})

function claimsIn(title: string, body?: string): readonly Claim[] {
  return readClaims({ title, body, publishedOn: DAY }, tracks)
}

/** Track, days, bounds in hundreds of millions and currency, on one line. */
function inShort({ track, days, amount }: Claim): string {
  const [low, high] = [amount.low / 1e8, amount.high / 1e8]
  return `${track} ${days.from}..${days.to} ${low}..${high} ${amount.currency}`
}

const MODELS = 'ai-foundation-models'
const YEAR = '2023-01-01..2023-11-20'

describe('a claim', () => {
  it.each([
    ['大模型赛道吸引了数百亿投资', `${MODELS} ${YEAR} 100..1000 CNY`],
    ['今年以来大模型领域融资已超千亿元', `${MODELS} ${YEAR} 1000..2000 CNY`],
    ['今年以来，大模型领域融资已超千亿元', `${MODELS} ${YEAR} 1000..2000 CNY`],
    ['2022年国内AI领域融资总额达812亿元', 'AI 2022-01-01..2022-12-31 812..812 CNY'],
    ['2023年上半年，中国人工智能行业融资额约300亿元', 'AI 2023-01-01..2023-06-30 270..330 CNY'],
    ['去年半导体行业融资金额为1200亿元', 'semiconductors 2022-01-01..2022-12-31 1200..1200 CNY'],
    [
      '今年前三季度生物医药领域投融资总额近500亿元',
      'biomedicine 2023-01-01..2023-09-30 450..500 CNY',
    ],
    [
      '2023年前三季度机器人赛道共融资150亿元',
      'robotics-autonomous-driving 2023-01-01..2023-09-30 150..150 CNY',
    ],
    [
      '过去一年，自动驾驶领域吸引了超200亿元投资',
      'robotics-autonomous-driving 2022-11-21..2023-11-20 200..400 CNY',
    ],
    ['近三年新能源领域累计获得3000亿元融资', 'new-energy 2020-11-21..2023-11-20 3000..3000 CNY'],
    ['过去6个月AIGC赛道融资20亿元', 'aigc-applications 2023-05-21..2023-11-20 20..20 CNY'],
    ['截至目前，大模型赛道已吸引上千亿元资金', `${MODELS} ${YEAR} 1000..10000 CNY`],
    [
      '2020年以来，芯片行业累计融资5000亿元左右',
      'semiconductors 2020-01-01..2023-11-20 4500..5500 CNY',
    ],
    [
      '2019至2022年，创新药领域融资总额4000亿元',
      'biomedicine 2019-01-01..2022-12-31 4000..4000 CNY',
    ],
    ['2023年第二季度游戏行业融资额8亿至10亿元', 'games 2023-04-01..2023-06-30 8..10 CNY'],
    ['2023年1-5月，储能赛道融资总额200多亿元', 'new-energy 2023-01-01..2023-05-31 200..400 CNY'],
    ['2022年中国一级市场融资总额6900亿元', 'all 2022-01-01..2022-12-31 6900..6900 CNY'],
    ['数百亿资金涌入大模型赛道', `${MODELS} ${YEAR} 100..1000 CNY`],
    ['今年已有超100亿元投资涌入国内大模型领域', `${MODELS} ${YEAR} 100..200 CNY`],
    [
      '2023上半年国内游戏投融资24起，披露108.6亿元',
      'games 2023-01-01..2023-06-30 108.6..108.6 CNY',
    ],
    ['２０２２年大模型领域融资总额１００亿元', `${MODELS} 2022-01-01..2022-12-31 100..100 CNY`],
    ['2022年AI领域融资总额20亿美元（约140亿元）', 'AI 2022-01-01..2022-12-31 20..20 USD'],
    ['2022年AI大模型赛道融资总额100亿元', `${MODELS} 2022-01-01..2022-12-31 100..100 CNY`],
    ['2022年生成式AI领域融资总额100亿元', 'aigc-applications 2022-01-01..2022-12-31 100..100 CNY'],
    ['今年以来，国内大模型企业共获得100亿元融资', `${MODELS} ${YEAR} 100..100 CNY`],
    ['AI startups raised $42.5bn in 2022', 'AI 2022-01-01..2022-12-31 425..425 USD'],
    [
      'In 2022, Chinese AI companies raised a total of $13 billion',
      'AI 2022-01-01..2022-12-31 130..130 USD',
    ],
    [
      'Chinese semiconductor startups attracted more than $5 billion in venture capital in the first half of 2023',
      'semiconductors 2023-01-01..2023-06-30 50..100 USD',
    ],
    [
      'Funding for generative AI startups reached $14.1 billion in Q2 2023',
      'aigc-applications 2023-04-01..2023-06-30 141..141 USD',
    ],
    [
      'Investors poured about $10bn into biotech startups last year',
      'biomedicine 2022-01-01..2022-12-31 90..110 USD',
    ],
    ['Chinese startups raised $25.7bn so far this year', `all ${YEAR} 257..257 USD`],
  ])('%s', (text, expected) => {
    expect(claimsIn(text).map(inShort)).toEqual([expected])
  })

  it('stands in the text where its evidence says, with the rule that read it', () => {
    const body = '行业观察。据统计，2022年大模型领域融资总额100亿元，同比增长5%。'
    const [claim] = claimsIn('一周观察', body)
    expect(claim).toMatchObject({
      text: '2022年大模型领域融资总额100亿元',
      scope: '中国；未说明投资方式 || China; instrument not stated',
      evidence: { where: 'body', rule: 'claim/zh/total' },
    })
    expect(body.slice(claim?.evidence.start, claim?.evidence.end)).toBe(claim?.text)
  })

  it('of a field without a name is of the one the text is about, or none', () => {
    const unnamed = '该赛道已吸引数百亿元投资。'
    expect(claimsIn('大模型这一年', unnamed).map(({ track }) => track)).toEqual([MODELS])
    expect(claimsIn('这一年', unnamed)).toEqual([])
  })

  it('under a headline about another country is not said to be of China', () => {
    const scopes = claimsIn('美国创业这一年', '2022年大模型领域融资总额100亿元。').map(
      ({ scope }) => remarkIn(scope, 'en'),
    )
    expect(scopes).toEqual(['(country not stated); instrument not stated'])
  })

  it('is told once where headline and text say the same', () => {
    const words = '今年以来大模型领域融资已超千亿元'
    expect(claimsIn(words, `${words}。`)).toHaveLength(1)
  })

  it.each([
    ['2022年美国AI领域融资总额800亿美元', 'outside China: 美国; instrument not stated'],
    ['AI startups raised $42.5bn in 2022', '(country not stated); instrument not stated'],
    ['大模型赛道吸引了数百亿投资', 'China; instrument not stated; period not stated'],
    ['截至目前，大模型赛道已吸引上千亿元资金', 'China; instrument not stated; cumulative to date'],
  ])('says what it leaves open: %s', (text, scope) => {
    expect(claimsIn(text).map((claim) => remarkIn(claim.scope, 'en'))).toEqual([scope])
  })
})

it('of a wider field names one the configuration knows', async () => {
  const { claim_scopes: scopes } = await readRules()
  expect(Object.keys(scopes)).toEqual(expect.arrayContaining(Object.keys(WIDER)))
})

it('stays inside the text and keeps its bounds and days in order, whatever the text', () => {
  const PIECES = [
    '今年以来',
    '2022年',
    '，',
    '国内',
    'AI',
    '大模型',
    '赛道',
    '融资',
    '总额',
    '达',
    '共',
    '共发生',
    '3起',
    '数百亿',
    '100亿元',
    '。',
  ]
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(texts, (pieces) => {
      const body = pieces.join('')
      for (const { evidence, text, amount, days } of claimsIn('', body)) {
        expect(body.slice(evidence.start, evidence.end)).toBe(text)
        expect(amount.low).toBeLessThanOrEqual(amount.high)
        expect(days.from <= days.to && days.to <= DAY).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

describe('no claim', () => {
  it.each([
    '「青禾大模型」完成10亿元A轮融资',
    '青禾科技完成数亿元融资',
    '大模型公司青禾获得10亿元投资',
    '大模型公司完成10亿元融资',
    'AI公司累计融资20亿元',
    '青禾科技今年以来融资已超10亿元',
    '深圳将形成规模1000亿元的人工智能基金群',
    '上海人工智能母基金225亿元',
    '北京人工智能产业投资基金目标规模100亿元',
    '2023年中国人工智能市场规模达5000亿元',
    '2023年人工智能产业规模突破5000亿元',
    '2022年大模型领域市值8000亿元',
    '大模型五虎估值达200亿元',
    '半导体板块获主力资金净流入50亿元',
    '百亿资金涌入芯片ETF',
    'A股午评：数百亿资金涌入大模型赛道',
    '预计2023年大模型领域融资总额将达1000亿元',
    '大模型领域融资有望突破千亿元',
    '2025年大模型领域融资总额1000亿元',
    '今年以来大模型领域融资不足100亿元',
    '今年以来大模型领域融资没有超过100亿元',
    '2022年AI和游戏领域融资总额100亿元',
    '2022年人形机器人领域融资总额100亿元',
    '2022年半导体设备领域融资总额100亿元',
    '2022年新能源领域债券融资总额1000亿元',
    '2022年新能源领域贷款1000亿元',
    '2022年芯片行业营收1000亿元',
    '青禾集团今年在AI领域投资100亿元',
    '青禾集团2023年AI领域投资总额100亿元',
    '大模型赛道今年发生了100起融资',
    '2022年至2020年，大模型领域融资总额100亿元',
    '2021年和2022年，大模型领域融资总额100亿元',
    '前三季度生物医药领域投融资总额近500亿元',
    '国内大模型企业今年以来共获得融资100亿元',
    '2022年AI机器人领域融资总额100亿元',
    '这家大模型公司共获得融资100亿元',
    'AI startup Quillo raised $42m in 2022',
    'AI startup raised $4bn in 2022',
    'Five AI startups raised $2bn in 2022',
    'AI startups Quillo and Farrow raised $2bn in 2022',
    'The AI market was worth $200bn in 2022',
    'AI startups are expected to raise $50bn in 2023',
    'AI startups raised less than $5bn in 2022',
    'Quillo Capital closes $2bn fund for AI startups',
    'AI chip startups raised $2bn in 2022',
    'Quillo plans to invest $10bn in AI companies in 2023',
    'AI stocks attracted $5bn in 2022',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([])
    expect(claimsIn('行业观察', `${text}。`)).toEqual([])
  })
})
