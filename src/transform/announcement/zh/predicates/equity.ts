import { oneOf } from '../../one-of.ts'
import { BLOT } from '../../passage.ts'
import { PLACES } from '../../words/places.ts'
import { RAISING_VERBS } from '../../words/zh.ts'
import type { Predicate } from '../predicate.ts'
import { NO_RAISE, NUMBER_AHEAD } from './parts.ts'

const VERB = `(?:再|又|新|已|叒|均|曾|喜|刚|连|正|共|仅)?${oneOf(RAISING_VERBS)}(?!悉|批|奖|评|颁|邀|取|利|益|知|胜|客|选|赞|认证|授权|机|救|准|刑|罪|奖)`
const NO_INVESTMENT =
  '(?!者|人|方|机构|公司|部|额|基金|收益|价值|评级|回报|级|界|圈|集团|银行|组合|热|管理|款|意向|协议|价|顾问|、|建|促进|环境|领域|控股|有限)'

/** "曾获甲投资的乙再融…": what was said of 乙 before it acts. */
const NO_RELATIVE = '(?!的[「“]?[^，。;]{2,16}(?:再|又|完成|获得?|宣布|融|拿下))'

/** What one invests in that is no firm. */
const NO_FIRM = `${oneOf(PLACES)}|产品|组合|AI|人工智能|建|新|数据|算力|芯片|研发|基础|电池|储能|光伏|工厂|项目|房|股|债|基金|黄金|教育|医疗|大模型|半导体|造车|该|这|一|数|几|上|不|被|“|超|近|约|逾|总|规模|金额|亏|[^，。;]{0,8}(?:领域|赛道|行业|产业)`

