import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

/** Names, those who lead with a star. */
function investorsOf(title: string, body?: string): readonly string[] {
  const [event] = eventsOf(title, body)
  return (event?.investors ?? []).map(({ name, lead }) => (lead ? `${name}*` : name))
}

const TITLE = '「青禾量子」完成数千万元A轮融资'

describe('the investors of a round', () => {
  it.each([
    ['本轮融资由远山资本领投，松涛创投、白鹭基金跟投。', ['远山资本*', '松涛创投', '白鹭基金']],
    ['本轮融资由远山资本、松涛创投联合领投。', ['远山资本*', '松涛创投*']],
    ['本轮由远山资本和松涛创投共同投资。', ['远山资本', '松涛创投']],
    ['本轮由远山资本独家投资。', ['远山资本']],
    [
      '本轮投资方包括远山资本、松涛创投，以及老股东白鹭基金。',
      ['远山资本', '松涛创投', '白鹭基金'],
    ],
    ['本轮投资方为远山资本和松涛创投，资金将用于研发。', ['远山资本', '松涛创投']],
    [
      '本轮由远山资本领投，老股东松涛创投、白鹭基金持续加码。',
      ['远山资本*', '松涛创投', '白鹭基金'],
    ],
    ['本轮由远山资本领投，上市公司北斗精工跟投。', ['远山资本*', '北斗精工']],
    ['本轮由北斗精工旗下远山资本领投。', ['远山资本*']],
    ['本轮投资方包括香港财团、远山资本。', ['远山资本']],
    ['本轮由远山资本领投、\u2003松涛资本跟投。', ['远山资本*', '松涛资本']],
    ['本轮由远山资本、\u2003松涛资本跟投。', ['远山资本', '松涛资本']],
    ['本轮由远山资本（Yuanshan Capital）领投。', ['远山资本*']],
    ['本轮由Far Hill Capital领投，松涛创投等机构跟投。', ['Far Hill Capital*', '松涛创投']],
    ['本轮由远山资本领投，云岭资本担任独家财务顾问。', ['远山资本*']],
    ['本轮由远山资本领投，多家上市公司跟投。', ['远山资本*']],
    ['本轮由远山资本领投，个人投资者李青山跟投。', ['远山资本*', '李青山']],
    ['本轮由远山资本领投。此前，公司曾获松涛创投的天使轮投资。', ['远山资本*']],
    ['本轮由日本青木集团领投。', ['青木集团*']],
    [
      '本轮由远山资本领投，松涛创投、白鹭基金等现有股东参与其中。',
      ['远山资本*', '松涛创投', '白鹭基金'],
    ],
    ['本轮由松涛创投管理的白鹭基金领投。', ['白鹭基金*']],
    ['本轮中，远山资本和松涛创投承诺分别投资5亿美元和10亿美元。', ['远山资本', '松涛创投']],
    ['领投方为现有投资者远山资本和新投资者松涛创投。', ['远山资本*', '松涛创投*']],
    ['本轮由远山资本领投，松涛创投亦参与本轮。', ['远山资本*', '松涛创投']],
    [
      '新增股东包括远山资本、松涛创投等，老股东白鹭基金继续加码。',
      ['远山资本', '松涛创投', '白鹭基金'],
    ],
    ['本轮由远山资本领投，松涛创投，白鹭资本等老股东跟投。', ['远山资本*', '松涛创投', '白鹭资本']],
    [
      '本轮由远山资本领投，松涛、白鹭等老股东继续参与；资金用途未披露。',
      ['远山资本*', '松涛', '白鹭'],
    ],
    ['本轮由之前A轮投资方松涛集团、白鹭传媒共同领投。', ['松涛集团*', '白鹭传媒*']],
    ['本轮由青木集团旗下科技基金蓝海方舟领投。', ['蓝海方舟*']],
    ['本轮由尚融资本领投，天使轮领投方松涛之星继续追加投资。', ['尚融资本*', '松涛之星']],
    [
      '本轮由远山资本领投，其中，松涛中国作为老股东继续增持，白鹭投资则是本轮新进入的投资方。',
      ['远山资本*', '松涛中国', '白鹭投资'],
    ],
    ['此次新参与融资的还有M7（某大厂的基金）和Pine Tree Labs。', ['M7', 'Pine Tree Labs']],
    [
      '投资者包括远山照明、日本某金融集团下的风险投资公司Mitsuba Capital。',
      ['远山照明', 'Mitsuba Capital'],
    ],
    [
      '投资方还包括多位天使投资人：Quillo前首席执行官John Doeman、青木联合创始人李青山。',
      ['John Doeman', '李青山'],
    ],
    [
      '本轮由远山资本领投。2018年，公司曾获得由松涛资本领投，白鹭资本和青木股份跟投的天使轮融资。',
      ['远山资本*'],
    ],
    [
      '本轮由北京绿色能源和低碳产业基金与松涛投资基金领投，中金公司跟投。',
      ['北京绿色能源和低碳产业基金*', '松涛投资基金*', '中金公司'],
    ],
    ['本轮由国有资本运营平台中国青木旗下的青木创投基金领投。', ['青木创投基金*']],
    ['远山、松涛联合领投，白鹭战投参与。', ['远山*', '松涛*', '白鹭战投']],
    ['本轮由远山资本与 T. Rowan 联合领投。', ['远山资本*', 'T. Rowan*']],
    ['公司已完成来自远山资本和松涛资本的A轮融资。', ['远山资本', '松涛资本']],
    [
      '本轮由远山资本领投。 至此，公司已完成四轮融资，历史投资方包括松涛创投、白鹭科创。',
      ['远山资本*'],
    ],
  ])('%s', (body, names) => expect(investorsOf(TITLE, body)).toEqual(names))

  it.each([
    ['「青禾量子」获远山资本数千万元天使轮融资', ['远山资本']],
    ['「青禾量子」获远山资本领投数千万元融资', ['远山资本*']],
    ['「青禾量子」完成远山资本领投的A轮融资', ['远山资本*']],
    ['远山、松涛押注，「青禾量子」获数千万元融资', ['远山', '松涛']],
    ['「青禾量子」完成A轮融资，远山集团2亿元战略投资', ['远山集团']],
    ['远山资本领投青禾量子1亿元融资', ['远山资本*']],
    ['远山集团向青禾量子投资3亿美元', ['远山集团']],
    ['「青禾量子」获远山资本领投2.25亿美元D轮融资', ['远山资本*']],
    ['远山独家押注，「青禾量子」完成B轮融资', ['远山']],
    ['Quillo raises $12M led by Far Hill Capital', ['Far Hill Capital*']],
    ['Quillo raises $12M from Far Hill, Pine Tree Ventures', ['Far Hill', 'Pine Tree Ventures']],
    ['Far Hill Capital leads $12M round in Quillo', ['Far Hill Capital*']],
    ['Quillo secures $7M credit line from Far Hill', []],
    [
      'Quillo hits $7B valuation as investors Far Hill, Pine Tree, and Orrin double down',
      ['Far Hill', 'Pine Tree', 'Orrin'],
    ],
  ])('%s', (title, names) => expect(investorsOf(title)).toEqual(names))

  it.each([
    [
      '【首发】「青禾量子」完成A轮融资，【远山资本】领投，【松涛资本】【白鹭资本】跟投',
      ['远山资本*', '松涛资本', '白鹭资本'],
    ],
    ['宁海系领投，「青禾量子」完成A轮融资', []],
    ['Alpha, Beta back chip designer Quillo in $300M round', ['Alpha', 'Beta']],
    ['Alpha, Beta and Gamma acquire Quillo for $300M', ['Alpha', 'Beta', 'Gamma']],
    ['On Tuesday, Alpha acquired Quillo for $30M', ['Alpha']],
    ['In Berlin, Alpha and Beta acquired Quillo for $30M', ['Alpha', 'Beta']],
    ['In Berlin, Alpha, Beta and Gamma acquired Quillo for $30M', ['Alpha', 'Beta', 'Gamma']],
    ['In Berlin, Alpha, Beta and Gamma led a $30M round in Quillo', ['Alpha*', 'Beta*', 'Gamma*']],
    ['In Berlin, Alpha led a $30M round in Quillo', ['Alpha*']],
    ['Berlin, Alpha leads $30M round in Quillo', ['Alpha*']],
    ['Alpha, Inc. acquires Quillo for $30M', ['Alpha']],
    ['Quillo is back with $20M seed round', []],
  ])('%s', (title, names) => expect(investorsOf(title)).toEqual(names))

  it.each([
    [
      'Quillo raised $42 million in a round led by Far Hill Capital, with participation from existing investors Acre and Orrin, plus Pine-Tree Ventures.',
      ['Far Hill Capital*', 'Acre', 'Orrin', 'Pine-Tree Ventures'],
    ],
    [
      'Quillo announced a $75 million Series C. Existing investors Acre and 8VC also participated, alongside new backer In-Quill.',
      ['Acre', '8VC', 'In-Quill'],
    ],
    [
      'Quillo has raised $18m in a Series A round led by Orrin, with existing investors Acre Capital and The Pine Group taking part.',
      ['Orrin*', 'Acre Capital', 'The Pine Group'],
    ],
    [
      'Quillo raised $15 million in a round led by Orrin, with participation from angels like Acre CEO Nat Friedmann.',
      ['Orrin*', 'Nat Friedmann'],
    ],
  ])('%s', (body, names) =>
    expect(investorsOf('Quillo raises Series C funding', body)).toEqual(names),
  )

  it('stand once where title and body spell them differently', () => {
    expect(investorsOf('「青禾量子」获远山数千万元融资', '本轮由远山资本领投。')).toEqual([
      '远山资本*',
    ])
  })
})
