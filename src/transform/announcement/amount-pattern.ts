import { oneOf } from './one-of.ts'
import { unitSet } from './unit-set.ts'
import { CURRENCY_SIGNS, CURRENCY_WORDS, LEANINGS, LEANINGS_AFTER } from './words/money.ts'

const HAN_UNIT = '(?:万亿|个?[十百千]?亿|[十百千]?万)'
const LATIN_UNIT =
  '(?:-?\\s?(?:million|billion|trillion|crore|lakh)|(?:mn|mm|mln|mil|bn|bln|cr|[kmbt])(?![a-z0-9]))'
const DIGITS = '\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?'
/** A sign before the number or a unit behind it: years and counts are let go at once. */
const MEASURED =
  '(?:(?<=[$¥€£₹₩币BDKPRY]\\s?[\\d.,]{1,24})|(?=\\s?[余多+]?\\s?-?[个十百千万亿元块刀美港欧英日韩新坡印卢泰澳加瑞台越林令迪谢雷人kmbtcledypwrush]))'
/** 三, 十五, 两百, 三千五百: pairs of a digit and its power, and a digit alone at the end. */
const NUMERAL =
  '(?=[一二两俩三四五六七八九十])(?:[一二两俩三四五六七八九]千零?)?(?:[一二两三四五六七八九]百零?)?(?:[一二三四五六七八九]?十)?[一二两俩三四五六七八九]?'
const CURRENCY = oneOf(Object.keys(CURRENCY_WORDS))

/**
 * A number that may be money, with what follows it, where it is tried (amount-matches.ts). Every repetition is bounded,
 * so time grows with length alone. The groups have no names because an object of names for every number would cost more
 * than all the rest; see `wordsOf`.
 */
export const AMOUNT = new RegExp(
  [
    '(?:',
    `(?:((?<![\\d.])${DIGITS})\\s?(${HAN_UNIT}|${LATIN_UNIT})?(?:元|美元)?\\s?(?:-{1,2}|~|至|到)\\s?(?:[$€£])?)?`,
    `((?<![\\d.])${DIGITS})${MEASURED}\\s?(余|多)?(${HAN_UNIT}|${LATIN_UNIT})?(?:(\\d{1,4})([百千]?万))?`,
    `|(${NUMERAL})(余|多)?(${HAN_UNIT})(?:零?(${NUMERAL})(${HAN_UNIT}))?`,
    `|([数几多上])(${HAN_UNIT})`,
    `|([百千]万|[百千]?亿)(?=[余多级元]|${CURRENCY}|[融资天种战首新早投轮估母跻pa-h+，。、;!?|)”」]|\\s|$)`,
    ')',
    `(余|多|\\+)?\\s?(级别?)?\\s?(${CURRENCY})?(?:级别?)?(人民币|美元|美金|港元|港币|欧元|新台币|台币)?`,
    `(${oneOf(Object.keys(LEANINGS_AFTER))})?`,
  ].join(''),
  'iy',
)

/** What may stand between a leaning and the number. */
const BETWEEN = ['达到', '达', '为', '募资', '融资', '投资', '投入', '筹资', '斥资', '筹集', '了']

/** What stands right before the number and belongs to it. */
export const BEFORE_AMOUNT = new RegExp(
  `(?:(${oneOf(Object.keys(LEANINGS))})(?:${BETWEEN.join('|')}| an? )?)?\\s{0,2}(?:(?:(?<![a-z])|(?![a-z]))(${oneOf(Object.keys(CURRENCY_SIGNS))})\\s?)?$`,
  'i',
)

/** What it ends with. */
export const ENDS_BEFORE_AMOUNT = unitSet(
  [...Object.keys(LEANINGS), ...BETWEEN, ...Object.keys(CURRENCY_SIGNS), ' ']
    .map((word) => word.slice(-1))
    .flatMap((last) => [last.toLowerCase(), last.toUpperCase()])
    .join(''),
)

/** An amount in its parts, as written. */
export interface AmountWords {
  readonly leaning: string | undefined
  readonly sign: string | undefined
  readonly from: string | undefined
  readonly fromUnit: string | undefined
  readonly digits: string | undefined
  readonly unit: string | undefined
  readonly digits2: string | undefined
  readonly unit2: string | undefined
  readonly numeral: string | undefined
  readonly numeralUnit: string | undefined
  readonly numeral2: string | undefined
  readonly numeralUnit2: string | undefined
  readonly vague: string | undefined
  readonly vagueUnit: string | undefined
  readonly bare: string | undefined
  /** 余, 多 or + somewhere. */
  readonly more: string | undefined
  readonly level: string | undefined
  readonly currency: string | undefined
  readonly secondCurrency: string | undefined
  readonly after: string | undefined
}

/** The groups of both patterns by name, in the order they stand there. */
export function wordsOf(match: RegExpExecArray, before: RegExpExecArray | null): AmountWords {
  return {
    leaning: before?.[1],
    sign: before?.[2],
    from: match[1],
    fromUnit: match[2],
    digits: match[3],
    unit: match[5],
    digits2: match[6],
    unit2: match[7],
    numeral: match[8],
    numeralUnit: match[10],
    numeral2: match[11],
    numeralUnit2: match[12],
    vague: match[13],
    vagueUnit: match[14],
    bare: match[15],
    more: match[4] ?? match[9] ?? match[16],
    level: match[17],
    currency: match[18],
    secondCurrency: match[19],
    after: match[20],
  }
}
