import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

/** What a headline tells of in short: kind, status, firm, who pays. */
function told(title: string): readonly string[] {
  return eventsOf(title).map(({ kind, status, company, investors }) =>
    [kind, status, company ?? '?', ...investors.map(({ name }) => name)].join(' '),
  )
}

describe('whoever puts money into a firm', () => {
  it.each([
    ['远山集团投资芯片公司「青禾微」，持股约10%', 'equity closed 青禾微 远山集团'],
    ['远山集团入股人形机器人公司「青禾智行」', 'equity closed 青禾智行 远山集团'],
    ['远山集团投资「青禾机器人」，后者完成A+轮融资', 'equity closed 青禾机器人 远山集团'],
    ['远山战投出手，「青禾微」完成C+轮融资', 'equity closed 青禾微 远山战投'],
    ['远山、海川抢着投，药物公司「青禾药研」拿下1亿美元B轮', 'equity closed 青禾药研 远山 海川'],
    ['远山、海川入股，这家机器人公司估值破百亿', 'equity closed ? 远山 海川'],
    ['辞职之后，他拿了远山的钱造眼镜', 'equity closed ? 远山'],
    ['30亿元，青禾中国获得远山资本加码，各方回应', 'equity closed 青禾中国 远山资本'],
    ['饮料品牌「青禾」引入战略投资者', 'equity closed 青禾'],
    ['博川资本40亿美元拿下青禾中国控股权', 'acquisition closed 青禾中国 博川资本'],
    ['青禾零售易主远山资本', 'acquisition closed 青禾零售 远山资本'],
    ['青禾中国易主，压力给到了对手', 'acquisition closed 青禾中国'],
    ['远山集团20亿美元收购青禾直播尘埃落定', 'acquisition closed 青禾直播 远山集团'],
    ['远山投资18亿元入股青禾制药', 'equity closed 青禾制药 远山'],
    ['青禾汽车获得5.5亿美元融资承诺', 'equity planned 青禾汽车'],
    ['远山86亿美元拿下休闲游戏公司青禾', 'acquisition closed 青禾 远山'],
    ['突发，远山趁机收购青禾', 'acquisition closed 青禾 远山'],
    ['青禾被远山数十亿美元收购，创始人出任副总裁', 'acquisition closed 青禾 远山'],
    ['青禾美国业务最终卖给远山集团', 'acquisition closed 青禾美国业务 远山集团'],
    ['远山千亿美元投资Quillo，创纪录', 'equity closed Quillo 远山'],
    ['青禾地产获远山集团22亿元借款', 'debt closed 青禾地产'],
    ['远山战投投资青禾机器人', 'equity closed 青禾机器人 远山战投'],
    ['远山集团、海川集团联手投资Quillo，新公司备受关注', 'equity closed Quillo 远山集团 海川集团'],
    ['远山收购AI编程公司，创始团队加入', 'acquisition closed ? 远山'],
    ['Quillo Code 豪气收购一家前端公司', 'acquisition closed ? Quillo Code'],
    ['或出售青禾科技，远山对游戏不再上心', 'acquisition planned 青禾科技'],
    ['远山科技拟收购国产键盘品牌', 'acquisition planned ? 远山科技'],
    ['远山集团投资半导体公司青禾芯联', 'equity closed 青禾芯联 远山集团'],
    ['青禾汽车D轮融资追加1.5亿美元，远山、海川集团领投', 'equity closed 青禾汽车 远山 海川集团'],
    ['远山、海川联手投资一家激光雷达公司', 'equity closed ? 远山 海川'],
    ['远山基金出手，20亿投向这家光刻胶公司', 'equity closed ? 远山基金'],
    ['玩具公司「青禾」估值42亿，远山影业1.4亿入股', 'equity closed 青禾 远山影业'],
  ])('%s: %s', (title, event) => expect(told(title)).toEqual([event]))
})

