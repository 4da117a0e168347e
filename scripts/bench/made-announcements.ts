import type { Announcement } from '../../src/model/announced-event.ts'

const FIRMS =
  '青禾量子 北斗微 松涛机器人 云栖智造 Quillo 霁月生物 长庚光电 Tarn 白鹭能源 拾光科技'.split(' ')
const FUNDS =
  '远山资本 松涛创投 白鹭基金 北辰产投 青木集团 Far Hill Capital 云岭投资 江城国控'.split(' ')
const SUMS = '数千万元 近亿元 1.2亿元 超3000万美元 千万级 5亿港元 两亿元 数百万欧元'.split(' ')
const ROUNDS = '天使轮 Pre-A轮 A轮 A+轮 B轮 C1轮 战略 新一轮'.split(' ')
const TRADES = '量子计算 工业软件 具身智能 储能电池 合成生物 光通信芯片 跨境支付 医疗影像'.split(
  ' ',
)

type Words = Readonly<Record<'firm' | 'fund' | 'second' | 'sum' | 'round' | 'trade', string>>

interface Template {
  readonly title: (words: Words) => string
  readonly body?: (words: Words) => string
}

/** Denser in deals than any feed: two thirds tell of one, the rest of anything. */
const TEMPLATES: readonly Template[] = [
  {
    title: ({ firm, trade, sum, round }) =>
      `${trade}公司「${firm}」完成${sum}${round}融资，加快量产交付｜首发`,
    body: ({ firm, trade, sum, round, fund, second }) =>
      `近日，${trade}公司${firm}宣布完成${sum}${round}融资，本轮由${fund}领投，${second}跟投，老股东继续加码，云岭担任独家财务顾问。资金将用于产品研发、团队建设与市场拓展。${firm}成立于2019年，总部位于合肥，核心成员来自国内外知名高校与企业。此前，公司曾获${second}的数百万元种子轮投资。创始人表示，${trade}的成本在过去三年下降了近一半，客户从试用走向复购，公司预计明年收入超过2亿元。`,
  },
  { title: ({ firm, sum, round, fund }) => `${firm}获${fund}领投${sum}${round}融资` },
  {
    title: ({ firm, fund }) => `8点1氪：${firm}否认裁员；${fund}回应退出；多地上调电价`,
    body: ({ trade, firm }) =>
      `今日热点：${firm}在社交平台上回应称，网传消息不实，公司经营一切正常，已经报警。业内人士认为，${trade}行业的竞争会在下半年进一步加剧，价格战还没有结束。有分析师说，消费者更关心售后与续航，而不是参数。`,
  },
  {
    title: ({ trade }) => `${trade}的下一个十年：从实验室到生产线`,
    body: ({ trade, firm, second }) =>
      `过去两年，${trade}从论文走进了车间。记者走访了长三角的六家工厂，发现最大的难题不是算法，而是工人愿不愿意用。${firm}的车间主任说，一条产线的调试要三个月，换一个型号又要从头再来。来自${second}的研究员则认为，标准的缺失让每家企业都在重复造轮子，行业需要一套公认的接口。与此同时，学校的课程还停留在十年前，毕业生要重新学起。这些问题没有捷径，只能一个一个地解决。`,
  },
  {
    title: ({ firm, trade, sum }) =>
      `创投日报｜${trade}公司${firm}获${sum}融资；北斗微拟收购长庚光电`,
    body: ({ firm, fund, second, sum, round, trade }) =>
      `36氪获悉，${firm}已完成${sum}${round}融资，投资方包括${fund}、${second}、江城国控等，投后估值约20亿元。知情人士称，另一家${trade}公司霁月生物正寻求新一轮融资，规模不超过1亿美元，谈判仍在进行。北斗微公告，拟以3.5亿元收购长庚光电60%股权。`,
  },
  {
    title: ({ firm, trade, sum, fund }) =>
      `前大厂团队做${trade}，「${firm}」连获两轮${sum}融资，${fund}押注｜独家`,
    body: ({ firm, trade, sum, fund, second }) =>
      `${trade}公司「${firm}」近日连续完成天使轮与Pre-A轮融资，累计金额${sum}，由${fund}与${second}联合领投，北辰产投跟投。本轮融资后，公司将扩建苏州工厂，年产能提升至30万套。${firm}创始人毕业于东海大学，曾任职于青木集团，团队规模60人。公司今年3月交付首台样机，客户包括三家上市公司。`,
  },
  {
    title: ({ firm, sum, fund }) =>
      `${firm} raises $${sum.length * 7}M Series B led by ${/^[A-Z]/.test(fund) ? fund : 'Pine Tree Ventures'}`,
    body: ({ firm }) =>
      `${firm}, a startup that maps underground networks for utilities, said on Tuesday that it has raised new funding to expand in Europe. The company was founded in 2019 by two former engineers of a railway operator and now employs 120 people. Customers use its sensors to find leaks before they become expensive, and the founders say that every city has the same problem. The round brings its total funding to $61 million.`,
  },
  {
    title: ({ firm, trade, fund }) =>
      `${firm}正洽谈新一轮融资，估值或达50亿元，${fund}有意参与${trade}赛道`,
  },
  {
    title: ({ firm, second }) => `${firm}换帅：联合创始人辞任首席执行官，${second}前合伙人接任`,
    body: ({ firm }) =>
      `${firm}今日在内部信中宣布，联合创始人因个人原因辞去首席执行官职务，将继续担任董事。公司表示，业务不受影响，新任首席执行官会在下周与员工见面。内部信还提到，公司会把更多精力放在海外市场，尤其是东南亚与中东，那里的客户愿意为可靠的服务付费。`,
  },
]

/** Made-up announcements as JSON lines, at least this many bytes of UTF-8; the same ones each time. */
export function makeAnnouncements(bytes: number): readonly string[] {
  const lines: string[] = []
  for (let made = 0, index = 0; made < bytes; index++) {
    const line = JSON.stringify(makeAnnouncement(index))
    lines.push(line)
    made += Buffer.byteLength(line) + 1
  }
  return lines
}

function makeAnnouncement(index: number): Announcement {
  const template = pick(TEMPLATES, index)
  // Strides without a common factor, so that the words meet in ever new company.
  const words: Words = {
    firm: `${pick(FIRMS, index * 7)}${index % 97}`,
    fund: pick(FUNDS, index * 3),
    second: pick(FUNDS, index * 3 + 1),
    sum: pick(SUMS, index * 5),
    round: pick(ROUNDS, index * 11),
    trade: pick(TRADES, index * 13),
  }
  return {
    id: String(index),
    publishedAt: '2026-05-20T09:00:00+08:00',
    source: 'made-up',
    title: template.title(words),
    ...(template.body === undefined ? {} : { body: template.body(words) }),
  }
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
