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
      /(?:拟|计划|将|考虑|筹划|宣布|坚持)?分拆(?!上市|独立)(?:旗下|所属|控股|全资|子公司)*(?<target>[^，。;]{2,16}?)(?:独立|赴|至|到|在|于|回)*(?:港|美|香港|美国|港股|港交所|美股|A股|科创板|创业板|北交所|主板|境内|境外)*(?:独立)?(?:上市|IPO)/,
    hasTarget: true,
    isBySeller: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/goes-public',
    hints: 'IPO 上市 登陆 闯 战 冲 挂牌 递 招股 中签 过会 聆讯 敲钟 敲锣 首次公开 辅导备案',
    kind: 'listing',
    pattern:
      /(?:(?:拟|计划|寻求|冲刺|冲击|发起|申请|启动|完成|聘请|准备|筹备|考虑|有望|筹划)[^，。;]{0,16}?)?(?:(?<!Pre-?\s?|[元万亿]创[^，。;]{0,14}|(?:收获|迎来|斩获|拥有|诞生|投出)(?:了)?[一两三四五\d]?[家个笔]?新?)IPO(?!\s?融资(?!额|[约近超]?\s?\d)|前|企业|审核|排队|终止|失败|市场|数量|收紧|政策|进程)|首次公开(?:发行|募股)|(?:登陆|挂牌)(?:港交所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|A股|港股|美股|资本市场)|(?:港交所|联交所|联合交易所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|港股|香港|赴港|赴美|A股|美国|在港|美股|主板)(?:主板|二次|双重主要)?(?:挂牌|上市(?!公司))|递交?(?:表|招股|上市)|招股(?!书显示)|中签|过会|通过[^，。;]{0,6}聆讯|上市申请|介绍(?:方式)?上市|敲[钟锣]|挂牌上市|(?:挂牌|登陆)新三板|(?:开启|启动|办理|进入|接受|完成)[^，。;]{0,4}上市辅导(?!机构)|辅导备案|(?:拟|筹备|准备|冲刺|寻求|分拆)[^，。;]{0,8}上市(?!公司|企业|平台|后|前|标准)|(?:[再二两三四五六][闯战冲](?:击|刺|关)?|(?<!经理|资金|投资者|投资人|股民|散户|基民|游资|[内外]资|机构)转战)(?:港交所|科创板|创业板|北交所|A股|港股|IPO)|冲刺[^，。;]{0,12}第一股|上市首日|(?:独立|[“"]?单飞[”"]?)上市(?!公司|平台)|(?:冲刺|闯关|(?<![再二两三四五六对])冲)(?:港交所|港股|A股|科创板|创业板|北交所|美股|纳斯达克)(?:IPO)?)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/took-place',
    hints: '正式登陆 正式挂牌 正式在',
    kind: 'listing',
    needsName: true,
    pattern: /正式(?:登陆|挂牌)(?!新三板)|正式在[^，。;]{2,12}(?:上市|挂牌)/,
  },
  {
    rule: 'listing/first-of-kind',
    hints: '第一股',
    kind: 'listing',
    needsName: true,
    pattern: /成(?:为|了)?[^，。;]{0,20}第一股$/,
    isHeadlineOnly: true,
    sentenceHas: /首日|敲钟|挂牌|开盘/,
  },
  {
    rule: 'listing/filed',
    hints: '招股书 招股说明书 递表 交表 上市申请 上会',
    kind: 'listing',
    status: 'planned',
    needsName: true,
    pattern:
      /(?:已|再次|再度|首次)*(?:递交|提交|更新|披露)(?:了)?(?:自己的|其)?(?:招股(?:说明)?书|上市申请)|(?:已|正式)?向[^，。;]{2,8}[递交]表|(?:抢先|正式)?[“"]?交表(?:[”"]|了)*(?=$|，|\s)|(?:北交所|科创板|创业板|上交所|深交所|港交所)上会/,
  },
  {
    rule: 'listing/denied',
    hints: '被否 不实 遭否认',
    kind: 'listing',
    status: 'rumour',
    needsName: true,
    pattern: /(?:借壳|赴[港美])?(?:上市|IPO)的?(?:传闻|传言|消息|一事)(?:被否认?|不实|遭否认)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'listing/at-the-door',
    hints: '临门一脚 在即 倒计时',
    kind: 'listing',
    status: 'planned',
    needsName: true,
    pattern: /(?:IPO|上市)(?:临门一脚|在即|进入倒计时)/,
    isHeadlineOnly: true,
    // So are cars and phones.
    sentenceHas: /^(?!.*(?:车型|新车|手机|新品|SUV|轿车|系列|新药))/,
  },
  {
    rule: 'listing/by-when',
    hints: '上市 挂牌 IPO',
    kind: 'listing',
    status: 'planned',
    needsName: true,
    pattern:
      /(?:目标|计划|拟|最早|最快|力争|预计|有望|争取|冲击|冲刺|筹备)[^，。;]{0,8}?(?:\d{1,2}月|明年|今年|年[内底]|20\d\d年?|[上下]半年|[一二三四]季度)[^，。;]{0,6}?(?:上市|挂牌|IPO)|(?:今年|明年|年[内底]|[上下]半年)[^，。;]{0,2}(?:拟|计划|将|或|有望)?(?:冲击|冲刺|启动|筹备)(?:上市|IPO)/,
    isHeadlineOnly: true,
    // Cars and phones come to market as well.
    sentenceHas: /轮融资|估值|S-1|招股|IPO|交易所|纳斯达克|港交所|港股|美股|科创板|承销|[A-H]\+*轮/,
  },
  {
    rule: 'listing/is-listed',
    hints: '上市',
    kind: 'listing',
    pattern:
      /(?:正式|今日|今天|明日|成功|即将|要|终于?|如愿)上市(?=$|，|交易|了)|(?<=公司|企业|独角兽|龙头|黑马|巨头|厂商|集团|一哥|第一股[”"]?)上市了|(?<=公司|企业|独角兽|龙头|黑马|巨头|厂商)上市(?=，|$)|(?<=[A-Za-z0-9]\s?)上市(?=$|，)/,
    isHeadlineOnly: true,
    // Cars, phones and medicines are 上市 too.
    sentenceHas:
      /股|交易所|港交所|IPO|敲钟|募|[创业主]板|市值|首日|中签|发行价|挂牌|纳斯达克|(?:科技|集团|生物|医药|智能|能源|线程|机器人|公司|」)(?:正式|今日|今天|明日|成功|即将|要)上市|(?:公司|企业|独角兽|龙头|黑马|巨头|厂商|集团|一哥|第一股[”"]?)上市了|，要上市了$/,
  },
  {
    rule: 'placement/proceeds',
    hints: '募 筹',
    kind: 'placement',
    pattern:
      /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|净筹|(?<!众)筹|(?<=[再又])募)(?=[^，。;]{0,12}\d)/,
    needs: 'amount',
    sentenceHas: /增发|配售|定增|可转[债换]|再融资|特定对象/,
  },
  {
    rule: 'listing/proceeds',
    hints: '募 筹 拟融资 少融资 多融资 计融资 融资规模 融资额 发行',
    kind: 'listing',
    pattern:
      /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|拟融资|(?:至少|最多|预计)融资|融资(?:规模|额)|发行(?:规模)?(?=[约近超逾]?\s?\d[\d.]*\s?[百千万亿]+(?:美元|港元|元)))/,
    needs: 'amount',
    sentenceHas:
      /(?<!Pre-?\s?)IPO|首次公开|上市(?!公司|以来)|挂牌|登陆|聆讯|递表|发行价|招股|S-1|提交注册|注册生效|上市委|[冲闯战](?:刺|击|关)?(?:港交所|科创板|创业板|北交所|港股|A股|主板)/,
  },
]
