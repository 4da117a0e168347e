import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { BLOT, type Found, type Passage, type Span } from '../passage.ts'
import {
  INVESTOR_ADVERBS,
  INVESTOR_TITLES,
  NOT_A_NAME,
  NOT_A_NAME_ENDINGS,
} from '../words/investor-roles.ts'

const TITLE = new RegExp(`^(?:${oneOf(INVESTOR_TITLES)}|[\\s，、${BLOT}])+(?=.{2})`)
const ADVERB = new RegExp(
  `(?:${oneOf(INVESTOR_ADVERBS)}|等[^、，]{0,24}|[\\s，、${BLOT}“”「」"]|担任.{0,16}顾问.{0,2}|[约近超逾]?[\\d.]{1,8}[百千万亿]{1,2}(?:美元|元|美金)?|(?:并|又|也|和|与))+$`,
)
const FIRM_BEFORE =
  /^.*(?:旗下(?!投资|部门|基金$)|投资平台|产业平台|基金管理人|管理的|(?<!资|创)投资机构|上市公司|巨头|龙头|厂商(?=.{2}))/
const NO_NAME = new RegExp(
  `${oneOf(NOT_A_NAME)}|^(?:本|该|其|某|已|均|将)|轮$|\\d\\s?[万亿]|[A-H]\\+*\\s?轮|[数近超]亿|(?<!(?:资本|创投|投资|有限).{0,4})${oneOf(NOT_A_NAME_ENDINGS)}$|CEO|CTO|创业(?!者|投资|板|邦|接力|$)|创立|(?<!美)的|(?<!^)了|[百千]万|元(?:种子|天使)$|^具备|^刚|花$|^一定$|价格|最终|放弃|^无论|^(?:GmbH|Inc|Ltd|LLC|LP)\\.?$|科学家$|家办$|^全资$|^(?:资本|基金)$`,
)
const CONJUNCTION = /(?<=.{2})(?:以及|和|与|及)(?=.{2})/
const LONGEST = 30

/** Splits a list and keeps what could be a name. */
export function namesIn(
  passage: Passage,
  list: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const found: Found<AnnouncedInvestor>[] = []
  let from = list.start
  for (const part of passage.masked.slice(list.start, list.end).split(/[、，,;/]/)) {
    found.push(...splitPair(passage, { start: from, end: from + part.length }, lead))
    from += part.length + 1
  }
  return found
}

function splitPair(
  passage: Passage,
  span: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const trimmed = trim(passage, span)
  const text = passage.masked.slice(trimmed.start, trimmed.end)
  const match = CONJUNCTION.exec(text)
  if (match === null) return toInvestor(passage, trimmed, lead)
  const first = { start: trimmed.start, end: trimmed.start + match.index }
  const rest = { start: first.end + match[0].length, end: trimmed.end }
  return [...toInvestor(passage, trim(passage, first), lead), ...splitPair(passage, rest, lead)]
}

function trim({ masked }: Passage, span: Span): Span {
  let { start, end } = span
  start += TITLE.exec(masked.slice(start, end))?.[0].length ?? 0
  end -= ADVERB.exec(masked.slice(start, end))?.[0].length ?? 0
  start += /^[\s“”「」"，、]*/.exec(masked.slice(start, end))?.[0].length ?? 0
  return { start, end }
}

function toInvestor(
  { masked, text, where }: Passage,
  { start: from, end }: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const start = from + (FIRM_BEFORE.exec(masked.slice(from, end))?.[0].length ?? 0)
  const plain = masked.slice(start, end)
  if (plain.length < 2 || plain.length > LONGEST || NO_NAME.test(plain) || plain.includes(BLOT))
    return []
  if (/^[\d.]+$|[。!?“「]/.test(plain)) return []
  return [
    {
      value: { name: text.slice(start, end), lead },
      start,
      end,
      where,
      rule: lead ? 'investor/lead' : 'investor/named',
    },
  ]
}
