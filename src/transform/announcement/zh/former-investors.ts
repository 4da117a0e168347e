import { oneOf } from '../one-of.ts'
import type { Span } from '../passage.ts'
import { isSigned, signed } from '../signs.ts'
import { THIS_ROUND } from '../words/zh-this-round.ts'

const HISTORY = signed(
  /历史|过往|继(?!续)|去年(?!\s?1[12]\s?月)|前年|(?:公司|其)的?(?:主要)?(?:投资人|投资者|投资方)(?:还)?包括|此前|曾|至此|迄今|先前|之前|早期|(?<!新|新增|新老)股东(?:阵容)?(?:还|已)?(?:包括|涵盖|有)|往轮|上一轮|上轮|前几轮|过去|不久前|上一次/,
)
const FAR = 60
const NEAR = 20

interface Listed {
  readonly list: Span
  /** Where the list before it ends. */
  readonly from: number
  /** Where its role ends. */
  readonly till: number
  /** Which patterns may fit in the sentence (signs.ts). */
  readonly signs: number
}

const THIS_TIME = new RegExp(`${oneOf(THIS_ROUND)}|新一轮`)
/** "此前投资方甲继续跟投": of earlier rounds, and of this one. */
const GOES_ON = /加入|新进|继续|持续|再次|再度|追加|追投|超额|加码/

/** "甲资本曾领投A轮" */
const FORMERLY = /(?:曾|此前|之前)$/

/** "继甲后，乙也入局": of the two only the one before took part earlier. */
const AFTER_OTHERS = /继[^，。;]{2,12}后，$/

/** A word at the end of the list or shortly before it says that these are investors of earlier rounds; so are those listed after them. */
export function isFormer(
  stretch: string,
  { list, from, till, signs }: Listed,
  isOfEarlier: boolean,
): boolean {
  if (!isSigned(signs, HISTORY)) return false
  const clause = Math.min(stretch.lastIndexOf('，', list.start - 1), list.start - NEAR)
  const before = stretch.slice(Math.max(from, clause, list.start - FAR), list.start)
  const role = stretch.slice(list.start, till)
  if (FORMERLY.test(stretch.slice(list.start, list.end))) return true
  if (THIS_TIME.test(role) || (GOES_ON.test(role) && !before.includes('曾'))) return false
  return (
    HISTORY.pattern.test(before.replace(AFTER_OTHERS, '')) ||
    (isOfEarlier && !THIS_TIME.test(before))
  )
}
