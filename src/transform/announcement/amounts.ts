import type { AnnouncedAmount } from '../../model/announced-event.ts'
import { amountMatches } from './amount-matches.ts'
import { type AmountWords, BEFORE_AMOUNT, ENDS_BEFORE_AMOUNT, wordsOf } from './amount-pattern.ts'
import { boundsOf, type Quantity } from './bounds.ts'
import { numberOf } from './number-words.ts'
import type { Found, Passage, Span } from './passage.ts'
import { isIn } from './unit-set.ts'
import {
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  LEANINGS,
  LEANINGS_AFTER,
  type Leaning,
} from './words/money.ts'

/** What may follow or precede a number that carries no mark of currency, so that it is money all the same. */
const MONEY_FOLLOWS =
  /^\s?(?:的|规模|级)?(?:新一轮|新|早期|首轮|天使|种子|战略|股权|收购|入股|竞购|增资|受让|并购|全资|拿下|买[下走]|[扩新兴]?建(?!筑)|投(?!票|诉|保)|砸|吃下|拍下|竞得|入主|控股|卖身|出售|转让|加码|押注|借款|授信|定增|配售|pre|[a-h]\d{0,2}(?:\+|加)*\s?[轮论系]|融资|投资|注资|估值|募资|资金|支票|贷款|债|轮|[^，。;\d]{0,4}基金)/i
const MONEY_PRECEDES =
  /(?:融资|募资|估值|(?<=再|又|新|已|刚|共|要|想|拟|将|欲)融|(?<=拟|将|计划)投|(?<=[A-H]\+{0,3}|天使|种子|首)轮|拿[了到下]|融到|融了|筹集|募集|新募|套现|揽|吸金|金额|总额|投资|投入|斥资|豪掷|砸|花|募得|注资|众筹|注册资本|(?<=[，总])规模|目标规模|首期规模|基金规模)(?:额|了|到|得|规模|或|已|可能|破|超|约|近|至|达|为|超过|突破|逾|共|高达|预计|将|有望)*\s?$/
const COUNTED =
  /^\s?[个件台名人位字颗款辆只项笔家次倍篇页座套枚股架条吨平米公里公用粉户年月天岁像参轮tTGgkK%％]/
/** "100亿，最大母基金来了": a headline that opens with nothing but a sum. */
const AT_HEAD = /^[，!]/
const CONTEXT = 14

/** All amounts of money in a stretch of text, in order. */
export function findAmounts(
  passage: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedAmount>[] {
  const stretch = passage.masked.slice(start, end)
  const found: Found<AnnouncedAmount>[] = []
  for (const match of amountMatches(stretch)) {
    const before = wordsBefore(stretch, match.index)
    const at = { start: match.index - (before?.[0].trimStart().length ?? 0), end: endOf(match) }
    const read = toAmount(wordsOf(match, before), stretch, at)
    if (read === undefined) continue
    const [from, till] = [start + at.start, start + at.end]
    found.push({
      value: { text: passage.text.slice(from, till), ...read.amount },
      start: from,
      end: till,
      where: passage.where,
      rule: read.rule,
    })
  }
  return found
}

/** No leaning with what may stand behind it is longer, among Latin letters or else. */
const FAR = 20
const FAR_IN_HAN = 12
const HAN = 0x2e80

/** What stands before an amount and belongs to it; a pattern bound to the end alone is tried from every place of its text. */
function wordsBefore(stretch: string, end: number): RegExpExecArray | null {
  if (!isIn(ENDS_BEFORE_AMOUNT, stretch, end - 1)) return null
  const far = stretch.charCodeAt(end - 1) >= HAN ? FAR_IN_HAN : FAR
  return BEFORE_AMOUNT.exec(stretch.slice(Math.max(0, end - far), end))
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].trimEnd().length
}

interface ReadAmount {
  readonly amount: Omit<AnnouncedAmount, 'text'>
  readonly rule: string
}

