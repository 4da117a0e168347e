import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../support/make-announcement.ts'

function readingsOf(title: string, body?: string): readonly string[] {
  return eventsOf(title, body).map(
    ({ company, kind, status, amount }) =>
      `${company} ${kind} ${status} ${amount === null ? '-' : `${amount.low}..${amount.high}`}`,
  )
}

describe('what kind of deal a Chinese headline tells of', () => {
  it.each([
    [
      '青禾科技：拟1.79亿元增资远山仪器获51%股权',
      ['远山仪器 acquisition planned 179000000..179000000'],
    ],
    ['青禾集团拟14.82亿元增资旗下四公司', ['青禾集团 internal planned 1482000000..1482000000']],
    ['青禾工业：拟约2亿元增资泰国全资子公司', ['青禾工业 internal planned 180000000..220000000']],
    [
      '青禾珠峰 与北辰银行战略合作 或20亿元综合授信',
      ['青禾珠峰 debt planned 2000000000..2000000000'],
    ],
    [
      '青禾信息完成2亿元C轮融资，今年底拟冲击上市',
      ['青禾信息 equity closed 200000000..200000000', '青禾信息 listing planned -'],
    ],
    [
      'Quillo完成3亿美元D轮融资，估值90亿美元并筹备明年IPO',
      ['Quillo equity closed 300000000..300000000', 'Quillo listing planned -'],
    ],
    ['青禾海士最早将于8月在美国上市', ['青禾海士 listing planned -']],
    [
      '青禾城投公告，为加快推进项目，公司及其全资子公司拟对全资子公司远山国际会议中心有限公司增资100000万元',
      ['青禾城投 internal planned 1000000000..1000000000'],
    ],
    [
      '青禾基金拟转让子公司远山财富60%的股权，起拍价仅20万元。',
      ['远山财富 acquisition planned 200000..200000'],
    ],
    [
      '青禾创投三期基金首关 15 亿元，聚焦早期科技',
      ['青禾创投三期基金 fund closed 1500000000..1500000000'],
    ],
    ['青禾科技筹划发行H股股票并在香港联合交易所上市。', ['青禾科技 listing planned -']],
    ['青禾科技: 青禾科技向不特定对象发行可转换公司债券预案', ['青禾科技 placement planned -']],
    [
      '青禾锂能以不超过人民币6亿元投资设立子公司苏州青禾集能有限公司',
      ['青禾锂能 internal closed 0..600000000'],
    ],
    ['青禾在线达成管理层收购协议', ['青禾在线 acquisition closed -']],
    ['独角兽Quillo寻求400亿美元估值，营收翻倍', ['Quillo equity planned -']],
    ['青禾新网29亿收购两公司 拓展云计算业务', ['null acquisition closed 2900000000..2900000000']],
    ['青禾电子对美投资增至 2650 亿美元', []],
    ['2025年医疗器械领域融资总额409.94亿元', []],
    [
      '远山据报以129亿美元收购Quillo，交易尚未签署',
      ['Quillo acquisition rumour 12900000000..12900000000'],
    ],
    ['Quillo年化营收约9亿美元，正以约450亿美元估值融资', ['Quillo equity planned -']],
    ['青禾汽车计划今年10月上市新款轿车', []],
  ])('%s', (title, readings) => {
    expect(readingsOf(title)).toEqual(readings)
  })
})

