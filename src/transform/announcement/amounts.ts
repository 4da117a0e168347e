import type { AnnouncedAmount } from '../../model/announced-event.ts'
import { boundsOf, type Quantity } from './bounds.ts'
import { numberOf } from './number-words.ts'
import { oneOf } from './one-of.ts'
import type { Found, Passage, Span } from './passage.ts'
import {
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  LEANINGS,
  LEANINGS_AFTER,
  type Leaning,
} from './words/money.ts'

const HAN_UNIT = '(?:万亿|[十百千]?亿|[十百千]?万)'
const LATIN_UNIT =
  '(?:-?\\s?(?:million|billion|trillion|crore|lakh)|(?:mn|mm|bn|[kmbt])(?![a-z0-9]))'
const DIGITS = '\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?'
const NUMERAL = '[一二两俩三四五六七八九][十百千]?[一二三四五六七八九]?|十[一二三四五六七八九]?'
const CURRENCY = oneOf(Object.keys(CURRENCY_WORDS))

/** Every repetition is bounded, so the time to read a text grows with its length and nothing else. */
const AMOUNT = new RegExp(
  [
    `(?:(?<leaning>${oneOf(Object.keys(LEANINGS))})(?:达到?|为|募资|融资|了| an? )?)?\\s?`,
    `(?<sign>${oneOf(Object.keys(CURRENCY_SIGNS))})?\\s?`,
    '(?:',
    `(?:(?<from>(?<![\\d.])${DIGITS})\\s?(?<fromUnit>${HAN_UNIT}|${LATIN_UNIT})?(?:元|美元)?\\s?(?:-{1,2}|~|至|到)\\s?(?:[$€£])?)?`,
    `(?<digits>(?<![\\d.])${DIGITS})\\s?(?<extra>余|多)?(?<unit>${HAN_UNIT}|${LATIN_UNIT})?(?:(?<digits2>\\d{1,4})(?<unit2>[百千]?万))?`,
    `|(?<numeral>${NUMERAL})(?<extraNumeral>余|多)?(?<numeralUnit>${HAN_UNIT})`,
    `|(?<vague>[数几多上])(?<vagueUnit>${HAN_UNIT})`,
    `|(?<bare>[百千]万|[百千]?亿)(?=[余多级元]|${CURRENCY}|[融资天种战首新早投轮估pa-h+]|\\s|$)`,
    ')',
    `(?<more>余|多|\\+)?\\s?(?<level>级别?)?\\s?(?<currency>${CURRENCY})?(?:级别?)?(?<second>人民币|美元|美金|港元|港币|欧元)?`,
    `(?<after>${oneOf(Object.keys(LEANINGS_AFTER))})?`,
  ].join(''),
  'gi',
)
/** A cheap look before the dear one. */
const ANY_NUMBER = /[\d一二两三四五六七八九十百千数几多上亿]/

/** What may follow or precede a number that carries no mark of currency, so that it is money all the same. */
const MONEY_FOLLOWS =
  /^\s?(?:的|规模|级)?(?:新一轮|新|早期|首轮|天使|种子|战略|股权|pre|[a-h]\d{0,2}(?:\+|加)*\s?[轮论系]|融资|投资|注资|估值|募资|资金|贷款|债|轮)/i
const MONEY_PRECEDES =
  /(?:融资|募资|估值|融到|融了|筹集|募集|套现|揽|吸金|金额|总额|投资|斥资|豪掷|砸|募得|注资)(?:额|了|到|得|规模|破|超|约|近|至|达|为|超过|突破|逾|共|高达)*$/
const COUNTED =
  /^\s?[个件台名人位字颗款辆只项笔家次倍篇页座套枚股架条吨平米公里公用粉户年月天岁像参轮tTGgkK%％]/
const CONTEXT = 14