/** Rounds that are done, or told of as if. */
export const EQUITY_PREDICATES: readonly Predicate[] = [
  {
    rule: 'equity/said-stake',
    hints: '回应',
    kind: 'equity',
    status: 'rumour',
    needsName: true,
    pattern:
      /回应(?:被)?(?<payer>[^，。;]{2,16}?)(?:计划|拟|将|有意|欲|洽谈|考虑)(?:战略)?(?:入股|投资|参股|注资)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/signs-with',
    hints: '投资协议 融资协议 增资协议',
    kind: 'equity',
    pattern:
      /(?:已)?[与和同](?![^，。;]{0,16}(?:政府|管委会|开发区|[省市区县]))(?<payer>[^，。;]{2,20}?)(?:正式|成功)?(?:签署|签订|签下|达成)(?:了)?[^，。;]{0,4}?\d[\d.]{0,8}[^，。;]{1,6}元的?(?:股权|战略)?(?:投资|融资|增资)协议/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invested-in',
    hints: '向 对',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拟|将|计划|宣布|已|考虑|或将?)?(?:向|对)(?<target>[^，。;]{2,24}?)(?:(?:追加|进行|战略|独家|再)?(?:投资|注资|入股|投入)(?:了)?${NUMBER_AHEAD}|(?:追加|提供|进行|注入)[^，。;]{2,16}(?:投资|融资|注资|资金)|(?<=以[^，。;]{0,8}\\d[^，。;]{1,40})(?:增资|注资)(?=$|，))`,
    ),
    hasTarget: true,
    needs: 'amount',
  },
  {
    rule: 'equity/invests-in-firm',
    hints: '投资 增资 注资',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拟|将|计划|宣布|或将?|再|战略|重金|追加)*(?:投资(?!额|者|人|方)|(?:增资|注资)(?!额|扩|协议|款|者|计划|方案|方|入))(?:了)?(?!${NO_FIRM})(?<target>[^，。;的\\d]{2,16}?)\\s?${NUMBER_AHEAD}`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/led',
    hints: '领投 独投',
    kind: 'equity',
    pattern:
      /(?<!被|(?:获|完成)[^，。;]{1,12})(?:领投|独投)(?!方|者|机构)(?:了)?(?!\d)(?<target>[^，。;的]{2,20}?)\s?(?:(?<![A-Za-z0-9])[约近超逾]?\d|[数千百]+[万亿]|(?:Pre-?)?[A-H]\d?\+*轮|天使|种子)[^，。;]{0,20}?(?:融资|投资|元$|$)/i,
    hasTarget: true,
  },
  {
    rule: 'equity/leads-sum',
    hints: '领投',
    kind: 'equity',
    pattern: new RegExp(
      `(?<!被|(?:获|完成)[^，。;]{1,12})领投(?:了)?${NUMBER_AHEAD}(?=[^，。;]{2,12}$)`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/new-unicorn',
    hints: '独角兽',
    kind: 'equity',
    pattern:
      /(?:跑出|诞生|走出|杀出|迎来|再添|新增)(?:了)?[一1]?(?:家|只|个|匹)?(?:新|超级)?独角兽(?:企业|公司)?(?<target>「[^」]{2,20}」)$/,
    hasTarget: true,
    // What stands before it is a place or a trade, and pays nothing.
    isBySeller: true,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/takes-stake',
    hints: '入股 参股 战投 独家投资 战略投资',
    kind: 'equity',
    pattern:
      /(?:独家|战略)?(?:入股|参股(?!公司)|(?<!引入|引进)战投|(?<=独家|战略)投资)(?!的|方|者|人)(?:了)?(?<target>[^，。;的]{2,30})$/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/raised',
    hints: '融资 募资 注资 轮 战投',
    kind: 'equity',
    pattern: new RegExp(
      `${VERB}(?:[^，。;]{0,70}?)(?:融资${NO_RAISE}|募资(?!额|总|规模)|注资(?!本)|战投(?!部|方)|轮融?(?=$|[\\s、${BLOT}])|(?<=[a-hA-H]\\+{0,3})论融资)`,
    ),
  },
  {
    rule: 'equity/raised-from',
    hints: '投资 资金 增资',
    kind: 'equity',
    pattern: new RegExp(
      `${VERB}(?:[^，。;]{0,50}?)(?:(?<!在[\u3400-\u9fff]{1,6})投资(?!(?<=完成投资)的)${NO_INVESTMENT}${NO_RELATIVE}|资金(?!用)|增资)`,
    ),
    needs: 'amount-or-round',
  },
  {
    rule: 'equity/joins-round',
    hints: '参与',
    kind: 'equity',
    pattern:
      /参与(?:了)?(?<target>[^，。;的]{2,20}?)的?(?:新一轮|最新一轮|首轮|[A-H]\d?\+*轮|(?:[约近超逾]?\d[\d.]*|[数几])[百千万亿]+[^，。;]{0,3}元的?)[^，。;]{0,8}(?:融资|投资|募资)/,
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
  {
    rule: 'equity/registered',
    hints: '新增',
    kind: 'equity',
    pattern:
      /(?:股东新增|新增(?=[^。;]{0,80}股东))(?!股东户|股东人|股东数)(?:股东)?(?<payer>[^，。;]{2,76}?)(?:等[^，。;]{0,6}股东|(?:等\d*家?)?(?:公司|机构)?(?:为(?:新)?股东|$|，))/,
    needsName: true,
    sentenceHas: /股东新增|新增[^。;]{0,80}股东/,
  },
  {
    rule: 'equity/lets-in',
    hints: '引入 引进',
    kind: 'equity',
    pattern:
      /(?:拟|将|计划|宣布|成功|正式|完成)*(?:引入|引进)(?:(?:战略投资者|战略投资方|战略股东|战投|新股东)(?!以|并|、|和|增资|的|共|等)(?<payer>[^，。;\d]{2,20}?)(?=$|，)|[^，。;\d]{2,16}?(?:作为|成为|为)(?:其|公司|新的?)?(?:战略)?(?:投资者|投资方|股东|战投)(?=$|，)|(?<=拟|将|计划[^，。;]{0,10})(?:引入|引进)(?:战略|外部|新的?|财务)*(?:投资者|投资方|股东|战投)(?=$|，))/,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/backed-by',
    hints: '领投 投资 入股 加持 加注 增资',
    kind: 'equity',
    pattern:
      /(?:获得?|拿到|得到)(?![^，。;]{0,12}(?:许可|批准|认可|关注))[^，。;]{2,30}?(?:领投|投资|入股|加持|加注|增资)(?=$|[，\s])/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/backed-by-several',
    hints: '获 得到',
    kind: 'equity',
    pattern:
      /(?:获得?|得到)(?![^，。;]{0,12}(?:许可|批准|认可|关注))[^，。;]{2,20}、[^，。;]{2,24}?(?:投资|入股|加持|加注|下注)(?=$|[，\s])/,
    sentenceHas: /获悉|近日|近期|日前|宣布/,
  },
  {
    rule: 'equity/put-in',
    hints: '投了 押注 下注',
    kind: 'equity',
    pattern:
      /投了(?:[一两三四五几]?[家个位]|$)|(?<=、[^，。;]{2,10})(?:联手)?[押下]注(?=[^，。;]{2,20}(?:公司|企业|机器人|平台|厂商)|$)/,
    isHeadlineOnly: true,
    // A round-up names many.
    sentenceHas: /^(?!.*(?:\d起|多家|盘点|透视|一览))/,
  },
  {
    rule: 'equity/raises-amount',
    hints: '融 募 筹 吸金 揽 获资 获投 引资',
    kind: 'equity',
    pattern: new RegExp(
      `(?:再|又|新|已|叒|均|曾|共|累计)?(?:融资|募资|筹资|融了|融到|融得|融|筹集|募集|吸金|揽金|狂揽|揽|筹得|募得|获资|获投|拟募资|引资)(?:总?额|金额|规模|资金|总金额)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
  },
  {
    rule: 'equity/several-rounds',
    needsName: true,
    hints: '轮',
    kind: 'equity',
    pattern: /(?:融资|融了|连?融|连?获)(?:[两三四五六七八九十]|\d{1,2})轮(?!驱|车|胎|毂|播)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/valued',
    needsName: true,
    hints: '估值',
    kind: 'equity',
    pattern:
      /(?:最新)?估值(?:已|将|再|再度|或|或将|可能)?(?:升至|暴涨至|降至|跌至|缩水至|涨至|飙至|飙升至|增至|升到|涨到|达到?|突破|超过?|破|翻[倍番]至|逼近|高达)(?=[约近超逾]?\s?(?:[$¥€£]?\d|[百千万]?亿))/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/sum-into',
    hints: '投资 入股 增资 注资 认购 参股',
    kind: 'equity',
    pattern: new RegExp(
      `(?<=[万亿]美?元?)(?:人民币)?(?:战略|独家|溢价|领投)?(?:投资|入股|增资|注资|参股|认购)(?!额|者|人|方|于|建|扩|项目|协议|计划|意向|合同|框架)(?:了)?(?!${NO_FIRM})(?<target>「[^」]{2,20}」|[^，。;的\\d]{2,16}?)(?:新增)?(?:股份|股权|注册资本)?$`,
    ),
    hasTarget: true,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invests-in-quoted',
    hints: '投资「 投资了「',
    kind: 'equity',
    pattern: /(?<!获[^，。;]{1,12})(?:个人|战略|独家|联合)?投资(?:了)?(?<target>「[^」]{2,20}」)$/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invests-in-name',
    hints: '投资',
    kind: 'equity',
    pattern: new RegExp(
      `^(?<payer>[^，。;:的]{2,12}?)(?:宣布|已|再度|联合|战略|独家|重金|拟|将|天使)*(?<!对外|股权|计划|海外|直接|风险|固定资产|基金|年|月|日)投资(?:了)?(?!额|者|人|方|于|建|扩|项目|协议|计划|意向|合同|框架|控股|集团|公司|机会|逻辑|策略|界|圈|热|潮|${NO_FIRM})(?<target>[^，。;的和与、\\d]{2,12})$`,
    ),
    hasTarget: true,
    needsName: true,
    isHeadlineOnly: true,
    // Of an opinion or a list of what one may buy such words are said as well.
    sentenceHas:
      /(?:集团|资本|基金|创投|科技|控股|股份|风投|腾讯|阿里|阿里巴巴|百度|京东|小米|美团|字节|字节跳动|华为|哈勃|软银|红杉|高瓴|谷歌|微软|苹果|亚马逊|英伟达|马云|马化腾|雷军)(?:宣布|已|再度|联合|战略|独家|重金|拟|将|天使)*投资|持股\s?\d/,
  },
  {
    rule: 'equity/widens',
    hints: '增资扩股',
    kind: 'equity',
    pattern:
      /(?:(?:拟|将|计划|完成)[^，。;]{0,8}?)?(?:增资扩股[^，。;]{0,4}?引[入进](?:战略|新|外部)?(?:投资者|投资方|股东|战投)|引[入进](?:战略|新|外部)?(?:投资者|投资方|股东|战投)[^，。;]{0,6}?增资扩股)/,
    needsName: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/invests-to',
    hints:
      '战略投资 股权投资 追加投资 独家投资 轮投资 战略性 股权性 追加性 天使投资 种子投资 战略注资 股权注资 追加注资',
    kind: 'equity',
    pattern:
      /(?<!发|面)[对向](?<target>[^，。;]{2,30}?)(?:进行|作出|做出)(?:了)?[^，。;]{0,12}?(?:(?:战略|股权|追加)性?(?:投资|注资)|(?:轮|独家|天使|种子)投资)/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/round-done',
    needsName: true,
    hints: '到账 收官 落地 完成 关闭',
    kind: 'equity',
    pattern:
      /(?:[A-Ha-h](?:-?\d)?\+*轮|天使\+*轮|种子轮|首轮|新一轮)(?:融资)?(?:已|正式|圆满|顺利|超额|全部|宣布)*(?:到账|收官|落地|完成(?!后|之)|关闭|交割完成)(?=$|，|\s)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/sum-lands',
    hints: '融资落地 融资到账 融资收官 融资入账 融资到手 融资已 融资正式',
    kind: 'equity',
    pattern:
      /(?:[数几百千近过超]|\d)[^，。;]{0,4}[万亿][^，。;]{0,12}?融资(?:已|正式)*(?:落地|到账|收官|入账|到手)/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/crowdfunded',
    hints: '众筹',
    kind: 'equity',
    pattern: new RegExp(
      `众筹(?:平台)?[^，。;]{0,8}?(?:筹得|筹到|获|达|超|破|突破|募得)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/got-money',
    hints: '钱',
    kind: 'equity',
    pattern:
      /(?<!赚|挣|省)(?:拿了?到?了?|拿下|融了|融到了?)(?![^，。;]{0,6}(?:工资|补贴|奖金))[^，。;]{0,24}?(?:[轮笔]|的)钱/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/got-sum',
    hints: '拿下 斩获 揽 获 喜提 拿到',
    kind: 'equity',
    pattern: new RegExp(
      `(?:拿下|拿到|斩获|狂揽|揽下|获得?|喜提)(?:了)?${NUMBER_AHEAD}[^，。;]{2,12}(?:元|美金)$`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas: /领投|跟投|参投|押注|加持|[A-H]轮|天使轮|种子轮/,
  },
  {
    rule: 'equity/round-of-sum',
    hints: '轮',
    kind: 'equity',
    pattern: new RegExp(
      `(?:[A-H]\\d?\\+*|天使\\+*|种子)轮(?:融资)?(?:砸了?|融了|拿了|拿到|融到|狂[砸揽融]了?)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas: /轮砸|轮拿|轮融到|轮融了|轮狂|领投|跟投|参投/,
  },
  {
    rule: 'equity/item',
    hints: '轮 Series',
    kind: 'equity',
    pattern:
      /^\s?(?:获|完成)?[约近超逾]?\s?(?:\d[\d.]{0,8}\s?|[数几])[百千万亿]+[^，。;、\d]{0,4}?元?\s?(?:的)?(?:(?:(?:Pre-?)?[A-H]\d?\+*|天使\+*|种子\+*|战略)轮(?:融资)?|Series\s[A-H])(?=$|、)/,
    needs: 'amount',
    needsName: true,
    // "甲：1.3亿美元C轮": an item of a list, its firm before the colon.
    sentenceHas: /^[^，。;:]{2,24}:/,
  },
  {
    rule: 'equity/led-by',
    hints: '轮由 轮融资由',
    kind: 'equity',
    pattern:
      /^(?:公司)?的?(?:种子|天使\+*|(?:Pre-?)?[A-H]\d?\+*)轮(?:融资)?由(?=[^，。;]{2,60}领投$)/i,
    // Only where the sentence says nothing else before it: else it recalls one of several rounds.
    sentenceHas: /^[^，:]{2,12}轮(?:融资)?由/,
  },
  {
    rule: 'equity/backed',
    hints: '获投',
    kind: 'equity',
    pattern: /(?<![\d两三四五]次)(?:再|又|已)?获投(?!票|诉|资)/,
  },
]
