import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Span } from '../passage.ts'
import { fits, matchOf, signed } from '../signs.ts'
import { RAISING_VERBS } from '../words/zh-raising-verbs.ts'
import type { Facts } from './facts.ts'
import { namesIn } from './investor-names.ts'

const GIVES_WAY =
  /(?=[累共一新首多两三四五六七八战独联等的融投注增天种领加押下入追参跟青])(?:战投|累计|共计|一[笔轮]|新一轮|首轮|多轮|[两三四五六七八]轮|战略|独家|联合|等|的|融资|投资(?!集团|公司|控股|基金|管理|有限|机构|局|委员会|、|和|等)|[注增]资|天使|种子|加[码持注]|[押下]注|入股|[领追参跟]投|青睐)/
const RECEIVED =
  /(?:获得?|得到|接受|引入|拿到|拿下|收到|斩获|完成由|完成(?:了)?来自|完成(?=[^，。;\d、轮]{2,10}?(?:[数几]?[千百]万|\d))|完成(?=[^，。;\d]{1,12}、[^，。;\d]{1,8}(?:[两三四]轮|[数千百\d]))|吸引)了?(?:来自)?(?=[^，]{2})/
const NEVER =
  /总计|共计|合计|总额|价值|规模|领投|跟投|参投|新|连续|累计|首|轮|银行|政府|融资|超募|系(?:投资人|资本|高管|基金|$)/
const FROM = signed(
  /(?:从|来自)(?<names>[^，。;]{2,80}?)(?:(?:处|那里|手中)(?:获得|拿到|筹集|募集)|(?<=从\s?[A-Z][^，。;\u3400-\u9fff]{2,40})(?:完成|获得|筹集|募集))/,
)

/** "获甲、乙数千万元融资": the names between the verb and the sum; "从甲处获得". */
export function findBackers(
  { passage, money, rounds, sentence, signs }: Facts,
  match: Span,
): readonly Found<AnnouncedInvestor>[] {
  const text = passage.masked.slice(match.start, match.end)
  const from = matchOf(signs, FROM, passage.masked.slice(sentence.start, match.end + 2))
  const names = from?.groups?.['names']
  if (from !== null && names !== undefined) {
    const start = sentence.start + from.index + from[0].indexOf(names)
    return namesIn(passage, { start, end: start + names.length }, false)
  }
  const verb = RECEIVED.exec(text)
  if (verb === null) return []
  const start = match.start + verb.index + verb[0].length
  const stops = [...money(), ...rounds()].map((stop) => stop.start)
  const word = GIVES_WAY.exec(passage.masked.slice(start, match.end))
  const end = Math.min(
    match.end,
    start + (word?.index ?? match.end),
    ...stops.filter((stop) => stop >= start),
  )
  if (end - start < 2 || NEVER.test(passage.masked.slice(start, end))) return []
  return namesIn(passage, { start, end }, text.endsWith('领投'))
}

/** Behind a verb of raising the sum is what somebody got. */
const PUT_IN = new RegExp(
  `^(?<name>[^，。;\\d]{2,16}?)(?<!(?:${oneOf(RAISING_VERBS)}|[再又]收)了?)(?:[约近超逾]?\\d|[数一两三四五六七八九])[^，。;]{1,12}(?:战略|独家|追加)?投资$`,
)

const EACH = signed(/承诺|同意|分别|各自|个人(?=投资|出资)/)
const PUTS_IN =
  /^(?<name>[^，。;\d]{2,24}?)(?:(?:承诺|同意)(?:分别|各自)?|分别|各自|(?:本轮|此轮|本次|此次)?个人)(?:投资|出资|注资|认购)(?:了)?[约近超逾]?\s?\d[^，。;]{1,20}$/

/** What one person put in is not what the round came to. */
export const BY_A_PERSON = '个人'

/** "甲集团2亿美元战略投资", "甲和乙分别投资2亿和3亿": a clause of its own beside the round. */
export function findPutIn(
  { passage, signs }: Facts,
  clause: Span,
): readonly Found<AnnouncedInvestor>[] {
  const text = passage.masked.slice(clause.start, clause.end).trimEnd()
  const pattern = text.endsWith('投资') ? PUT_IN : fits(signs, EACH, text) ? PUTS_IN : undefined
  const name = pattern?.exec(text)?.groups?.['name']
  return name === undefined
    ? []
    : namesIn(passage, { start: clause.start, end: clause.start + name.length }, false)
}
