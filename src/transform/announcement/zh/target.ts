import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { BLOT, type Found, findingAt, type Passage, type Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { INVESTOR_ENDINGS } from '../words/investor-names.ts'
import { TRADES } from '../words/trades.ts'
import { namesIn } from './investor-names.ts'
import { cornerName, isNameLike } from './names.ts'
import { nameIn } from './subject.ts'

export interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

const TARGET_TAIL =
  /(?:(?:的?背后|成(?:为)?其?(?:第[一二三四五]|控股|最大|单一最大)大?股东|布局|打造|进军|用于|以扩大|加码|切入).*|\s?后(?:股价|盘前|盘后)?(?:大?涨|上涨|下跌|大?跌).*|\s?#.*|的?(?:传[闻言]|消息|报道)(?:一事)?$|(?:一案|案|一事|交易)?(?:尘埃落定|落定|生变|告吹|获批|官宣|交割完成).*|(?:(?:剩余|其余|余下)的?[约近超]?\s?\d+(?:\.\d+)?%|100%|\d+(?:\.\d+)?%|全部|剩余|多数|少数|控股|部分|所有)?\s?的?(?:控股权|股权|股份|权益|业务|资产|控制权|多数股权|(?<!有限)公司|(?:的?(?:并购|收购))?交易|股权案|(?:一事|事宜)?(?:进行|展开|举行)?(?:谈判|磋商|洽谈|接洽|讨论)|事宜)?(?:[约近超逾]?\d[\d.]{0,8}\s?[%万亿美元].*)?)$/

/** "甲收购乙": 乙 is the company, 甲 pays. */
export function targetIn(
  passage: Passage,
  match: Span & { readonly groups: Readonly<Record<string, string | undefined>> },
  acting: Subject,
): Parties {
  const payers =
    acting.is === 'named' ? acting.names.flatMap((name) => namesIn(passage, name, false)) : []
  const target = match.groups['target']
  if (target === undefined) return { subject: { is: 'unsaid' }, payers }
  if (SOME_FIRM.test(target) || OF_TRADES.test(target))
    return { subject: { is: 'described' }, payers }
  const start = passage.masked.lastIndexOf(target, match.end)
  let end = start + target.length - (TARGET_TAIL.exec(target)?.[0].length ?? 0)
  while (passage.masked[end - 1] === BLOT) end--
  const both = twoIn(passage, { start, end })
  if (both !== undefined) return { subject: { is: 'named', names: both }, payers }
  const name = nameIn(passage, { start, end }) ?? quotedIn(passage, { start, end })
  return {
    subject: name === undefined ? { is: 'described' } : { is: 'named', names: [name] },
    payers,
  }
}

const OF_TRADES = new RegExp(
  `^${oneOf(TRADES)}+(?:初创|创业)?(?:公司|企业|厂商|品牌|平台)$|${oneOf(TRADES)}{2}(?:初创|创业)?(?:公司|企业|厂商)$`,
)

/** "一家23人公司"; "物流机器人公司" says what it makes. */
const SOME_FIRM = /^(?:一[家个]|某家?)[^「“]*(?:公司|企业|团队|厂商|机构|工作室)$/
const TWO = /^(?<first>[^，。;的、和及与]{3,24})(?<and>[和及])(?<second>[^，。;的、和及与]{4,24})$/
const NO_FIRM = /业务|资产|部门|团队|技术|品牌$|公司$|股份$/

/** "甲收购乙和丙": each of the two. */
function twoIn(passage: Passage, { start, end }: Span): readonly Found<string>[] | undefined {
  const { first, and, second } = TWO.exec(passage.masked.slice(start, end))?.groups ?? {}
  if (first === undefined || and === undefined || second === undefined) return undefined
  if (NO_FIRM.test(first) || NO_FIRM.test(second)) return undefined
  const names = [
    nameIn(passage, { start, end: start + first.length }),
    nameIn(passage, { start: end - second.length, end }),
  ].flatMap((name) => name ?? [])
  return names.length === 2 ? names : undefined
}

const INVESTING_FIRM = new RegExp(`${oneOf(INVESTOR_ENDINGS)}$`)
const SOME_FUND = /^.{0,8}(?:新|首|期|支|只|美元|人民币|旗舰|专项|母)基金$/

/** "甲设立乙基金": the fund raises the money, unless 甲 is a firm that raises for itself. */
export function fundAndGiver(
  passage: Passage,
  match: Span & { readonly groups: Readonly<Record<string, string | undefined>> },
  acting: Subject,
): Parties {
  const { subject, payers } = targetIn(passage, match, acting)
  const [name] = acting.is === 'named' ? acting.names : []
  const [fund] = subject.is === 'named' ? subject.names : []
  const isOwn = fund === undefined || SOME_FUND.test(fund.value) || fund.value.length < 4
  if (name !== undefined && (isOwn || INVESTING_FIRM.test(name.value)))
    return { subject: acting, payers: [] }
  return { subject, payers }
}

/** "国产键盘品牌": what it is, not what it is called. */
const DESCRIBES = /(?:公司|企业|平台|厂商|品牌|独角兽|创企|巨头|龙头|商)$/

function quotedIn(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const corner = cornerName(passage, { start, end })
  if (corner !== undefined) return corner
  const name = findingAt(passage, { start, end }, 'company/object')
  if (DESCRIBES.test(name.value)) return undefined
  return isNameLike(name.value) && name.value.length <= 8 ? name : undefined
}
