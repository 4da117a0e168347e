import type { EventKind } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { BLOT } from '../passage.ts'
import { PLACES } from '../words/places.ts'
import { RAISING_VERBS } from '../words/zh.ts'

/** A way of saying that a deal happens. The subject stands before the match. */
export interface Predicate {
  readonly rule: string
  /** A cheap look before the dear one: without it the pattern cannot fit. */
  readonly hint: RegExp
  readonly kind: EventKind
  readonly pattern: RegExp
  /** What the clause must hold besides: most of what lacks it is not about one deal. */
  readonly needs?: 'amount' | 'amount-or-round' | 'amount-nearby'
  /** Words the sentence must hold as well. */
  readonly sentenceHas?: RegExp
  /** Where the words alone say that it is not done. */
  readonly status?: 'planned'
  /** Read in headlines and digests only: in running text it is nearly always background. */
  readonly isHeadlineOnly?: true
  /** The named group `target` is the company; the subject is who pays. */
  readonly hasTarget?: true
}

const VERB = `(?:再|又|新|已|叒|均|曾|喜|刚|连|正|共|仅)?${oneOf(RAISING_VERBS)}(?!悉|批|奖|评|颁|邀|取|利|益|知|胜|客|选|赞|认证|授权|机|救|准|刑|罪|奖)`
const NO_RAISE =
  '(?!融券|租赁|担保|余额|买入|需求|环境|渠道|能力|工具|服务|平台|机构|成本|客户|难|额度|事件|案例|消息|保证金|性|方案|条件|利率|者|人|顾问|困难|比例|政策|结构|手段|资格|职能)'
const NO_INVESTMENT =
  '(?!者|人|方|机构|公司|部|额|基金|收益|价值|评级|回报|级|界|圈|集团|银行|组合|热|管理|款|意向|协议|价|顾问|、|建|促进|环境|领域|控股|有限)'
const NUMBER_AHEAD = `(?=[不了到约近超逾过破达共数几上至高]{0,4}\\s?(?:[$¥€£]\\s?\\d|\\d|[一二两三四五六七八九十百千]{1,3}[万亿]|亿|[百千]万))`
const SEEKING =
  '(?:重启|重新启动|寻求|谋求|洽谈|商讨|商议|磋商|谈判|讨论|考虑|计划|拟|开启|启动|筹备|正在|接近|有望|评估|探讨|叫停|暂停|推迟|争夺)'
const GOING_ON = '(?:推进|进行|开展|展开|准备|打算|需要|将)'
const DEBT =
  '(?:债券|贷款|债务融资|债权融资|债权|授信|信贷|银团|票据|中票|短融|公司债|可持续债|绿债|债务|举债|欧元债|美元债|澳元债|ABS|资产支持)'
const BUILD =
  '(?:自研|进军|做(?!空)|建(?!议)|厂|基地|中心|园|落户|供应链|产线|生产线|扩产|产能|项目|总部|研发|布局|门店|开店|升级|加码|设立|基础设施|扩大|扩建|设施|产业|落地|增长)'

const INVESTED_IN = new RegExp(`在华|${BUILD}|${oneOf(PLACES)}`)

