import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

function investorsOf(title: string, body?: string): readonly string[] | undefined {
  return eventsOf(title, body)[0]?.investors.map(({ name, lead }) => (lead ? `${name}*` : name))
}

describe('names of Chinese investors', () => {
  it.each([
    [
      '本轮融资由深圳市远山二期股权投资基金合伙企业（简称远山二期）、中国北辰结构调整基金(北调基金)领投，海川科技有限公司（“海川科技”）跟投。',
      ['远山二期*', '北调基金*', '海川科技'],
    ],
    [
      '本轮由 Examplia Global Health Innovation Fund 领投，北辰资本跟投。',
      ['Examplia Global Health Innovation Fund*', '北辰资本'],
    ],
    ['远山资本领投，北辰资本全线加码。', ['远山资本*', '北辰资本']],
    ['海川咖啡作为战略投资方入股，此外老股东远山资本跟投。', ['海川咖啡', '远山资本']],
    [
      '本轮由远山资本领投，公司原有股东北辰医药、海川证券旗下医疗基金管理公司长风鼎晟跟投。',
      ['远山资本*', '北辰医药', '长风鼎晟'],
    ],
    [
      '本轮由远山资本领投，老股东北辰资本跟投，新增海川资本，长风科技作为战略投资者加入。',
      ['远山资本*', '北辰资本', '海川资本', '长风科技'],
    ],
    [
      '创始人张远山本轮个人投资 2000 万元人民币。海川和北辰分别考虑投资，可能成为本轮最大的外部投资者。',
      ['张远山'],
    ],
    ['青禾量子日前完成5000万元的A轮融资，投资方为远山投资……', ['远山投资']],
    ['由远山资本领投，餐饮品牌价值发现平台美食大陆跟投。', ['远山资本*', '美食大陆']],
    [
      '远山高新技术股权投资基金合伙企业（有限合伙）（简称“远山高新基金”）、北辰产业基金有限公司（简称“北辰基金”）以合计人民币5000万元的价格认购新增注册资本。',
      ['远山高新基金', '北辰基金'],
    ],
    [
      '本轮融资领投的有中国战略投资方远山集团（600000.SH），国际战略投资方北辰汽车、海川集团，还有知名投资机构长风和源远基金。',
      ['远山集团*', '北辰汽车*', '海川集团*', '长风*', '源远基金*'],
    ],
    ['投资方包括上海、北京两地的国资平台。', []],
    [
      '由远山资本领投，海川旗下长风资本、北辰创投等战略股东跟进。',
      ['远山资本*', '长风资本', '北辰创投'],
    ],
    ['由远山资本领投，公司早期投资人北辰科创本轮继续加码。', ['远山资本*', '北辰科创']],
    ['由远山资本领投，海川旗下风投Quillo Ventures也参与其中。', ['远山资本*', 'Quillo Ventures']],
    ['由远山资本领投，海川前副总裁张远以个人身份跟投。', ['远山资本*', '张远']],
    ['投资方包括韩国产业银行和远山战投。', ['韩国产业银行', '远山战投']],
    ['知情人士透露，远山与北辰正考虑跟投。', ['远山', '北辰']],
    ['由Quillo领投，Accella、N32与Proxima增加投资。', ['Quillo*', 'Accella', 'N32', 'Proxima']],
    [
      '投资方集齐三股力量：既有远山创投、北辰基金等政府资本，海川资本与长风股份等产业资本。',
      ['远山创投', '北辰基金', '海川资本', '长风股份'],
    ],
    ['远山资本、北辰资本投资，一年内连续四轮融资', ['远山资本', '北辰资本']],
  ])('%s', (body, investors) => {
    expect(investorsOf('「青禾量子」完成5000万元A轮融资', body)).toEqual(investors)
  })

  it.each([
    ['“青禾用车”获香港某集团2000万元A轮投资', []],
    ['青禾科技官宣获得远山汽车战投并完成交割', ['远山汽车']],
    ['EXAMPLIA 据传洽谈以最高 30 亿美元入股 Quillo Energy', ['EXAMPLIA']],
    [
      '青禾图形 5000 万美元 A 轮 由源远资本、北辰资本联合领投，老股东海川资本持续加码',
      ['源远资本*', '北辰资本*', '海川资本'],
    ],
    ['Sarvia 获得由 IT 服务巨头 HALTech 领投的 2.34 亿美元融资', ['HALTech*']],
    [
      'Quillo完成14亿美元C轮融资（Tundra领投，远山/北辰/海川入局）',
      ['Tundra*', '远山', '北辰', '海川'],
    ],
    ['深圳 Quillo AI 完成超 5 亿元天使+轮（北辰系 Tundra 领投）', ['Tundra*']],
    ['Quillo Therapeutics 因获远山制药 20 亿美元战略投资大涨 18%', ['远山制药']],
  ])('%s', (title, investors) => {
    expect(investorsOf(title)).toEqual(investors)
  })

  it('a person’s part is not what the round came to', () => {
    const [event] = eventsOf(
      '「青禾量子」完成5亿元A轮融资',
      '创始人张远山本轮个人投资 2 亿元人民币。',
    )
    expect(event?.amount).toMatchObject({ low: 5e8, high: 5e8 })
  })
})

describe('names of Chinese firms', () => {
  it.each([
    ['"青禾"宣布完成亿元级Pre-A轮融资', '青禾'],
    ['美国媒体 Quillo 周一宣布获得3000万美元融资', 'Quillo'],
    ['Examplia Group 以约 3 亿美元收购 Quillo Robotics 剩余约 10% 股份', 'Quillo Robotics'],
    ['首发 | 远山科技独家投资数千万，这家企业把损耗降至40微米', null],
    ['远山汽车宣布将向自动驾驶企业Quillo（青禾）投资3亿美元', 'Quillo'],
    ['国内领先的教育平台青禾28日在沪宣布，完成总额超10亿元人民币的D轮融资', '青禾'],
    ['深圳 Quillo AI 完成超 5 亿元天使+轮', 'Quillo AI'],
    ['Quillo公司宣布获得3.5亿美元C轮融资', 'Quillo'],
    ['如青机器人完成亿元Pre-A轮融资', '如青机器人'],
    ['君山再战互联网 参与青传近亿元B轮融资', '青传'],
    ['远山 宣布以 82 亿美元收购 AI 公司 Quillo Labs 后上涨逾 1%', 'Quillo Labs'],
    ['Tundra 于 2026-06-04 宣布收购 Quillo', 'Quillo'],
    ['2.1亿C1轮融资落地！青禾医药加速打造全球化平台', '青禾医药'],
    [
      '青禾智胜（深圳）科技有限公司，完成A+轮融资，投资方为知名机构远山投资。',
      '青禾智胜（深圳）科技有限公司',
    ],
  ])('%s', (title, company) => {
    expect(eventsOf(title).map((event) => event.company)).toEqual([company])
  })
})

it('finds whom the money comes from, and the firm in the clause before', () =>
  expect(
    eventsOf(
      '远山投资自动驾驶公司Quillo',
      '自动驾驶公司Quillo周三表示，已从远山集团、北辰和海川等投资者处筹集12亿美元D轮资金。',
    ),
  ).toMatchObject([
    { company: 'Quillo', investors: [{ name: '远山集团' }, { name: '北辰' }, { name: '海川' }] },
  ]))

it('takes the short name of a firm from the body', () =>
  expect(
    eventsOf('远山青禾芯递交港股上市申请', '远山集团公告，青禾芯已向港交所提交上市申请表格。'),
  ).toMatchObject([{ company: '青禾芯', kind: 'listing' }]))
