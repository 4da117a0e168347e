import type { InvestorKind } from '../../../model/investor-kind.ts'

/** Words of an investor's name that tell what kind of money it brings. */
export interface KindMark {
  readonly rule: string
  readonly kind: InvestorKind
  readonly confidence: 'high' | 'medium' | 'low'
  readonly pattern: RegExp
}

/** 投 ends these words; 文投 in 博文投资 is no such word. */
const NOT_INVESTING = '(?!资)'

export const MARKS: readonly KindMark[] = [
  {
    rule: 'state-capital',
    kind: 'rmb-state',
    confidence: 'high',
    pattern:
      /国资|国有|国企|央企|混改|国调基金|国风投|中国国新|^国新|中国诚通|^诚通|社保基金|社会保障基金|中央汇金|国家集成电路|国家大基金/,
  },
  {
    rule: 'state-investment-company',
    kind: 'rmb-state',
    confidence: 'high',
    pattern: new RegExp(
      `(?<![中美英德法泰韩外])国投${NOT_INVESTING}|^国投|(?:城|城建|水|交|农|旅)投${NOT_INVESTING}|城市建设投资`,
    ),
  },
  {
    rule: 'government-money',
    kind: 'rmb-state',
    confidence: 'high',
    pattern:
      /引导基金|财政[部厅局]|财政局|政府|国家(?!电网|电投|能源集团)[\p{Script=Han}]{0,14}基金|中国互联网投资基金|管委会/u,
  },
  {
    rule: 'bank-debt-to-equity',
    kind: 'rmb-state',
    confidence: 'high',
    pattern: /^(?:工银|农银|中银|建信|交银)(?:金融资产)?(?:投资|资产|资本|金投)/,
  },
  {
    rule: 'state-in-english',
    kind: 'rmb-state',
    confidence: 'high',
    pattern:
      /\b(?:state-owned|sasac|sdic|guidance fund|municipal government|china structural reform|national (?:[a-z]+ ){1,6}fund)\b/i,
  },
  {
    rule: 'yuan-fund',
    kind: 'rmb-market',
    confidence: 'high',
    pattern: /人民币(?:创业投资|股权投资)?基金|\brmb fund\b/i,
  },
  {
    rule: 'university-foundation',
    kind: 'rmb-market',
    confidence: 'medium',
    pattern: /大学(?:教育|校友)?(?:发展)?基金会/,
  },
  {
    rule: 'dollar-fund',
    kind: 'usd-fund',
    confidence: 'high',
    pattern: /美元(?:创业投资|股权投资|早期|成长)?基金|\b(?:usd|us[- ]dollar) fund\b/i,
  },
  {
    rule: 'china-arm-of-a-house',
    kind: 'usd-fund',
    confidence: 'medium',
    pattern:
      /^(?!china\b)[a-z][a-z0-9 .&]* (?:capital|ventures?|partners) china\b|^[a-z0-9 .&]+ china (?:partners|ventures?|capital)$/i,
  },
  {
    rule: 'foreign-country',
    kind: 'foreign',
    confidence: 'medium',
    pattern:
      /^(?:日本|韩国|美国|德国|法国|英国|新加坡|沙特|阿联酋|加拿大|瑞士|瑞典|以色列|印度|泰国|马来西亚|印尼|澳大利亚)(?!.*中国)|主权(?:财富)?基金$/,
  },
  {
    rule: 'foreign-legal-form',
    kind: 'foreign',
    confidence: 'medium',
    pattern:
      /\b(?:gmbh|s\.p\.a\.?|k\.k\.|n\.v\.|investment authority|sovereign wealth fund|pension (?:plan|fund))(?=\s|$)/i,
  },
  {
    rule: 'person-by-office',
    kind: 'angel',
    confidence: 'high',
    pattern:
      /(?:先生|女士|教授|院士|博士|天使投资人|创始人|董事长)$|^(?:知名|个人|天使)投资人|（个人）$|\(个人\)$/,
  },
]