/** In order: the first that fits a clause is taken. */
export const PREDICATES: readonly Predicate[] = [
  {
    rule: 'other/guarantee',
    hint: /担保/,
    kind: 'other',
    pattern: /(?:拟|将|计划)?为(?<target>[^，。;]{2,24}?)(?:数据中心|项目|等)*提供.{0,24}担保/,
    hasTarget: true,
    needs: 'amount',
  },
  {
    rule: 'debt/borrowed',
    hint: /债|贷|授信|银团|票据|中票|短融|ABS|资产支持/,
    kind: 'debt',
    pattern: new RegExp(
      `(?:发行|获得?|发债|筹集|完成|签署|寻求|申请|敲定|推销|考虑|计划|拟|借入|牵头|达成|取得|洽谈|商讨|磋商|用于投资.{2,20}的)(?:[^，。;]{0,30}?)${DEBT}(?!市场|率|人|危机|股|重组|压力|到期|违约|风险|融资能力)`,
    ),
  },
  {
    rule: 'debt/bonds',
    hint: /债/,
    kind: 'debt',
    pattern: /(?:发债|举债)(?=[约近超逾达]{0,2}\s?\d)/,
    needs: 'amount',
  },
  {
    rule: 'acquisition/bought-by',
    hint: /购|并|控|私有化/,
    kind: 'acquisition',
    pattern:
      /(?:宣布|已|将|拟|或)?(?:被|获|遭)(?!全资)(?<payer>[^，。;]{2,20}?)(?:以.{2,16})?(?:全资|战略|溢价|现金)?(?:收购|并购|私有化|控股)/,
  },
  {
    rule: 'acquisition/buys',
    hint: /购|并|买下|入主|拿下控/,
    kind: 'acquisition',
    pattern:
      /(?:(?:宣布|已|将|拟|计划|同意|有意|正在|考虑|洽谈|完成|成功|欲|斥资|再次|全资|战略|现金|溢价|豪掷|花费|抛出|出价|提出)[^，。;]{0,24}?)?(?<!被|获|遭)(?:收购|并购|买下|吞并|竞购|拿下控股权|入主|购买(?=.{2,30}(?:股权|股份)))(?!要约价|案|方案|战略|基金|贷款|价|事件|潮|标的|计划|交易)(?<target>[^，。;]{2,40})/,
    hasTarget: true,
  },
  {
    rule: 'acquisition/old-shares',
    hint: /员工|老股|内部/,
    kind: 'acquisition',
    pattern:
      /(?:回购|出售|转让|收购)[^，。;]{0,24}?(?:员工|老股|内部)(?:持有的)?(?:股份|股票|持股|股权)?(?!出售计划)|(?:员工|内部人?)(?:持有的)?(?:股份|股票|老股)(?:出售|回购|转让|收购)/,
  },
  {
    rule: 'placement/listed',
    hint: /定增|增发|发行|配售|配股|供股|可转|先旧/,
    kind: 'placement',
    pattern:
      /(?:(?:完成|拟|计划|宣布|发起|启动|推出|披露|实施|发行|通过)[^，。;]{0,24}?)?(?:定增|定向增发|非公开发行|向特定对象发行|增发(?!基金)|配售(?!结果|机制)|配股|供股|可转债|可转换债券|闪电配售|先旧后新)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'fund/raised',
    hint: /基金/,
    kind: 'fund',
    pattern:
      /(?:设立|成立|发起|完成|募集|关账|首关|终关|备案|组建|推出|落地|注册成立|牵头)(?<target>[^，。;]{0,40}?基金)(?:的?(?:首|终|最终)?(?:轮)?(?:关账|关闭|募集|交割|首关|终关|设立))?(?![^，。;]{0,4}(?:领投|跟投|参投|投资|、))/,
    needs: 'amount-nearby',
  },
  {
    rule: 'listing/goes-public',
    hint: /IPO|上市|登陆|挂牌|递|招股|中签|过会|聆讯|敲钟|首次公开/,
    kind: 'listing',
    pattern:
      /(?:(?:拟|计划|寻求|冲刺|申请|启动|完成|聘请|准备|筹备|考虑|有望)[^，。;]{0,16}?)?(?:(?<!Pre-?\s?)IPO(?!\s?融资(?!额)|前|企业|审核|排队|终止|失败|市场|数量|收紧|政策)|首次公开(?:发行|募股)|登陆(?:港交所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|A股|港股|美股|资本市场)|(?:港交所|上交所|深交所|科创板|创业板|北交所|纳斯达克|纽交所|港股|香港|赴港|赴美|A股|美国|在港|美股|主板)(?:主板|二次|双重主要)?(?:挂牌|上市(?!公司))|递交?(?:表|招股|上市)|招股(?!书显示)|中签|过会|通过[^，。;]{0,6}聆讯|上市申请|敲钟|挂牌上市|正式上市(?=$|，))/,
    isHeadlineOnly: true,
  },
  {
    rule: 'placement/proceeds',
    hint: /募|筹/,
    kind: 'placement',
    pattern: /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|净筹|筹)(?=[^，。;]{0,6}\d)/,
    needs: 'amount',
    sentenceHas: /增发|配售|定增|可转债|再融资|特定对象/,
  },
  {
    rule: 'listing/proceeds',
    hint: /募|筹|拟融资/,
    kind: 'listing',
    pattern: /(?:拟|净|共)?(?:募资|募集资金|募集|筹资|拟融资)/,
    needs: 'amount',
    sentenceHas: /(?<!Pre-?\s?)IPO|上市(?!公司)|挂牌|登陆|发行价|招股/,
  },
  {
    rule: 'grant/awarded',
    hint: /补|资助|拨款|资金|经费/,
    kind: 'grant',
    pattern:
      /(?:获得?|拿到|收到|斩获)[^，。;]{0,30}?(?:补贴|补助|资助|拨款|扶持资金|专项资金|科研经费)/,
    needs: 'amount',
  },
  {
    rule: 'equity/invested-in',
    hint: /[向对]/,
    kind: 'equity',
    pattern: new RegExp(
      `(?:拟|将|计划|宣布|已|考虑|或将?)?(?:向|对)(?<target>[^，。;]{2,24}?)(?:(?:追加|进行|战略|独家|再)?(?:投资|注资|入股)(?:了)?${NUMBER_AHEAD}|(?:追加|提供|进行|注入)[^，。;]{2,16}(?:投资|融资|注资|资金))`,
    ),
    hasTarget: true,
    needs: 'amount',
  },
  {
    rule: 'equity/led',
    hint: /[领独]投/,
    kind: 'equity',
    pattern:
      /(?<!被)(?:领投|独投)(?:了)?(?<target>[^，。;的]{2,20}?)\s?(?:[约近超逾]?\d|[数千百]+[万亿]|(?:Pre-?)?[A-H]\d?\+*轮|天使|种子)[^，。;]{0,20}?(?:融资|投资)/i,
    hasTarget: true,
  },
  {
    rule: 'equity/takes-stake',
    hint: /入股|参股|战投|投资/,
    kind: 'equity',
    pattern:
      /(?:独家|战略)?(?:入股|参股(?!公司)|战投|(?<=独家|战略)投资)(?!的|方|者|人)(?:了)?(?<target>[^，。;的]{2,30})$/,
    hasTarget: true,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/raised',
    hint: /融资|注资|轮/,
    kind: 'equity',
    pattern: new RegExp(
      `${VERB}(?:[^，。;]{0,70}?)(?:融资${NO_RAISE}|注资(?!本)|轮(?=$|[\\s、${BLOT}])|(?<=[a-hA-H]\\+{0,3})论融资)`,
    ),
  },
  {
    rule: 'equity/raised-from',
    hint: /投资|资金|增资/,
    kind: 'equity',
    pattern: new RegExp(`${VERB}(?:[^，。;]{0,50}?)(?:投资${NO_INVESTMENT}|资金(?!用)|增资)`),
    needs: 'amount-or-round',
  },
  {
    rule: 'equity/backed-by',
    hint: /领投|投资/,
    kind: 'equity',
    pattern:
      /(?:获得?|拿到|得到)(?![^，。;]{0,12}(?:许可|批准|认可|关注))[^，。;]{2,30}?(?:领投|投资)(?=$|[，\s])/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/put-in',
    hint: /投了|押注/,
    kind: 'equity',
    pattern:
      /投了(?:一家|$)|(?<=、[^，。;]{2,10})(?:联手)?押注(?=[^，。;]{2,20}(?:公司|企业|机器人|平台|厂商)|$)/,
    isHeadlineOnly: true,
  },
  {
    rule: 'equity/raises-amount',
    hint: /[融募筹吸揽获引]/,
    kind: 'equity',
    pattern: new RegExp(
      `(?:再|又|新|已|叒|均|曾|共|累计)?(?:融资|募资|筹资|融了|融到|融得|融|筹集|募集|吸金|揽金|狂揽|揽|筹得|募得|获资|获投|拟募资|引资)(?:总?额|金额|规模|资金|总金额)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
  },
  {
    rule: 'equity/backed',
    hint: /获投/,
    kind: 'equity',
    pattern: /(?<![\d两三四五]次)(?:再|又|已)?获投(?!票|诉|资)/,
  },
  {
    rule: 'equity/seeks',
    hint: /融资|[募筹]/,
    kind: 'equity',
    status: 'planned',
    pattern: new RegExp(
      `(?:正|也|仍)?${SEEKING}(?:[^，。;]{0,36}?)(?:融资${NO_RAISE}(?!资金|将|款|的)|募资|筹资|募集资金|募集|筹集)`,
    ),
  },
  {
    rule: 'equity/goes-on',
    hint: /融资|[募筹]/,
    kind: 'equity',
    status: 'planned',
    pattern: new RegExp(
      `${GOING_ON}(?:[^，。;]{0,24}?)(?:(?:新一轮|新轮|下一轮|[A-Ha-h]\\d?\\+*轮|天使\\+*轮?|股权|IPO前|首轮)[^，。;]{0,6}?融资${NO_RAISE}(?!资金|款|的)|(?:融资|募资|筹资|筹集)${NUMBER_AHEAD})`,
    ),
  },
  {
    rule: 'equity/being-closed',
    hint: /融资|轮/,
    kind: 'equity',
    status: 'planned',
    pattern:
      /(?:Pre|新一轮|新轮|下一轮|[A-H]\d?\+*轮|首轮|天使|第[二三四五]轮)[^，。;]{0,24}?融资[^，。;本此]{0,12}?(?:交割|进行中|推进|谈判|洽谈|磋商|签约|启动|开放)|(?:单独|独立|分拆)[^，。;]{0,4}融资(?!完成)|融资进入[^，。;]{0,8}谈判|(?:原定|已提前)[^，。;]{0,12}[A-H]轮|[A-H]轮(?:融资)?(?:已|将)?(?:提前)?(?:开始|启动)/i,
  },
  {
    rule: 'equity/record',
    hint: /最大|[纪记]录/,
    kind: 'equity',
    pattern: /最大[^，。;]{0,12}(?:种子轮|天使轮|[A-H]轮|融资)(?!额)|融资新?[纪记]录/,
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/invests',
    hint: /投|斥资|豪掷|砸|增资/,
    kind: 'internal',
    pattern: new RegExp(
      `(?:(?:拟|将|计划|宣布|考虑|申请|追加|总|在)[^，。;]{0,20}?)?(?:投资|斥资|投入|豪掷|狂?砸下?|增资|投(?!资|入|产|融))(?:额)?(?:了)?${NUMBER_AHEAD}`,
    ),
    needs: 'amount',
    isHeadlineOnly: true,
    sentenceHas: INVESTED_IN,
  },
  {
    rule: 'internal/plan',
    hint: /计划/,
    kind: 'internal',
    status: 'planned',
    pattern: /(?:宣布|公布|披露)?[^，。;]{0,16}?(?:元|美元)的?(?:投资|资本开支)计划/,
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/amount-first',
    hint: /投资|增资/,
    kind: 'internal',
    pattern: new RegExp(`(?<=[万亿]美?元?)(?:追加)?(?:投资|增资)(?=${oneOf(PLACES)}|建|扩)`),
    needs: 'amount',
    isHeadlineOnly: true,
  },
  {
    rule: 'internal/more-investment',
    hint: /投|资本/,
    kind: 'internal',
    pattern:
      /(?:拟|将|计划|宣布|或将?)[^，。;]{0,24}?(?:(?:追加|增加|扩大|加码|提高)[^，。;]{0,20}?(?:投资|投入|资本开支|资本支出)|(?:投资|投入|资本开支|资本支出)[^，。;]{0,6}(?:增加|扩大|提高|翻))/,
    needs: 'amount-nearby',
    isHeadlineOnly: true,
  },
]

/** Clauses about margin trading, credit of the whole economy, rules of markets: never a deal. */
export const NOT_A_DEAL =
  /收购[^，。;]{1,12}后|禁止[^，。;]{0,10}收购|上市申请(?:已经?)?(?:失效|终止|撤回)|撤回IPO|证监会|央行|交易所:|融资融券|两融|融资余额|融资买入|融资保证金|融资盘|融资客|社会融资|社融|再融资(?!租赁)|融资性|融资成本|融资环境|融资难|融资需求|融资租赁公司|专项债|地方债|国债|骗局|打水漂|虚假融资|诈骗|投资限制|涉案|失联|被调查|寒冬|终止|取消|放弃|流产|告吹|不实|辟谣/

/** Titles that sum up a trade. */
export const SUMMARY =
  /募资总额|募集资金总额|融资总额(?!.{0,3}(?:达|为)?.{0,8}(?:元|美元)$)|融资(?:事件|案例|交易|规模|笔数)|投融资周?(?:报|月报|日报)|吸引.{0,12}投资|涌入|同比(?:增长|下降)|榜单/
