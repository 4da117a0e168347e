import type { Predicate } from '../predicate.ts'

/** Firms and old shares that change hands. */
export const ACQUISITION_PREDICATES: readonly Predicate[] = [
  {
    rule: 'acquisition/said-bought',
    hints: '被收购 被并购',
    kind: 'acquisition',
    status: 'rumour',
    needsName: true,
    pattern: /(?:或|将|要|遭|疑)?被(?:收购|并购)(?=$|传闻|传言|一事|的?消息)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/was-bought',
    hints: '被全资收购 被全资并购 被正式收购 被整体收购 易主',
    kind: 'acquisition',
    needsName: true,
    pattern:
      /(?:(?:已)?被(?:全资收购|全资并购|正式收购|整体收购)|(?<!(?:股[份权]|资产|控制权|[万亿])[^，。;]{0,16})易主了?)(?=$|，|\s)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/bought-by',
    hints: '收购 并购 私有化 控股',
    kind: 'acquisition',
    needsName: true,
    pattern:
      /(?:宣布|已|将|拟|或)?(?:被|获|遭)(?!全资|[曝指传爆])(?<payer>[^，。;]{2,20}?)(?:以.{2,16}|[约近超]?(?:\d[\d.]*|[数几])[十百千]?[万亿][^，。;\d]{0,2}元)?(?:全资|战略|溢价|现金)?(?:收购|并购|私有化|控股)/,
  },
  {
    rule: 'acquisition/buys',
    hints:
      '收购 并购 买下 买回 吃下 吞并 吞下 收编 竞购 竞买 竞拍 拿下 拿到 取得 竞得 摘得 拍下 接手 入主 购买 受让 吸收合并 全资入股',
    kind: 'acquisition',
    pattern:
      /(?:(?:宣布|已(?!经?(?:批准|核准))|将|拟|计划|同意|有意|正在|考虑|洽谈|完成|成功|获批|获准|欲|斥资|再次|全资|战略|现金|溢价|豪掷|花费|抛出|出价|提出)[^，。;]{0,24}?)?(?<!被|获|遭|特殊目的|用于|用以|管理层)(?:吸收合并|收购|并购|全资入股|买[下回]|吃下(?![”"]?[约近超逾]?\s?[\d数几]|[^，。;]{0,10}(?:市场|订单|份额|红利|蛋糕|流量|生意))|吞并|吞下|收编|竞购|竞买|拿下控股权|入主|(?:购买|受让)(?=.{2,30}(?:股权|股份|控制权|控股权))|(?<=[万亿](?:美元|欧元|元)?)拿下(?=[^，。;]{0,24}(?:公司|厂商|工作室|巨头|品牌)(?![^，。;]{0,8}(?:订单|市场|项目|代言|份额)))|(?:拿下|拿到|取得|竞[得拍]|摘得|拍下|接手)(?=[^，。;]{2,20}(?:股权|控制权|控股权)))[”"]?了?(?!狂魔|不?手软|在(?!线)|机会|浪潮|热潮|整合|要约|提议|报价|邀约|的(?:无数|故事|真相|谎言|背后|逻辑)|案|方案|战略|基金|贷款|价|事件|潮|标的|计划|交易|(?:意向)?协议|意向)(?<target>[^，。;]{2,40})/,
    hasTarget: true,
  },
  {
    rule: 'acquisition/bargains-for',
    hints: '洽购',
    kind: 'acquisition',
    status: 'planned',
    pattern: /(?:正在?|拟|据悉)*洽购(?:了)?(?!案|方|事)(?<target>[^，。;]{2,40})/,
    hasTarget: true,
  },
  {
    rule: 'acquisition/denied',
    hints: '否认 澄清 回应',
    kind: 'acquisition',
    status: 'rumour',
    needsName: true,
    pattern:
      /(?:否认|澄清|回应)(?:将|拟|关于)*(?:[与被](?<payer>[^，。;]{2,12}?))?(?:接洽|洽谈|商谈|谈判)?被?(?:收购|并购|出售|卖身)(?:传闻|传言|消息|报道|一事)?(?=$|，)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/offer-received',
    hints: '提议 要约 报价 邀约',
    kind: 'acquisition',
    status: 'planned',
    pattern: /(?:收到|接到|获得?)[^，。;]{0,16}?(?:收购|并购)(?:提议|要约|报价|邀约)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/seeks-buyer-for',
    hints: '出售',
    kind: 'acquisition',
    status: 'planned',
    pattern:
      /(?:寻求|考虑|计划|拟|洽谈|或)出售(?:旗下|其|知名)*(?:IP|品牌|业务|子公司|平台)?(?<target>[“「][^”」]{2,16}[”」]|[^，。;的“「]{2,8}(?:科技|集团|娱乐|游戏|汽车|生物|医药|传媒)(?=$|，))/,
    hasTarget: true,
    isBySeller: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/one-more',
    hints: '收购 并购',
    kind: 'acquisition',
    pattern:
      /(?<=^[^，。;]{2,12})(?:又|再|完成|新添)+(?:了)?一[笔起桩宗][^，。;]{0,10}(?:收购|并购)$/,
    hasTarget: true,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/takes-control',
    hints: '增资 投资 出资 注资 认购',
    kind: 'acquisition',
    pattern:
      /(?:拟|将|计划|宣布|已|完成)?(?:以[^，。;]{2,14}|[约近超]?\d[\d.]*\s?[万亿][^，。;\d]{0,2}元)?(?:增资|投资|出资|注资|认购)(?!额|协议|款)(?<target>[^，。;\d]{2,20}?)(?:并)?(?:获得?|取得|持有?|拿下|控股)(?:其)?(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?%/,
    hasTarget: true,
  },
  {
    rule: 'acquisition/buying-of',
    hints: '收购 并购 私有化',
    kind: 'acquisition',
    pattern:
      /(?:完成|启动|终结|宣布|拟|将|达成|敲定)(?:了)?对(?<target>[^，。;]{2,30}?)的?(?:全资|现金|要约|战略)?(?:收购|并购|私有化)(?!案|调查|审查)/,
    hasTarget: true,
  },
  {
    rule: 'acquisition/agrees',
    hints: '收购协议 并购协议 收购意向 并购意向 合并意向 合并协议',
    kind: 'acquisition',
    pattern:
      /(?:已|宣布)?[与和同](?<target>[^，。;]{2,18}?)(?:正式)?(?:签署|签订|签下|达成)(?:了)?(?:一项|最终|正式|股权)*(?:收购|并购|合并)(?:意向)?(?:协议|意向书)/,
    hasTarget: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/by-managers',
    hints: '管理层收购',
    kind: 'acquisition',
    needsName: true,
    pattern: /(?:完成|达成|签署|签订|宣布)(?:了)?管理层收购(?:协议)?/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/changes-hands',
    hints: '易主 转手',
    kind: 'acquisition',
    pattern: /(?:股份|股权|资产|控制权)?[^，。;]{0,16}(?:易主|转手)(?=$|，|\s)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/sells-on',
    hints: '售给 售予 卖给 让给 卖予',
    kind: 'acquisition',
    pattern:
      /(?:宣布|已|拟|计划|同意)*将(?:旗下|其|所持|持有的?)*(?<target>[^，。;]{2,30}?)(?:以[^，。;]{2,16})?(?:[约近超]?\s?\d[\d.]*\s?[万亿][^，。;\d]{0,2}元)?(?:出售给|售予|卖给|售给|转让给|卖予|出让给)(?!员工|股东|客户|消费者|用户)(?<payer>[^，。;]{2,30})/,
    hasTarget: true,
    isBySeller: true,
  },
  {
    rule: 'acquisition/sells-stake',
    hints: '出售 转让 出让 抛售 清仓',
    kind: 'acquisition',
    pattern:
      /(?:宣布|拟|将|已|计划|完成|同意)*(?:出售|转让|出让|抛售|清仓)(?:旗下|其|所持|持有的?|全资|控股|子公司)*(?!员工|老股|内部)(?<target>[^，。;的\d]{2,20}?)(?:约?\d[\d.]*%|全部|部分|剩余|控股)的?(?:股权|股份|权益)(?!激励)/,
    hasTarget: true,
    isBySeller: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/becomes-holder',
    hints: '大股东 控股股东',
    kind: 'acquisition',
    pattern:
      /(?:拟|将|或|谋划|计划|欲|有望)?(?<!已经?)(?:晋升为?|成为|做|成)(?!其|公司|该)(?<target>[^，。;的\d]{2,16}?)(?:第[一二三四五]大|单一最?大|最大|控股)股东$/,
    hasTarget: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/for-sale',
    hints: '出售 卖身 被卖 卖盘',
    kind: 'acquisition',
    status: 'planned',
    needsName: true,
    pattern:
      /(?:寻求|考虑|探索|权衡|评估|探讨|洽谈|计划)(?:[^，。;]{0,6}包括)?(?:整体|潜在|可能的?)?(?:出售|卖身|卖盘)(?:自身|公司)?(?=$|，|在内|可能|事宜|的(?:可能|各种|选项))|要被卖(?:掉|了)?(?=$|，)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/for-sale-at',
    hints: '卖身',
    kind: 'acquisition',
    status: 'planned',
    needsName: true,
    pattern: /(?<=[万亿](?:美元|美金|欧元|元|英镑))卖身(?=$|，)/,
    isHeadlineOnly: true,
    // While it is asked who shall buy, nobody has.
    sentenceHas: /(?:不?能|该|会|要|想|谁来?|来)(?:买|接盘|接手|竞购)/,
  },
  {
    rule: 'acquisition/sold-for',
    hints: '卖身',
    kind: 'acquisition',
    needsName: true,
    pattern: /(?<=[万亿](?:美元|美金|欧元|元|英镑))卖身(?=$|，)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/sells-business',
    hints: '出售 剥离 转让',
    kind: 'acquisition',
    pattern:
      /(?:宣布|拟|将|已|计划|完成)?(?:出售|剥离|转让)(?:旗下|其|所持)?(?<target>[^，。;]{2,20}?(?:业务|部门|子公司))(?=$|，|\s)/,
    hasTarget: true,
    isBySeller: true,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/sold-to',
    hints: '给 卖身 易主',
    kind: 'acquisition',
    pattern:
      /(?:被|将|拟|已)?(?:卖给|出售给|转让给|卖身|易主)(?![”"]?(?:传|风波|疑云)|了?(?:员工|股东|客户|消费者|用户|AI$|时间|流量))(?:了)?(?<payer>[^，。;]{2,30})/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/goes-private',
    hints: '私有化',
    kind: 'acquisition',
    pattern: /(?:(?:拟|将|完成|宣布|启动|获|收到)[^，。;]{0,6})?私有化(?:要约|退市|交易)?(?=$|，)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/sells',
    hints: '售 卖 转让',
    kind: 'acquisition',
    pattern:
      /(?:以[^，。;]{2,14}|\d[\d.]*\s?[百千万亿]{1,2})(?:美元|元|英镑|欧元|港元|日元)(?:的价格)?(?:向(?<payer>[^，。;]{2,20}?))?(?:出售|卖掉|卖出|转让)(?:旗下|其)?(?<target>[^，。;]{2,24})/,
    hasTarget: true,
    isBySeller: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'acquisition/old-shares',
    hints: '员工 老股 内部',
    kind: 'acquisition',
    pattern:
      /(?:回购|出售|转让|收购)[^，。;]{0,24}?(?:员工|老股|内部)(?:持有的)?(?:股份|股票|持股|股权)?(?!出售计划)|(?:完成(?:了)?[^，。;]{0,14}?)?(?:员工|内部人?)(?:持有的)?(?:二级)?(?:股份|股票|老股|期权|股权|份额)?(?:出售|回购|转让|收购|售股)/,
  },
]