describe('a round told in passing words', () => {
  it.each([
    ['前工程师创业做割草机器人，半年内连融三轮', 'equity closed ?'],
    ['他回国做机器人关节，一年融了四轮', 'equity closed ?'],
    ['他回国造陪伴机器人，一轮拿了3000万美元', 'equity closed ?'],
    ['A轮5亿，远山带队，这家公司什么来头', 'equity closed ?'],
    ['深圳一家做电子皮肤的公司，刚融完C轮', 'equity closed ?'],
    ['青禾智行官宣D轮首关1.5亿美元', 'equity closed 青禾智行'],
    ['青禾智能想再融5亿元', 'equity planned 青禾智能'],
    ['冲刺IPO的青禾智能完成2亿元C轮融资', 'equity closed 青禾智能'],
    ['青禾智能递表前夕获2亿元C轮融资', 'equity closed 青禾智能'],
    ['青禾冲刺港股前再获2亿元融资', 'equity closed 青禾'],
    ['老兵再创业，天使轮就拿了1亿元', 'equity closed ?'],
    ['首轮融资就拿下5000万美元，他要做大事', 'equity closed ?'],
    ['刚刚，杭州诞生一笔20亿融资', 'equity closed ?'],
    ['15亿，一笔大额天使轮', 'equity closed ?'],
    ['供应商「青禾智造」引战15亿元', 'equity closed 青禾智造'],
    ['「青禾智能」B4轮融资落定', 'equity closed 青禾智能'],
    ['「青禾视频」传出新融资', 'equity rumour 青禾视频'],
    ['「青禾机器人」新一轮融资接近尾声', 'equity planned 青禾机器人'],
    ['融资上亿的青禾旅行是什么来头？', 'equity closed 青禾旅行'],
    ['青禾奶茶找来了一笔“续命”钱', 'equity closed 青禾奶茶'],
    ['Quillo AI获8000万美元输血，前高管注资', 'equity closed Quillo AI'],
    ['前高管创业，做垂域智能体，获数千万元种子轮融资', 'equity closed ?'],
    ['百亿估值、半年五轮融资，这家公司正在改变灵巧手', 'equity closed ?'],
    ['刚刚，中国具身智能最大单笔融资诞生', 'equity closed ?'],
    ['“中国版Quillo”融资5亿元，创下行业纪录', 'equity closed ?'],
    ['某品牌母公司青禾电商完成1.4亿美元Pre-IPO轮融资', 'equity closed 青禾电商'],
    ['青禾智能再启融资，710亿美元估值背后', 'equity planned 青禾智能'],
    ['青禾茶饮回应新一轮融资：不予置评', 'equity rumour 青禾茶饮'],
    ['青禾优鲜2亿美元股权融资生变', 'equity rumour 青禾优鲜'],
    ['远山旗下Quillo Fund募资1.9亿美元', 'fund closed Quillo Fund'],
    ['远山资本完成4亿美元募资，一期收官', 'fund closed 远山资本'],
    ['物流平台Quillo，完成2000万美元B2轮融资', 'equity closed Quillo'],
    ['从账上只剩20万到融资10亿，他做出了爆款', 'equity closed ?'],
    ['王某某，操刀今年最大一笔融资', 'equity closed ?'],
    ['远山旗下“男友平台”青禾岛开启独立运营，目前融资金额超千万美元', 'equity closed 青禾岛'],
    ['可连续空翻的机器人完成数亿融资', 'equity closed ?'],
    ['青禾星辰50亿融资背后：董事长换人', 'equity closed 青禾星辰'],
    ['专访「青禾动力」王某：完成5亿元A轮融资，大厂都是股东', 'equity closed 青禾动力'],
    ['对话青禾科技创始人：拿到数亿元融资后，我们要做什么', 'equity closed 青禾科技'],
  ])('%s: %s', (title, event) => expect(told(title)).toEqual([event]))
})

describe('who goes public', () => {
  it.each([
    ['饺子界“青禾冰城”，要上市了', 'listing planned ?'],
    ['人人都在用的Quillo，要上市了', 'listing planned Quillo'],
    ['某地半导体材料巨头上市，股价涨超11%', 'listing closed ?'],
    ['刚刚，深圳380亿IPO敲钟', 'listing closed ?'],
    ['220亿，某地前首富又去IPO了', 'listing planned ?'],
    ['代工大厂青禾电器转战港股', 'listing planned 青禾电器'],
    ['知名手机的供货商要IPO了', 'listing planned ?'],
    ['远山投的机器人，要IPO了', 'listing planned ?'],
    ['某地70后女帅做“大玩具”，年入近5亿，冲刺第一股', 'listing planned ?'],
    ['某地“小巨人”冲刺北交所，供货大厂，拟募资2.7亿', 'listing planned ?'],
    ['Quillo第三次冲击港股IPO', 'listing planned Quillo'],
    ['青禾重工通过港交所聆讯，募资15亿美元', 'listing planned 青禾重工'],
    ['青禾知行港股招股，最高募资30亿港元', 'listing planned 青禾知行'],
    ['又一家卡牌公司准备上市了', 'listing planned ?'],
    ['5年仅开3家店，又一餐饮品牌赴美上市', 'listing planned ?'],
    ['青禾股份坚持分拆青禾微IPO，是托举还是自救？', 'listing planned 青禾微'],
    ['智能汽车供应商登陆创业板，市值60亿', 'listing closed ?'],
    ['父子兵闯关科创板，含金量高吗？', 'listing planned ?'],
    ['港股“智能第一股”，上市首日破发', 'listing closed ?'],
    ['QUILLO据悉推迟伦敦IPO', 'listing rumour QUILLO'],
  ])('%s: %s', (title, event) => expect(told(title)).toEqual([event]))

  it.each([
    '杭州六小龙，排队IPO',
    '十年未能成功IPO，老厂的困局',
    '央行：落实3000亿元再贷款政策',
    '监管机构调查远山集团投资青禾',
    '证监会：规范再融资',
    '某市基层政府收购商品房',
    '一年狂揽14亿，王某某杀入最卷行业，复购率超85%',
    '三位校友，干出一个明星IPO',
    '“并购狂魔”远山集团',
    '零食龙头争相赴港上市',
    '就等王某某敲钟了',
    '10余个城市收购存量房项目落地',
  ])('nobody: %s', (title) => expect(told(title)).toEqual([]))
})

it.each([
  ['青禾机器人，21亿拿下一家上市公司', 'CNY', 21e8],
  ['远山74亿卖身青禾', 'CNY', 74e8],
  ['青禾生物在港交所挂牌，募资总额22.77亿港元', 'HKD', 22.77e8],
])('%s: the sum', (title, currency, low) =>
  expect(eventsOf(title)[0]?.amount).toMatchObject({ currency, low }),
)

describe('a firm in corner brackets', () => {
  it.each(['过去两年', '最近半年', '今年以来', '此前', '上月', '年初', '春节后', '连续'])(
    'is the firm, not when it raised: %s',
    (when) => {
      expect(told(`「青禾储能」${when}完成四轮融资，融资总额超过5亿元`)).toEqual([
        'equity closed 青禾储能',
      ])
    },
  )
})
