import { matchOf, signed } from '../signs.ts'

/** "康大集团旗下科技基金蓝海方舟" */
const FIRM = signed(
  /^.*(?:旗下的?(?!投资|部门|基金$)|投资平台|产业平台|基金管理人|管理的|(?<!资|创)投资机构|管理公司(?=.{3})|(?<=[\u3400-\u9fff]{5})平台(?=.{2,8}$)|上市公司|巨头|龙头(?:企业|公司)?|厂商(?=.{2}))(?:(?:科技|产业|早期|美元|人民币|战略)(?:投资)?基金(?=.{3}))?/,
)
/** "之前A轮投资方甲" */
const OF_EARLIER_ROUND = signed(
  /^(?:之前|此前|前一轮|上一?轮|早期|往轮)?的?(?:(?:Pre-?)?[A-H]\d?\+*轮|天使\+*轮?|种子轮?)?(?:融资)?的?(?:领投方|跟投方|投资方|投资人|投资机构|股东)(?=.{2})/i,
)
/** "中国战略投资方甲", "知名投资机构乙" */
const KIND_OF_INVESTOR = signed(
  /^(?:公司|其|中国|国际|国内|海外|外部|本土)?的?(?:战略|产业|财务|知名|早期)+(?:投资方|投资人|投资者|投资机构)(?=.{2})/,
)
/** "美团联合创始人王某某", "Quillo前首席执行官John Doe": people are named after what they are. */
const OFFICE = signed(
  /^.*(?:投资人|投资者|企业家|创始人|联创|董事长|首席\S{2,5}[官家]|[Cc][ETFO]O|总裁|合伙人|高管|掌门人|秘书长|院长|校长|教授|运动员|球星|演员)\s?(?=[\u3400-\u9fff]{2,3}$|[A-Z][a-z]+[\s·][A-Z][a-z]+)/,
)
/** "日本最大金融集团下的风险投资公司Quillo Capital" */
const BEFORE_LATIN = signed(
  /^(?:风投|.*[\u3400-\u9fff]{2}(?:公司|机构|品牌|巨头|企业|平台|财团|投资者|部门|商|厂|风投|龙头|基金|系))\s?(?=[A-Z][A-Za-z0-9]*(?:[\s&.'-]+[A-Za-z0-9]+)*$)/,
)

/** How much of a phrase only describes the investor it ends in; `signs` are those of its list. */
export function lengthOfDescription(phrase: string, signs: number): number {
  let length = 0
  for (const rule of [FIRM, OF_EARLIER_ROUND, KIND_OF_INVESTOR, OFFICE, BEFORE_LATIN])
    length += matchOf(signs, rule, phrase.slice(length))?.[0].length ?? 0
  return length
}
