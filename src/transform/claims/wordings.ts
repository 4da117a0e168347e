import { BLOT } from '../announcement/passage.ts'
import { PERIOD_WORDS } from './claim-periods.ts'
import type { Fields } from './fields.ts'

/** A way of saying that a field drew money: what stands before the amount, and what after it. */
export interface Wording {
  readonly rule: string
  /** Ends where the amount begins. Groups: `region`, `field`, `self` (赛道 without a name). */
  readonly before: RegExp
  /** Begins where the amount ends; the same groups. */
  readonly after: RegExp
}

const HOME = "中国|国内|我国|全国|Chinese|China['’]s|China-based"
const ABROAD =
  '全球|海外|美国|欧洲|硅谷|印度|日本|韩国|以色列|英国|德国|法国|Global|Worldwide|American|\\bU\\.?S\\b\\.?|European|Indian|Israeli|British|German|French|Japanese|Korean'
export const IS_HOME = new RegExp(`^(?:${HOME})$`, 'i')
export const IS_ABROAD = new RegExp(ABROAD, 'i')
const REGION = `(?:(?<region>${HOME}|${ABROAD})的?\\s?)?`
const PERIOD = `(?:(?:在)?(?:${PERIOD_WORDS})(?:的|里|内|间)?[,，]?\\s?)?`
/** A claim begins a sentence or a clause, so that nobody else is its subject. */
const START = `(?:^|[,，:。]\\s*)(?:其中[,，]?)?${PERIOD}${REGION}${PERIOD}(?:整个)?`
const END = '(?=\\s*(?:[,，。.;!?、|)]|$))'
const NOUN = '(?:领域|赛道|行业|产业)'
const ALREADY = '(?:已经|已|共|总共|合计|累计|一共|总计|公开|就)*'
const REACHED = '(?:已经|已|达到?|为|是|高达|合计|共计|有)*'
const MONEY = '(?:股权|风险|创业)?(?:投融资|融资|投资|资金|资本|创投资金)'

/** The wordings of both languages for a set of fields. */
export function wordingsOf({ pattern }: Fields): readonly Wording[] {
  // Two names of tracks are often written with that of the field around them; before others it makes the field narrower.
  const field = `(?:AI\\s?(?=大模型))?(?<field>${pattern})(?:(?<=生成式)\\s?(?:AI|人工智能))?`
  return [...chinese(field), ...english(field)]
}

function chinese(field: string): readonly Wording[] {
  const subject = `(?:${field}\\s?${NOUN}?|(?<self>(?:该|这一|这个|这条)?(?:赛道|领域|行业)))`
  const inNoun = `(?:${field}\\s?(?:${NOUN}|创投圈)|(?<self>(?:该|这一|这个|这条)?(?:赛道|领域|行业)))`
  const firms = `${field}\\s?(?:初创|创业)?(?:公司|企业)(?:们)?(?:已经|已)?(?:总共|共|合计|一共|总计)`
  const counted = '(?:共|发生|完成|有)*\\d{1,6}(?:起|笔|例|件)(?:投融资|融资|投资)?(?:事件|交易)?'
  return [
    wording('claim/zh/drew', {
      before: `${START}${inNoun}${ALREADY}(?:吸引|获得|吸纳|揽获|拿到|完成)(?:了|到)?(?:${MONEY})?$`,
      after: `(?:的?${MONEY})?${END}`,
    }),
    wording('claim/zh/raised', {
      before: `${START}${inNoun}${ALREADY}(?:投融资|融资|吸金|融到|融得)(?:了)?${REACHED}$`,
      after: `${END}`,
    }),
    wording('claim/zh/total', {
      before: `${START}${subject}(?:的)?(?:公开|股权|风险|创业|一级市场)?(?:投融资|融资|投资|创投|吸金)(?:总额|总金额|总量|金额|额|总规模|规模)${REACHED}$`,
      after: `${END}`,
    }),
    wording('claim/zh/counted', {
      before: `${START}${subject}(?:投融资|融资|投资)?${counted}[,，](?:共?披露|总|融资|涉及|合计|已)*(?:金额|总额|融资额|额)?${REACHED}$`,
      after: `${END}`,
    }),
    wording('claim/zh/firms', {
      before: `${START}${firms}(?:获得|融资|吸引|融到|拿到)(?:了)?${REACHED}$`,
      after: `(?:的)?(?:融资|投资|资金)?${END}`,
    }),
    wording('claim/zh/poured', {
      before: `${START}(?:有|已有|共有)?$`,
      after: `(?:的)?(?:资金|投资|资本|热钱|融资)(?:已经|已)?(?:涌入|流入|投向|砸向|砸进|进入)了?${REGION}${inNoun}${END}`,
    }),
  ]
}

function english(field: string): readonly Wording[] {
  const begin = `(?:^|[,，:.]\\s*)(?:${PERIOD})(?:investors in )?${REGION}`
  const firms = '(?:start-?ups|companies|firms|sector|industry)'
  // Startups of no field are those of the whole market.
  const subject = `(?:${field}\\s${firms}|(?<everyone>start-?ups))`
  const when = `(?:\\s(?:${PERIOD_WORDS}))?${END}`
  const kind =
    '(?:venture capital|venture|equity|private|VC)?\\s?(?:funding|investments?|capital|financing)'
  return [
    wording('claim/en/raised', {
      before: `${begin}${subject}\\s(?:have |has )?(?:raised|attracted|drew|drawn|secured|pulled in|took in)\\s(?:a total of |a combined )?$`,
      after: `(?:\\s(?:in|of)\\s${kind}|\\sfrom investors)?${when}`,
    }),
    wording('claim/en/total', {
      before: `${begin}${kind}\\s(?:in|into|for|of|to)\\s${REGION.replace('<region>', '<place>')}${subject}\\s(?:has |have )?(?:reached|hit|totall?ed|was|rose to|fell to|climbed to|dropped to|came to)\\s$`,
      after: `${when}`,
    }),
    wording('claim/en/poured', {
      before: `${begin}(?:investors|venture capitalists|VCs)\\s(?:have )?(?:poured|put|invested|pumped)\\s$`,
      after: `\\s(?:in|into)\\s${REGION}${subject}${when}`,
    }),
  ]
}

function wording(
  rule: string,
  { before, after }: { readonly before: string; readonly after: string },
): Wording {
  return { rule, before: new RegExp(before, 'i'), after: new RegExp(`^${BLOT}*${after}`, 'i') }
}
