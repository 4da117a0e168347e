import { describe, expect, it } from 'vitest'
import { toIdentity } from '../../../src/transform/names/identity.ts'
import { readAliases } from '../../../src/transform/names/read-aliases.ts'

/** Made-up firms. Headline, the firm its event names, and what is learned: name, other name, kind. */
const TOLD = [
  [
    '「星途光子」（StarWay Photonics）完成亿元A轮融资',
    '星途光子',
    ['星途光子', 'StarWay Photonics', 'english-name'],
  ],
  [
    '星途光子（英文名：StarWay Photonics）获融资',
    '星途光子',
    ['星途光子', 'StarWay Photonics', 'english-name'],
  ],
  [
    'Moonlit Robotics (月光机器人) raises $20M',
    'Moonlit Robotics',
    ['月光机器人', 'Moonlit Robotics', 'english-name'],
  ],
  [
    '北京星途光子科技有限公司（以下简称“星途光子”）完成A轮融资',
    '星途光子',
    ['北京星途光子科技有限公司', '星途光子', 'same-name'],
  ],
  [
    '北京星途光子科技有限公司（星途光子）完成A轮融资',
    '北京星途光子科技有限公司',
    ['北京星途光子科技有限公司', '星途光子', 'same-name'],
  ],
  ['云杉智造，即大林机器人，完成A轮融资', '云杉智造', ['云杉智造', '大林机器人', 'same-name']],
  [
    'Moonlit Robotics, also known as Moonbot, raises $20M',
    'Moonlit Robotics',
    ['Moonlit Robotics', 'Moonbot', 'same-name'],
  ],
  ['星途光子（原名墨石量子）完成B轮融资', '星途光子', ['星途光子', '墨石量子', 'former-name']],
  ['星途光子（曾用名：墨石量子）完成B轮融资', '星途光子', ['星途光子', '墨石量子', 'former-name']],
  [
    '墨石量子正式更名为星途光子，并完成A轮融资',
    '墨石量子',
    ['星途光子', '墨石量子', 'former-name'],
  ],
  ['「墨石量子」更名为「星途光子」', undefined, ['星途光子', '墨石量子', 'former-name']],
  [
    'Moonlit Robotics, formerly known as Sunlit Labs, raises $20M',
    'Moonlit Robotics',
    ['Moonlit Robotics', 'Sunlit Labs', 'former-name'],
  ],
  [
    'Sunlit Labs rebrands as Moonlit Robotics',
    'Sunlit Labs',
    ['Moonlit Robotics', 'Sunlit Labs', 'former-name'],
  ],
  ['云杉智造母公司大林集团完成5000万元融资', '云杉智造', ['云杉智造', '大林集团', 'parent']],
  ['大林集团旗下机器人公司「云杉智造」完成A轮融资', '云杉智造', ['云杉智造', '大林集团', 'parent']],
  [
    'Bigwood, the parent of Moonlit Robotics, raises $20M',
    'Bigwood',
    ['Moonlit Robotics', 'Bigwood', 'parent'],
  ],
] as const

describe('other names of firms', () => {
  it.each(TOLD)('are learned from %s', (title, firm, alias) => {
    const learned = readAliases({ title }, firm === undefined ? [] : [firm])
    expect(learned.map(({ name, other, kind }) => [name, other, kind])).toContainEqual([...alias])
  })

  it.each([
    ['星途光子（北京）完成A轮融资，红杉中国（领投）', ['星途光子', '红杉中国']],
    ['星途光子（300750.SZ）（Pre-A轮）完成定增', ['星途光子']],
    ['星途光子（IPO）在即，创始人（张三丰）表示', ['星途光子', '创始人']],
    ['Moonlit Robotics (NASDAQ) raises $20M (Series B)', ['Moonlit Robotics']],
    ['星途光子完成A轮融资，即将量产，原名单作废', ['星途光子']],
  ])('are not learned from %s', (title, names) => {
    expect(readAliases({ title }, names)).toEqual([])
  })

  it('come with the words that say so and where these stand', () => {
    const [alias] = readAliases({ title: '喜讯', body: '星途光子（原名墨石量子）完成融资' }, [
      '星途光子',
    ])
    expect(alias).toMatchObject({
      rule: 'alias/former-in-brackets',
      start: 3,
      words: '星途光子（原名墨石量子',
    })
  })

  it('take no longer than the text is long, however it is made', () => {
    const body = '星途光子（'.repeat(20_000)
    expect(readAliases({ title: '', body }, ['星途光子'])).toEqual([])
  })
})

describe('the identity of a name', () => {
  it.each([
    ['北京星途机器人科技有限公司', '星途机器人', '北京'],
    ['星途机器人', '星途机器人', ''],
    ['星途機器人', '星途机器人', ''],
    ['深圳市云杉智能技术股份有限公司', '云杉智能', '深圳'],
    ['云杉科技', '云杉科技', ''],
    ['北京银行', '北京银行', ''],
    ['Example Robotics, Inc.', 'examplerobotics', ''],
    ['Ｅｘａｍｐｌｅ Robotics', 'examplerobotics', ''],
  ])('%s is %s', (name, key, place) => {
    expect(toIdentity(name)).toEqual({ key, place })
  })
})
