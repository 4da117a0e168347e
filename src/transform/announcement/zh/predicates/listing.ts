import type { Predicate } from '../predicate.ts'

/** Listings and money raised by listed firms. */
export const LISTING_PREDICATES: readonly Predicate[] = [
  {
    rule: 'placement/approved',
    hints: '再融资 定增 定向增发 特定对象发行 可转债 配股',
    kind: 'placement',
    status: 'planned',
    pattern:
      /(?:再融资|定增|定向增发|向特定对象发行|可转债|配股)[^，。;]{0,14}?(?:过会|(?:获|收到)(?:得)?[^，。;]{0,14}?(?:批复|通过|受理|核准|注册|同意|批准))/,
    isHeadlineOnly: true,
  },
  {
    rule: 'placement/listed',
    hints: '定增 增发 发行 配售 配股 供股 可转 可换 先旧',
    kind: 'placement',
    pattern:
      /(?:(?:完成|拟|计划|宣布|发起|启动|推出|披露|实施|发行|通过)[^，。;]{0,24}?)?(?:定增|定向增发|非公开发行|向特定对象发行|增发(?!基金)|配售(?!结果|机制)|配股|供股|可转债|可[转换][换股]债券|可转换公司债券|闪电配售|先旧后新)(?:股份|股票)?(?:的?(?:申请|预案|方案))?/,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/spins-off',
    hints: '分拆',
    kind: 'listing',
    pattern:
      /(?:拟|计划|将|考虑|筹划|宣布)?分拆(?:旗下|所属|控股|全资|子公司)+(?<target>[^，。;]{2,16}?)(?:独立|赴|至|到|在|于|回)*(?:港|美|香港|美国|港股|港交所|美股|A股|科创板|创业板|北交所|主板|境内|境外)*(?:独立)?上市/,
    hasTarget: true,
    isBySeller: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/goes-public',
    hints: 'IPO 上市 登陆 闯 战 冲 挂牌 递 招股 中签 过会 聆讯 敲钟 首次公开 辅导备案',
    kind: 'listing',
    pattern:
      /(?:(?:拟|计划|寻求|冲刺|申请|启动|完成|聘请|准备|筹备|考虑|有望)[^，。;]{0,16}?)?(?:(?<!Pre-?\s?)IPO(?!\s?融资(?!额|[约近超]?\s?\d)|前|企业|审核|排队|终止|失败|市场|数量|收紧|政策)|首次公开(?:发行|募股)|登陆(?:港交所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|A股|港股|美股|资本市场)|(?:港交所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|港股|香港|赴港|赴美|A股|美国|在港|美股|主板)(?:主板|二次|双重主要)?(?:挂牌|上市(?!公司))|递交?(?:表|招股|上市)|招股(?!书显示)|中签|过会|通过[^，。;]{0,6}聆讯|上市申请|敲钟|挂牌上市|(?:挂牌|登陆)新三板|(?:开启|启动|办理|进入|接受|完成)[^，。;]{0,4}上市辅导(?!机构)|辅导备案|(?:拟|筹备|冲刺|寻求|分拆)[^，。;]{0,8}上市(?!公司|企业|平台|后|前|标准)|[再二两三四五六][闯战冲](?:击|刺|关)?(?:港交所|科创板|创业板|北交所|A股|港股|IPO)|上市首日)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/is-listed',
    hints: '上市',
    kind: 'listing',
    pattern: /(?:正式|今日|今天|明日|成功|即将|要)上市(?=$|，|交易|了)/,
    isHeadlineOnly: true,
    // Cars, phones and medicines are 上市 too.
    sentenceHas:
      /股|交易所|港交所|IPO|敲钟|募|[创业主]板|市值|首日|中签|发行价|挂牌|纳斯达克|(?:科技|集团|生物|医药|智能|能源|线程|机器人|公司|」)(?:正式|今日|今天|明日|成功|即将|要)上市/,
  },
  {
    rule: 'placement/proceeds',
    hints: '募 筹',
    kind: 'placement',
    pattern: /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|净筹|筹)(?=[^，。;]{0,6}\d)/,
    needs: 'amount',
    sentenceHas: /增发|配售|定增|可转债|再融资|特定对象/,
  },
  {
    rule: 'listing/proceeds',
    hints: '募 筹 拟融资 少融资 多融资 计融资',
    kind: 'listing',
    pattern: /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|拟融资|(?:至少|最多|预计)融资)/,
    needs: 'amount',
    sentenceHas: /(?<!Pre-?\s?)IPO|首次公开|上市(?!公司)|挂牌|登陆|发行价|招股/,
  },
]