function toAmount(words: AmountWords, stretch: string, at: Span): ReadAmount | undefined {
  const currency = currencyOf(words)
  if (currency === undefined && !isMoney(words, stretch, at)) return undefined
  const quantity = toQuantity(words)
  if (quantity === undefined) return undefined
  const { low, high, rule } = boundsOf(quantity)
  return Number.isFinite(high) && high > 0
    ? { amount: { currency: currency ?? 'CNY', low, high }, rule: `amount/${rule}` }
    : undefined
}

/** Maps, because a property looked up by a piece of a text has to be entered among the names of properties first. */
const CODE_BY_WORD = new Map(Object.entries(CURRENCY_WORDS))
const CODE_BY_SIGN = new Map(Object.entries(CURRENCY_SIGNS))
const LEANING_BEFORE = new Map(Object.entries(LEANINGS))
const LEANING_BEHIND = new Map(Object.entries(LEANINGS_AFTER))

/** Only rupees are counted in these. */
const INDIAN_UNIT = /cr|lakh/i

function currencyOf(words: AmountWords): string | undefined {
  const { sign, currency, secondCurrency, unit } = words
  const word = secondCurrency ?? currency
  // NT$3亿元, 新台币3亿元: 元 says no more than the sign does.
  if (word !== undefined && (word !== '元' || sign === undefined)) return currencyNamed(word)
  if (sign !== undefined) return CODE_BY_SIGN.get(sign.toUpperCase())
  return unit !== undefined && INDIAN_UNIT.test(unit) ? 'INR' : undefined
}

/** The currency of a word, in small or capital letters. */
export function currencyNamed(word: string): string | undefined {
  return (
    CODE_BY_WORD.get(word) ??
    CODE_BY_WORD.get(word.toLowerCase()) ??
    CODE_BY_WORD.get(word.toUpperCase())
  )
}

function isMoney(words: AmountWords, stretch: string, { start, end }: Span): boolean {
  // A number without a unit is a year or a count, not money.
  if (words.digits !== undefined && words.unit === undefined) return false
  const after = stretch.slice(end, end + CONTEXT)
  if (MONEY_FOLLOWS.test(after)) return true
  if (start === 0 && AT_HEAD.test(after)) return true
  return (
    MONEY_PRECEDES.test(stretch.slice(Math.max(0, start - CONTEXT), start)) && !COUNTED.test(after)
  )
}

function toQuantity(words: AmountWords): Quantity | undefined {
  const { vague, vagueUnit, bare, numeral, numeralUnit, level } = words
  const leaning = leaningOf(words)
  if (vague !== undefined)
    return { form: 'vague', value: numberOf('1', vagueUnit), leaning: undefined }
  if (bare !== undefined) return { form: 'bare', value: numberOf('1', bare), leaning }
  if (numeral === undefined)
    return words.digits === undefined ? undefined : withDigits(words, leaning)
  const isBareTen = numeral === '十' && level !== undefined
  const { numeral2, numeralUnit2 } = words
  const rest = numeral2 === undefined ? 0 : numberOf(numeral2, numeralUnit2)
  const value = numberOf(numeral, numeralUnit) + rest
  return { form: isBareTen ? 'bare' : 'number', value, leaning }
}

function withDigits(words: AmountWords, leaning: Leaning | undefined): Quantity {
  const { digits = '', unit, from, fromUnit, digits2, unit2 } = words
  const value = numberOf(digits, unit) + (digits2 === undefined ? 0 : numberOf(digits2, unit2))
  if (from === undefined) return { form: 'number', value, leaning }
  return { form: 'range', from: numberOf(from, fromUnit ?? unit), value, leaning: undefined }
}

function leaningOf({ leaning, more, after }: AmountWords): Leaning | undefined {
  if (leaning !== undefined) return LEANING_BEFORE.get(leaning.toLowerCase())
  if (more !== undefined) return 'over'
  return after === undefined ? undefined : LEANING_BEHIND.get(after.toLowerCase())
}
