import { allMatches } from '../announcement/all-matches.ts'
import type { Passage, Span } from '../announcement/passage.ts'

const NUMBER =
  '(?:(?<![\\d.,])[\\d.,]{1,20}|[〇零一二两俩三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟半几数多若干]{1,12}|[XxNn*×?□■●○某]{1,6})'
/** Left out by whoever wrote it. */
const BLANKS = '[XxNn*×?□■●○某]{1,6}'
const UNIT = '(?:万亿|[十百千]?亿|[十百千]?万)'
const CURRENCY = '(?:人民币|[美港欧日韩澳加坡新印]元|美金|美刀|港币|英镑|卢比|泰铢|元)'
const SIGN = '(?:US|HK|NT|RMB|[SAC])?[$¥€£₹₩]'
/** Wider than what can be read: anything that is written like money. */
const LIKE_MONEY = new RegExp(
  [
    `${NUMBER}\\s?${UNIT}${CURRENCY}`,
    `${BLANKS}${UNIT}(?=融资|投资|规模|估值)`,
    `${SIGN}\\s?(?:\\d[^\\s,，。;；、()（）]{0,12}|${BLANKS}(?=\\s?(?:[mbt]illion|[mbk]\\b|[万亿])))(?:\\s(?:million|billion|trillion)\\b)?`,
    '(?:[一二两三四五六七八九十]|\\d{1,2})位数(?=的?(?:融资|投资|资金|美元|美金|人民币|元))',
    '\\b(?:several|multiple|many|tens of|hundreds of|dozens of|a few|undisclosed) (?:million|billion)s?(?: of)?(?: (?:US )?(?:dollars|yuan|euros|RMB|USD))?',
    '\\b(?:\\w{3,6}|\\d{1,2})-figure(?= (?:sum|amount|round|funding|investment|deal|seed|series|dollar))',
  ].join('|'),
  'gi',
)
/** Each of the wordings has one of these. */
const MAY_BE_MONEY = /[万亿$¥€£₹₩]|位数|illion|-figure/i

/** What is written like money in a passage, in order, readable or not. */
export function amountLikes({ plain }: Passage): readonly Span[] {
  if (!MAY_BE_MONEY.test(plain)) return []
  return allMatches(LIKE_MONEY, plain).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
