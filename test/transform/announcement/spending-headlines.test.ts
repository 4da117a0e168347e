import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('spending told without the word for investing', () => {
  it.each([
    ['青禾服饰花13亿在香港买楼', '青禾服饰', 'closed', 13e8],
    ['12亿元，青禾游戏买地了', '青禾游戏', 'closed', 12e8],
    ['青禾汽车内部文件流出，狂砸90亿元研发，力保南方市场', '青禾汽车', 'closed', 90e8],
    ['今天，Quillo杀疯了，砸20亿美元成立新公司', 'Quillo', 'closed', 20e8],
    ['怒砸15亿血拼春节，青禾能否“烧”出新入口？', '青禾', 'closed', 15e8],
    ['2026“烧钱”800亿美元，青禾“吓坏”投资人', '青禾', 'planned', 800e8],
    ['17亿元上海拿地，青禾出行置业花费再创新高', '青禾出行', 'closed', 17e8],
    ['青禾豪言投资500亿美元，赛过对手的计划', '青禾', 'planned', 500e8],
    ['青禾汽车临港二期项目总投资35亿元', '青禾汽车', 'closed', 35e8],
    ['青禾宣布将投资10亿欧元，在芬兰建第二座数据中心', '青禾', 'planned', 10e8],
    ['总投资超100亿元！青禾汽车新工厂落户南方', '青禾汽车', 'closed', 100e8],
    ['投资500亿！青禾重工新项目在东港开工', '青禾重工', 'closed', 500e8],
    ['青禾科技将在今年投入超100亿美元用于训练模型', '青禾科技', 'planned', 100e8],
    ['青禾宣布未来四年将在美国投资高达5000亿美元建设AI基础设施', '青禾', 'planned', 5000e8],
    ['青禾汽车集团将对美投资210亿美元', '青禾汽车集团', 'planned', 210e8],
    ['投资额超300亿元！青禾国际在天津建12英寸晶圆厂', '青禾国际', 'closed', 300e8],
    ['青禾汽车郑州基地总投资已超500亿元', '青禾汽车', 'closed', 500e8],
    ['青禾汽车柏林工厂再投2亿欧元扩产', '青禾汽车', 'closed', 2e8],
    ['越南Quillo拟在印度投资20亿美元建厂', 'Quillo', 'planned', 20e8],
    ['青禾时代拟投100亿建海外工厂二期', '青禾时代', 'planned', 100e8],
    ['青禾3800亿投AI，掌门人说还不够', '青禾', 'closed', 3800e8],
    ['今年青禾在AI领域的研发和资本投入预计将达90亿', '青禾', 'planned', 90e8],
  ])('%s', (title, company, status, low) =>
    expect(eventsOf(title)).toMatchObject([
      { kind: 'internal', company, status, amount: { low }, investors: [] },
    ]),
  )

  it.each([
    '花300万请顾问的老板们，后来怎么样了？',
    '6年烧掉700亿，青禾汽车稳了吗？',
    '沙特三年狂砸300亿元建球场，到底图什么？',
    '日本将向美国投资5500亿美元',
    '某保险基金投资收益超2000亿元',
    '青禾已亏300亿美元，如何从坑里出来',
  ])('%s: none', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('a founder is no firm', () => {
  it.each([
    ['青禾直播12天，马斯克融资400亿', null],
    ['刚刚，马斯克 Quillo 官宣60亿美元融资', 'Quillo'],
    ['贝索斯创业物理AI，首轮获投50亿美元融资', null],
    ['两位富豪吵起来了，贝索斯融资 300 亿复出', null],
    ['赌自己会失业，李某八人天团狂揽40亿元，杀入「无限进化」赛道', null],
  ])('%s: %s', (title, company) =>
    expect(eventsOf(title)).toMatchObject([{ kind: 'equity', company }]),
  )

  it('spends as anybody', () =>
    expect(eventsOf('马斯克将在印度投资20亿美元建厂')).toMatchObject([
      { kind: 'internal', company: '马斯克', status: 'planned' },
    ]))
})