/** All amounts of money in a stretch of text, in order. */
export function findAmounts(
  passage: Passage,
  { start, end }: Span,
): readonly Found<AnnouncedAmount>[] {
  const stretch = passage.masked.slice(start, end)
  if (!ANY_NUMBER.test(stretch)) return []
  const found: Found<AnnouncedAmount>[] = []
  for (const match of stretch.matchAll(AMOUNT)) {
    const read = toAmount(match, stretch)
    if (read === undefined) continue
    const from = start + match.index + (match[0].length - match[0].trimStart().length)
    const till = start + match.index + match[0].trimEnd().length
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

interface ReadAmount {
  readonly amount: Omit<AnnouncedAmount, 'text'>
  readonly rule: string
}

function toAmount(match: RegExpExecArray, stretch: string): ReadAmount | undefined {
  const groups = match.groups ?? {}
  const currency = currencyOf(groups)
  if (currency === undefined && !isMoney(match, stretch)) return undefined
  const quantity = toQuantity(groups)
  if (quantity === undefined) return undefined
  const { low, high, rule } = boundsOf(quantity)
  return Number.isFinite(high) && high > 0
    ? { amount: { currency: currency ?? 'CNY', low, high }, rule: `amount/${rule}` }
    : undefined
}

type Groups = Readonly<Record<string, string | undefined>>

function currencyOf({ sign, currency, second }: Groups): string | undefined {
  const words = [second, currency].filter((word) => word !== undefined)
  for (const word of words) {
    const code =
      CURRENCY_WORDS[word] ??
      CURRENCY_WORDS[word.toLowerCase()] ??
      CURRENCY_WORDS[word.toUpperCase()]
    if (code !== undefined) return code
  }
  return sign === undefined ? undefined : CURRENCY_SIGNS[sign.toUpperCase()]
}

function isMoney(match: RegExpExecArray, stretch: string): boolean {
  const groups = match.groups ?? {}
  // A number without a unit is a year or a count, not money.
  if (groups['digits'] !== undefined && groups['unit'] === undefined) return false
  const end = match.index + match[0].trimEnd().length
  const after = stretch.slice(end, end + CONTEXT)
  if (MONEY_FOLLOWS.test(after)) return true
  const before = stretch.slice(Math.max(0, match.index - CONTEXT), match.index)
  return MONEY_PRECEDES.test(before) && !COUNTED.test(after)
}

function toQuantity(groups: Groups): Quantity | undefined {
  const leaning = leaningOf(groups)
  if (groups['vague'] !== undefined)
    return { form: 'vague', value: numberOf('1', groups['vagueUnit']), leaning: undefined }
  const isLevel = groups['level'] !== undefined
  if (groups['bare'] !== undefined)
    return { form: 'bare', value: numberOf('1', groups['bare']), leaning }
  if (groups['numeral'] !== undefined) {
    const value = numberOf(groups['numeral'], groups['numeralUnit'])
    const isBareTen = groups['numeral'] === '十' && isLevel
    return { form: isBareTen ? 'bare' : 'number', value, leaning }
  }
  return groups['digits'] === undefined ? undefined : withDigits(groups, leaning)
}

function withDigits(groups: Groups, leaning: Leaning | undefined): Quantity {
  const { digits = '', unit, from, fromUnit, digits2, unit2 } = groups
  const value = numberOf(digits, unit) + (digits2 === undefined ? 0 : numberOf(digits2, unit2))
  if (from === undefined) return { form: 'number', value, leaning }
  return { form: 'range', from: numberOf(from, fromUnit ?? unit), value, leaning: undefined }
}

function leaningOf({ leaning, extra, extraNumeral, more, after }: Groups): Leaning | undefined {
  if (leaning !== undefined) return LEANINGS[leaning.toLowerCase()]
  if (extra !== undefined || extraNumeral !== undefined || more !== undefined) return 'over'
  return after === undefined ? undefined : LEANINGS_AFTER[after.toLowerCase()]
}
