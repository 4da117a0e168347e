import type { EventStatus } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { matchOf, type SignedPattern, signed } from '../signs.ts'

/** Who says it is unnamed, or it is denied. 36氪获悉 is a report of the outlet's own. */
const RUMOUR = signed(
  /据悉|据报(?!道|告)|否认|据传|传闻|网传|[被有]传|传出|^传|曝(?!光率)|消息称|消息人士|知情人士|知情者|人士透露|一位[^，。;]{0,10}人士|接近[^，。;]{2,12}人士|市场消息|爆料|据称|疑似|叫停|暂停|传(?![统媒感播输奇承递音化神真授动达])(?=.{0,12}(?:将|拟|正|或|计划|已|筹|启动|寻求|考虑|洽|谈|重启))/,
)
/** Not done yet. */
const PLANNED = signed(
  /最快|预案|投资计划|(?<!正式)拟(?!合|人|态|真|定(?!增|向))|(?<!研发|人才|专项|科技)计划|将(?!来|军|近|于此)|正在|正[与就处推寻洽筹]|或将?|有望|欲|寻求|谋求|考虑|预计|目标|准备|打算|希望|筹划|谋划|筹建|筹设|私有化要约|获批(?=收购|入股)|(?<![需主重不只还首])要(?=全资|收购|买下|入股|投资|融资|上市|卖)|争夺|洽谈|商讨|磋商|谈判|筹备|开启|启动|推进|申请|探讨|展开|推销|承诺|需要|竞购|竞买|未来(?:[几数一二三四五六七八九十两]+|\d{1,2})年|交割中|交割当中|即将|要来了|几近|意向/,
)

/** How sure a statement is: `before` holds the words up to its verb, `whole` the sentence. */
export function readStatus(
  passage: Passage,
  words: { readonly before: Span; readonly near: Span },
  signs: number,
): Found<EventStatus> {
  const find = { passage, signs }
  const rumour = at(find, words.before, RUMOUR)
  if (rumour !== undefined) return { ...rumour, value: 'rumour', rule: 'status/unnamed-source' }
  const planned = at(find, words.near, PLANNED)
  if (planned !== undefined) return { ...planned, value: 'planned', rule: 'status/not-yet' }
  return { value: 'closed', ...words.near, where: passage.where, rule: 'status/done' }
}

function at(
  { passage, signs }: { readonly passage: Passage; readonly signs: number },
  { start, end }: Span,
  rule: SignedPattern,
): Omit<Found<EventStatus>, 'value' | 'rule'> | undefined {
  const match = matchOf(signs, rule, passage.masked.slice(start, end))
  if (match === null) return undefined
  const from = start + match.index
  return { start: from, end: from + match[0].length, where: passage.where }
}

const LISTED_NOW = /(?<![将拟]|计划)正式(?:登陆|挂牌|在[^，。;]{2,12}上市)|敲钟|上市首日/
const CLOSE_BY = 40

/** "甲正式登陆科创板": a body that says so of a firm whose listing the title only names. */
export function isListedIn({ masked }: Passage, firm: string): boolean {
  const at = LISTED_NOW.exec(masked)?.index
  return at !== undefined && masked.slice(Math.max(0, at - CLOSE_BY), at).includes(firm)
}

const UNNAMED_SOURCE =
  /[不未]予置评|拒绝置评|消息称|消息不实|网传|知情人士|消息人士|知情者|据悉|据传|市场消息/

/** A report about somebody unnamed anywhere in a text makes what it plans a rumour. */
export function hasUnnamedSource({ masked }: Passage): boolean {
  return UNNAMED_SOURCE.test(masked)
}
