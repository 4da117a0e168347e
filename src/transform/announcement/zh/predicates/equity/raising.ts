import { oneOf } from '../../../one-of.ts'
import { BLOT } from '../../../passage.ts'
import { RAISING_VERBS } from '../../../words/zh-raising-verbs.ts'
import type { Predicate } from '../../predicate.ts'
import { NO_RAISE } from '../parts.ts'

/** "安拿吉完成…": a character of a name is no verb. */
const VERB_IN_NAME = '[拿揽获](?=[\u3400-\u9fff]{1,3}(?:完成|宣布|官宣))'
const VERB = `(?:[再又]收(?=[约近超]?\\s?\\d|[数几上])|(?:再|又|新|已|叒|均|曾|喜|刚|连|正|共|仅)?${oneOf(RAISING_VERBS)})(?<!${VERB_IN_NAME})(?!悉|批|奖|评|颁|邀|取|利|益|知|胜|客|选|赞|认证|授权|机|救|准|刑|罪|奖)`

const NO_INVESTMENT =
  '(?!者|人|方|机构|公司|部|额|基金|收益|价值|评级|回报|级|界|圈|集团|银行|组合|热|管理|款|意向|协议|计划|价|顾问|、|建|促进|环境|领域|控股|有限)'

/** "曾获甲投资的乙再融…": what was said of 乙 before it acts. */
const NO_RELATIVE = '(?!的[「“]?[^，。;]{2,16}(?:再|又|完成|获得?|宣布|融|拿下))'

/** "获1000万美元可转债投资": what becomes shares of a private firm. */
export const CONVERTIBLE: Predicate = {
  rule: 'equity/convertible',
  hints: '可转',
  kind: 'equity',
  pattern:
    /(?:完成|获得?|拿下|斩获)[^，。;]{0,24}?可转(?:换)?(?:公司)?债券?(?:形式的?)?(?:融资|投资|轮)/,
  // Those of listed firms are placed on the market.
  sentenceHas: /^(?!.*(?:发行|公告|股份|A股|港股|上市公司|\d{6}))/,
}

/** A firm gets money. */
export const RAISING: readonly Predicate[] = [
  {
    rule: 'equity/raised',
    hints: '融资 募资 注资 轮 战投',
    kind: 'equity',
    pattern: new RegExp(
      `${VERB}(?:[^，。;]{0,70}?)(?:融资${NO_RAISE}|募资(?!额|总|规模)|注资(?!本)|战投(?!部|方)|轮(?:融资)?首(?:关|次关闭|次交割)|轮融?(?=$|[\\s、${BLOT}])|(?<=[a-hA-H]\\+{0,3})论融资)`,
    ),
  },
  {
    rule: 'equity/raised-from',
    hints: '投资 资金 增资 资本 输血',
    kind: 'equity',
    pattern: new RegExp(
      `${VERB}(?:[^，。;]{0,50}?)(?:(?<!在[\u3400-\u9fff]{1,6}|[将拟]|计划|宣布|承诺)投资(?!(?<=完成投资)的)${NO_INVESTMENT}${NO_RELATIVE}|资金(?!用)|(?:新|外部|风险)资本(?=$|，|\\s)|增资|输血)`,
    ),
    needs: 'amount-or-round',
  },
  {
    rule: 'equity/raises-again',
    hints:
      '首次融资 又融资 再融资 再次融资 再度融资 双双融资 连融 连获 连续融 连拿 接连融 接连获 轮融资 融了 拿了',
    kind: 'equity',
    pattern:
      /(?:(?:又|再次?|再度|双双|首次)融资了?|(?:接?连|连续)(?:融|获|拿)(?:资|下|到|得)?了?[两三四五六]轮(?:融资)?|(?<=(?:半年|[一两二三\d]年|[一两二三四五六七八九十\d]个月|\d天)内?)(?:[融拿]了[两三四五六七八]轮(?:融资)?|[两三四五六七八]轮融资))(?=$|，|!|\s)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/said-round',
    hints: '曝 被传 传出 传将 传正 传再 传新 传有',
    kind: 'equity',
    status: 'rumour',
    pattern:
      /(?:被?曝|被传|传(?=[出将正再新有]))(?:出|将|正在?|再次?|完成|有)*(?:新一?轮?|[^，。;]{0,12}轮|再)?融资(?=$|，|\s)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/supported',
    hints: '支持',
    kind: 'equity',
    pattern: /(?:获得?|拿到|得到)[^，。;]{2,30}元(?:人民币)?的?(?:战略|资金|股权)?支持(?=$|，)/,
    needs: 'amount',
    isHeadlineOnly: true,
    // Banks and states support by other means.
    sentenceHas: /^(?!.*(?:贷款|授信|银行|补贴|政策|信贷|保险))/,
  },
  {
    rule: 'equity/joins-round',
    hints: '参与',
    kind: 'equity',
    pattern:
      /参与(?:了)?(?<target>[^，。;的]{2,20}?)的?(?:新一轮|最新一轮|首轮|[A-H]\d?\+*轮|(?:[约近超逾]?\d[\d.]*|[数几约近超逾])[百千万亿]+[^，。;]{0,3}元的?)[^，。;]{0,8}(?:融资|投资|募资)/,
    hasTarget: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/tops-list',
    hints: '领跑 居首 登顶 榜首 位居第一',
    kind: 'equity',
    pattern:
      /以[^，。;]{2,14}元的?[^，。;]{0,10}融资(?:额|规模)?[^，。;]{0,6}?(?:领跑|居首|登顶|榜首|位居第一)/,
    needs: 'amount',
    needsName: true,
  },
  {
    rule: 'equity/let-in',
    hints: '融资获 融资再获',
    kind: 'equity',
    pattern: /融资(?:再)?获(?<payer>[^，。;]{2,16}?)(?:加持|支持|入局|入场|站台)/,
    needsName: true,
    isHeadlineOnly: true,
  },
]
