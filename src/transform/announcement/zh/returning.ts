import { oneOf } from '../one-of.ts'
import type { Span } from '../passage.ts'
import { INVESTOR_ADVERBS } from '../words/investor-titles.ts'
import { THIS_ROUND } from '../words/zh-this-round.ts'

/** What is left of a clause whose names stand in the one before: "本轮继续" before 跟投. */
const NOBODY = new RegExp(`^在?${oneOf(THIS_ROUND)}(?:融资)?中?(?:${oneOf(INVESTOR_ADVERBS)})*$`)
const BEFORE = '(?:此前|曾|之前|早前|先前|已)'
const TOOK_PART = '(?:参与|投资|领投|跟投|参投)'
/** The groups: who took part, or of whom it is said. */
const RETURNING = new RegExp(
  `(?:^|[，。;])(?:([^，。;]{2,30}?)${BEFORE}{1,2}[^，。;]{0,4}${TOOK_PART}[^，。;]{0,24}|${BEFORE}[^，。;]{0,4}${TOOK_PART}[^，。;]{0,24}?的([^，。;]{2,30}))，$`,
  'd',
)

/** "甲此前参与A轮，本轮继续跟投": who goes on, where `names` name nobody; they stand in the words before. */
export function returningInvestors(before: string, names: string): Span | undefined {
  if (!NOBODY.test(names)) return undefined
  const [, who, ofWhom] = RETURNING.exec(before)?.indices ?? []
  const at = who ?? ofWhom
  return at && { start: at[0], end: at[1] }
}
