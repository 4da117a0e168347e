import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { BLOT, type Found, type Passage, type Span } from '../passage.ts'
import { fits, isSigned, matchOf, signed, signsIn } from '../signs.ts'
import { isIn, unitSet } from '../unit-set.ts'
import { NOT_A_NAME, NOT_A_NAME_ENDINGS } from '../words/investor-names.ts'
import { INVESTOR_ADVERBS, INVESTOR_TITLES } from '../words/investor-titles.ts'
import { CLOSING_VERBS } from '../words/investor-verbs.ts'
import { PLACES } from '../words/places.ts'
import { aliasBehind } from './investor-alias.ts'
import { lengthOfDescription } from './investor-descriptions.ts'

/** What parts the items of a list. */
const PART = unitSet('、，,;/【】')
const TITLE_STARTS = unitSet(`${INVESTOR_TITLES.map(([first]) => first).join('')} ，、${BLOT}`)
const TITLE = new RegExp(
  `^(?:${oneOf(INVESTOR_TITLES)}|[\\s，、${BLOT}])+(?=.{2})(?!政府|产业银行|国家|投资局|主权|进出口)`,
)
/** What may stand behind a name, itself no part of it. */
const BEHIND_NAMES = [...INVESTOR_ADVERBS, ...CLOSING_VERBS]
const ADVERB_ENDS = unitSet(
  `${BEHIND_NAMES.map((word) => word.at(-1)).join('')} ，、…${BLOT}“”「」"百千万亿元金格式并又也和与`,
)
/** These words take along whatever follows them. */
const WITH_REST = signed(/等|顾问/)
const ADVERB = new RegExp(
  `(?:${oneOf(BEHIND_NAMES)}|第[二三四五]轮|等(?:(?!以及)[^、，]){0,24}|[\\s，、…${BLOT}“”「」"]|担任.{0,16}顾问.{0,2}|[约近超逾]?[\\d.]{1,8}[百千万亿]{1,2}(?:美元|元|美金)?|(?<=.{2})以(?=[约近超逾]?\\d)|(?:拟|将)?以[^、，]{2,24}(?:价格|方式)|(?:并|又|也|和|与))+$`,
)
const NO_NAME = signed(
  new RegExp(
    `${oneOf(NOT_A_NAME)}|^(?:本|该|其|某|已|将|这|均(?![\u3400-\u9fff]{1,2}(?:电子|资本|集团|科技|股份|投资|创投|基金|智能|健康)))|(?<!金)融资(?!本)|建设(?!银行)|轮$|\\d\\s?[万亿]|[A-H]\\+*\\s?轮|[数近超]十?[百千]?亿|(?<!(?:资本|创投|投资|合伙|有限|中金|证券|管理|[A-Za-z]{3}).{0,4})${oneOf(NOT_A_NAME_ENDINGS)}$|CEO|CTO|(?<=[A-Za-z])联创$|(?:所有者|金主|母公司)$|^为|近年来|最大单笔|创业(?!者|投资|板|邦|接力|$)|创立|(?<![美快])的|(?<!^)了(?!基金|资本|创投)|[百千]万|元(?:种子|天使)$|^并?向|^(?:中资|外资|内资|产投|财投|国资|民资|(?:国有|社会|民间)资本|海外(?:资本|机构|基金))$|^(?:聚焦|专注|布局|重点|致力|面向)|^具备|^(?:可能|有望|料将)|(?<!某)某(?!某)|^刚|花$|^一定$|价格|最终|放弃|^无论|^(?:GmbH|Inc|Ltd|LLC|LP)\\.?$|科学家$|家办$|^[\u3400-\u9fff]{2,3}(?:省|市|区|县|州)$|^(?:原有|现有|部分|全体|所有|早期|主要|包括|多[位名]|几位|两位|三位)$|^全资$|^银行$|^(?:资本|(?:产业|引导|母)?基金|(?:对外)?投资)$|^(?!360$)[\\d.]+$|[。!?“「${BLOT}]`,
  ),
)
/** Where, not who. */
const MERE_PLACES: ReadonlySet<string> = new Set(PLACES)
const CONJUNCTION = signed(
  /(?<=.{2})(?:以及|和(?!谐|(?<=龙头(?:企业)?和|巨头和|厂商和)[\u3400-\u9fff](?:科技|生物|医药|能源|资本|投资|集团)|(?:资本|投资|创投|基金|集团|控股|科技|证券)(?:$|[、，领跟参]))(?!(?<=(?:能源|科技|文化|技术|信息|制造|环保|健康|材料|装备|软件|电子)和)[^、，]{2,8}基金)(?!(?<=^[\u3400-\u9fff]{2,4}[市省区][^、，]{2,8}(?<!委|局|政府|集团|公司|资本|投资|基金|院|行)和)[^、，]{2,14}基金)|与(?![^、，与]{2,10}(?:联名|合作|联合|共同)(?:设立的?)?基金)|及|(?<=资本|基金|创投|投资|集团|科创)联合)(?=.{2})/,
)
const OPENS = unitSet(' “”「」【】"，、')
const LONGEST = 30
/** Latin letters are narrow. */
const LONGEST_LATIN = 60
const IS_LATIN = /^[A-Za-z0-9 .,&'()-]+$/
/** "多家产业及长期资本": nobody is named. */
const SOME = signed(/^(?:多[家个位]|数家|若干|众多|一批|一众)/)

/** "甲、乙系投资人", "来自甲和乙的天使投资人": people from there, not the firms. */
const OF_CLANS = signed(
  /、[^、，]{2,8}系(?:投资人|投资者|高管|团队|资本)[^、，]{0,4}$|^来自[^，。;]{2,60}的[^，。;、]{0,8}(?:投资人|投资者|高管|创始人|校友)$/,
)

/** Splits a list and keeps what could be a name. */
export function namesIn(
  passage: Passage,
  list: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const found: Found<AnnouncedInvestor>[] = []
  const { masked } = passage
  const signs = signsIn(masked, list.start, list.end)
  if (fits(signs, OF_CLANS, masked.slice(list.start, list.end))) return found
  const of = { passage, lead, signs }
  let from = list.start
  for (let at = list.start; at <= list.end; at++) {
    if (at < list.end && !isIn(PART, masked, at)) continue
    found.push(...splitPair(of, { start: from, end: at }))
    from = at + 1
  }
  return found
}

interface List {
  readonly passage: Passage
  readonly lead: boolean
  /** Which patterns may fit in it (signs.ts). */
  readonly signs: number
}

function splitPair(list: List, span: Span): readonly Found<AnnouncedInvestor>[] {
  const trimmed = trim(list, span)
  const written = list.passage.masked.slice(trimmed.start, trimmed.end)
  if (fits(list.signs, SOME, written) && lengthOfDescription(written, list.signs) === 0) return []
  const words = list.passage.masked.slice(trimmed.start, trimmed.end)
  const match = matchOf(list.signs, CONJUNCTION, words)
  if (match === null) return toInvestor(list, trimmed)
  const first = { start: trimmed.start, end: trimmed.start + match.index }
  const rest = { start: first.end + match[0].length, end: trimmed.end }
  return [...toInvestor(list, trim(list, first)), ...splitPair(list, rest)]
}

function trim({ passage: { masked }, signs }: List, span: Span): Span {
  let { start, end } = span
  if (isIn(TITLE_STARTS, masked, start))
    start += TITLE.exec(masked.slice(start, end))?.[0].length ?? 0
  if (isSigned(signs, WITH_REST) || isIn(ADVERB_ENDS, masked, end - 1))
    end -= ADVERB.exec(masked.slice(start, end))?.[0].length ?? 0
  while (start < end && isIn(OPENS, masked, start)) start++
  return { start, end }
}

function isTooLong(name: string): boolean {
  return name.length > LONGEST && !(name.length <= LONGEST_LATIN && IS_LATIN.test(name))
}

function toInvestor(
  { passage, lead, signs }: List,
  { start: from, end }: Span,
): readonly Found<AnnouncedInvestor>[] {
  const { masked, text, where } = passage
  let start = from + lengthOfDescription(masked.slice(from, end), signs)
  while (masked[start] === ' ') start++
  const plain = masked.slice(start, end)
  if (plain.length < 2 || isTooLong(plain)) return []
  if (MERE_PLACES.has(plain) || fits(signs, NO_NAME, plain)) return []
  const name = aliasBehind(passage, { start, end }) ?? { start, end }
  return [
    {
      value: { name: text.slice(name.start, name.end), lead },
      ...name,
      where,
      rule: lead ? 'investor/lead' : 'investor/named',
    },
  ]
}