describe('what the body adds to a title of another kind of deal', () => {
  it.each([
    [
      '青禾电路定增8.5亿元，加码产线改扩建',
      '青禾电路公告，拟定增募资不超8.5亿元，用于产线改扩建项目及补充流动资金。',
      ['青禾电路 placement planned 0..850000000'],
    ],
    [
      '北辰宣布 5.5 亿美元收购 Quillo',
      '北辰宣布，该公司将收购 Quillo。这项交易的价值约为 5 亿美元，预计将在第一季度完成。',
      ['Quillo acquisition planned 450000000..550000000'],
    ],
    [
      '远山化学',
      '全资子公司海川拟以7亿元增资苏州青禾半导体科技有限公司，后者主营业务为光刻机设备',
      ['苏州青禾半导体科技有限公司 equity planned 700000000..700000000'],
    ],
    [
      'Quillo 港股上市，市值破 700 亿港元',
      'Quillo 港股上市，定价 295.6 港元，首日涨超 6%，市值破 700 亿港元，发行约 10 亿美元。',
      ['Quillo listing closed 900000000..1100000000'],
    ],
    [
      '张三又收获一家IPO，市值超120亿',
      '远山工场第一个被投项目迎来收获。青禾奇智正式登陆港交所。',
      ['青禾奇智 listing closed -'],
    ],
    [
      '中国第二大普洱茶公司要IPO了',
      '港交所公告了一条消息：普洱茶公司青禾古茶递交了自己的招股说明书，拟主板挂牌上市。',
      ['青禾古茶 listing planned -'],
    ],
    [
      'Quillo目标10月上市',
      'Quillo已于上周向SEC提交机密S-1注册声明，寻求最早10月在纳斯达克挂牌、融资规模或超600亿美元。',
      ['Quillo listing planned 60000000000..120000000000'],
    ],
    [
      '青鲨东南亚商用车专项基金成立，I期募资1.75亿美元',
      '远山科技与多方签约，完成I期募资1.75亿美元。',
      ['青鲨东南亚商用车专项基金 fund closed 175000000..175000000'],
    ],
    [
      '青禾科技 6 月 1 日通过科创板上市委审议',
      '6 月 2 日审核状态更新为“提交注册”，拟募资 42 亿元。公司 2025 年收入接近 17 亿元。',
      ['青禾科技 listing planned 4200000000..4200000000'],
    ],
    [
      '青禾智能启动港股 IPO 评估',
      '青禾智能已与投行接触，最新一轮 10 亿美元融资进行中。',
      ['青禾智能 listing planned -', '青禾智能 equity planned 1000000000..1000000000'],
    ],
    [
      '平静的一天',
      '但 Agent 融资领域正热火朝天，继 Quillo 完成 40 亿美元的巨额融资后不久，Boreal 也宣布获得了 1 亿美元融资。',
      ['Boreal equity closed 100000000..100000000'],
    ],
    [
      '上市公司动态',
      '青禾气体预计Q2净利环比增长1081%；远山证券拟竞买北辰证券51.59%股份；海川电子拟收购上海青禾半导体41.17%股权；长风光子拟定增募资不超28亿元；源远石料拟投建生产线。',
      [
        '北辰证券 acquisition planned -',
        '上海青禾半导体 acquisition planned -',
        '长风光子 placement planned 0..2800000000',
      ],
    ],
    [
      '青禾科技公告',
      '青禾科技拟向不特定对象发行可转换公司债券，募集资金总额不超过人民币80,000万元。',
      ['青禾科技 placement planned 0..800000000'],
    ],
    [
      '青禾汽车已完成对一家未公开名称的硬件公司的收购，交易对价 19.5 亿美元',
      '其中 2.22 亿美元用于收购专利。',
      ['null acquisition closed 1950000000..1950000000'],
    ],
    [
      '一周投融资亮点：宠物赛道再现大额',
      '本周宠物用品品牌“青禾小狗”完成3亿人民币B轮、习题平台“远山盒子”完成1.5亿美元D轮、海川汽车完成1亿元A轮融资。',
      [
        '青禾小狗 equity closed 300000000..300000000',
        '远山盒子 equity closed 150000000..150000000',
        '海川汽车 equity closed 100000000..100000000',
      ],
    ],
    [
      '新一轮融资落地，青禾展锐IPO进程或提速',
      '随着最后一笔资金到账，青禾展锐的股权融资于近日圆满完成。',
      ['青禾展锐 equity closed -'],
    ],
  ])('%s', (title, body, readings) => {
    expect(readingsOf(title, body)).toEqual(readings)
  })

  it.each([
    ['青禾半导体进行了B轮融资', 'b', null],
    ['「青禾科技」获数千万元Pre - B轮融资', 'pre-b', null],
    ['青禾智能正式宣布完成2亿元“天使++”轮融资', 'angel++', null],
    ['Quillo 完成10亿美元F轮融资（估值110亿美元）', 'f', 11e9],
  ])('%s: the round, and what the firm is worth', (title, round, worth) => {
    const [event] = eventsOf(title)
    expect(event).toMatchObject({ round, status: 'closed' })
    expect(event?.valuation?.high ?? null).toBe(worth)
  })

  it('the most a firm was once to be worth is no valuation', () => {
    const [event] = eventsOf(
      '据报道，Quillo正洽谈一轮融资，拟募资150亿美元，公司估值1000亿美元',
      '知情人士表示，Quillo曾将公司估值上限定在1100亿美元。',
    )
    expect(event?.valuation).toMatchObject({ high: 100e9 })
  })

  it('leaves out a valuation the body says is from before the money', () => {
    const [event] = eventsOf(
      'Quillo完成6.5亿美元D轮融资，估值90亿美元',
      'Quillo宣布完成6.5亿美元D轮融资，投前估值90亿美元。',
    )
    expect(event).toMatchObject({ round: 'd', valuation: null })
  })
})