/** What only tells after a place: 杭州金投 is the city's, 华金投资 is not. */
export const MARKS_AFTER_PLACE: readonly KindMark[] = [
  {
    rule: 'fund-of-a-place',
    kind: 'rmb-state',
    confidence: 'medium',
    pattern:
      /(?:产业(?:投资|发展|母)?|天使(?:投资|母)?|科创|科技创新|创新(?:投资|发展)?|人才(?:创新)?|成果转化|科技成果转化|发展|高质量发展|人工智能|母)(?:股权)?(?:投资)?基金$/,
  },
  {
    rule: 'investor-of-a-place',
    kind: 'rmb-state',
    confidence: 'medium',
    pattern: new RegExp(
      `^[市省区县]?(?:创投|创新投|科创投|科创|科投|产投|产业投资|产业投|创业投资|高新投|高投|高新|经开|金控|金融控股|金投|开投|建投|国控|文投|投资集团|投资控股|发展集团|科技创投|科学城|人才集团|天使投)${NOT_INVESTING}(?:集团|公司|有限公司|基金|资本|创投)*$`,
    ),
  },
]

/** One character for a place: 苏创投, 锡产投. */
export const ABBREVIATED_PLACE: KindMark = {
  rule: 'investor-of-a-place',
  kind: 'rmb-state',
  confidence: 'medium',
  pattern:
    /^(?:苏|锡|甬|杭|宁|皖|浙|粤|湘|鲁|渝|蓉|穗|深|京|沪|津|赣|闽|豫|鄂|陕|厦|烟|潍|常|嘉|绍|珠|佛|莞|昆|湖|合)(?:州)?(?:创投|科投|高投|产投|金投|开投|国控|高新投)(?:集团)?$/,
}

/** Houses that place other people's money, of whatever kind. */
export const MONEY_OF_OTHERS =
  /证券|国泰君安|海通|中金|华泰|信托|人寿|国寿|人保|平安|太平|泰康|保险|中信建投|招商局|银行|(?:工银|农银|中银|建银|交银|招银)国际/

export const LATIN_FUND =
  /^[\p{Script=Latin}0-9 .&'’+-]+ (?:capital|ventures?|partners|fund|management|investments?|equity|vc|group)(?: [ivx]+)?$/iu

/** The arm of a group whose house is not known by name. */
export const STRATEGIC_ARM = /(?:战投|战略投资部|产业资本)$/

/** Firms that make or sell something and invest from their own purse; a word of investing takes it back. */
export const OPERATING_FIRM =
  /(?:汽车|汽饰|汽配|电子|半导体|微电子|药业|制药|医药|锂业|电池|重工|重能|机械|精密|光电|新材料|化学|化工|钢铁|水泥|电器|电气|物流|食品|乳业|酒业|家居|娱乐|影业|互娱|股份|生物|光学|照明|电源|能源|机器人|科技|技术)$/
export const INVESTING = /资本|创投|投资|基金|风投|资产|合伙|财团|孵化|加速|创业/

/** The hundred family names most people bear, those that are also words of firms left out. */
export const PERSON =
  /^(?:王|李|张|刘|陈|杨|赵|黄|周|吴|徐|孙|朱|胡|郭|何|林|罗|郑|梁|谢|宋|唐|许|邓|韩|冯|曹|彭|曾|肖|田|董|潘|袁|蔡|蒋|余|于|杜|叶|程|魏|苏|吕|丁|任|卢|姚|沈|钟|姜|崔|谭|陆|范|汪|廖|韦|贾|邹|熊|孟|秦|阎|薛|侯|雷|龙|史|贺|顾|毛|郝|龚|邵|宿)[\p{Script=Han}]{2}$/u
/** Characters of firms that people seldom bear. */
export const NO_GIVEN_NAME =
  /[科技能源微芯电药材网投资本基金集团控股讯创业汽车福吉高糕茶酒店台山湾江湖海州]/
