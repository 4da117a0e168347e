import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

describe('listings told of in the headlines of essays', () => {
  it.each([
    ['成立四年、估值 300 亿美元，Quillo 刚刚“交表”了', 'Quillo', 'planned'],
    ['刚刚，Quillo抢先交表，冲击史上最大IPO', 'Quillo', 'planned'],
    ['估值破百亿，青禾科技发起IPO，大战拉开序幕', '青禾科技', 'planned'],
    ['“中国版某某”青禾线程启动IPO，90亿估值贵吗？', '青禾线程', 'planned'],
    ['青禾轴承将于5月29日北交所上会，主营轴承', '青禾轴承', 'planned'],
    ['通过聆讯，青禾还需迈过哪些关口？', '青禾', 'planned'],
    ['上市临门一脚，Quillo着急出牌', 'Quillo', 'planned'],
    ['她开300家面馆，要IPO了', null, 'planned'],
    ['网络基建「卖水人」青禾创新登陆港交所', '青禾创新', 'closed'],
    ['国内最大的独立算力公司上市了，收入翻了10倍', null, 'closed'],
    ['刚刚，史上最大芯片IPO了，盘中飙升80%', null, 'closed'],
    ['估值6年涨千倍，两家大厂入股，成都独角兽赴港IPO', null, 'planned'],
    ['10年超10轮融资，又一家物流公司即将在港交所上市', null, 'planned'],
    ['500亿，国产代工龙头冲刺港交所', null, 'planned'],
    ['青禾飞行汽车找来上市专家，低空经济火爆，IPO倒计时了', '青禾飞行汽车', 'planned'],
    ['青禾机器人借壳上市传闻被否，远山传感称不存在相关情形', '青禾机器人', 'rumour'],
    ['一年净赚2亿，杭州Agent公司港股递表，某人是股东', null, 'planned'],
    ['3公斤卖8万元，国产“黑金”霸榜世界第一，今天IPO', null, 'closed'],
    ['出行第一股：3年4次交表终上市，首日破发大跌20%！', null, 'closed'],
    ['A股IPO辅导终止，宁波机器人龙头转战港股', null, 'planned'],
    ['青禾存储融资200亿美元创美国史上最大外国IPO', '青禾存储', 'closed'],
    ['4位理工同学港股敲锣了', null, 'closed'],
    ['赣州跑出一个软件IPO，今晚挂牌上市', null, 'closed'],
    ['远山持股，“数据智能第一股”上市了，市值90亿', null, 'closed'],
    ['900亿，雷军伙伴又去IPO了', null, 'planned'],
    ['青禾港股上市：一家供应商为何要讲故事？', '青禾', 'closed'],
    ['史上最大 IPO 将诞生：Quillo 上市，重写边界', 'Quillo', 'planned'],
  ])('%s: %s %s', (title, company, status) =>
    expect(eventsOf(title)).toMatchObject([{ kind: 'listing', company, status, date: null }]),
  )

  it('lists each of two', () =>
    expect(eventsOf('抢钱大战：Quillo、Brisk强冲IPO').map(({ company }) => company)).toEqual([
      'Quillo',
      'Brisk',
    ]))

  it.each([
    '走到IPO门口，国产模型终于算了一回账',
    '商业航天IPO生死局',
    '新车上市在即，青禾着急出牌',
    '储能IPO热潮',
  ])('%s: none', (title) => expect(eventsOf(title)).toEqual([]))
})

describe('purchases by other verbs, and with the buyer in the next clause', () => {
  it.each([
    ['彻底“吃下”青禾，远山集团要干嘛？', '青禾', '远山集团', 'closed'],
    ['21亿收购青禾商标，但远山暂时还离不开伙伴', '青禾商标', '远山', 'closed'],
    ['远山收购Quillo背后：数据正成为必需', 'Quillo', '远山', 'closed'],
    ['青禾外卖否认与远山集团接洽收购', '青禾外卖', '远山集团', 'rumour'],
    ['官宣，小扎数十亿美元买下Quillo', 'Quillo', '小扎', 'closed'],
    ['收购北欧百年品牌Brisk，远山杀入户外赛道', 'Brisk', '远山', 'closed'],
    ['远山为何收购Quillo？', 'Quillo', '远山', 'closed'],
    ['远山「蓝海灵机」并购物流机器人公司', null, '蓝海灵机', 'closed'],
  ])('%s: %s by %s', (title, company, name, status) =>
    expect(eventsOf(title)).toMatchObject([
      { kind: 'acquisition', company, status, investors: [{ name }] },
    ]),
  )

  it('reads what a firm was sold for', () =>
    expect(eventsOf('Quillo数十亿美元卖身，行业的关键词只有一个')).toMatchObject([
      { kind: 'acquisition', company: 'Quillo', status: 'closed' },
    ]))

  it('takes a sale for open while it is asked who shall buy', () =>
    expect(eventsOf('Quillo 20 亿欧元卖身，为什么远山一定不能买？')).toMatchObject([
      { kind: 'acquisition', company: 'Quillo', status: 'planned' },
    ]))

  it('takes a question about a sale for a rumour, whoever of the firm answers it', () =>
    expect(eventsOf('青禾科技CEO王某回应出售传闻：公司继续独立运营')).toMatchObject([
      { kind: 'acquisition', company: '青禾科技', status: 'rumour' },
    ]))

  it.each([
    '跨国药企寻找海外并购机会',
    '数十亿美金收购在赌什么？',
    '青禾云的野心，转让给了AI',
    '“一人公司”有多猛？被社交巨头收购、月入100万',
    '青禾吃下三成市场份额',
    '一批基金经理转战港股',
  ])('%s: none', (title) => expect(eventsOf(title)).toEqual([]))

  it('takes what a firm raised since it was listed for no deal', () =>
    expect(eventsOf('青禾证券上市以来募资超千亿元，应付债券近400亿元')).toEqual([]))

  it('reads that somebody lends to a firm', () =>
    expect(eventsOf('早知道｜新规落地；远山集团再借给青禾地产12.5亿元')).toMatchObject([
      { kind: 'debt', company: '青禾地产', amount: { text: '12.5亿元' } },
    ]))
})
