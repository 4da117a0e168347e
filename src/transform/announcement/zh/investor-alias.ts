import type { Passage, Span } from '../passage.ts'
import { isIn, unitSet } from '../unit-set.ts'

/** "(简称“甲”)", or nothing but a shorter name in brackets. */
const IN_BRACKETS =
  /^(?:\s?\([^()称]{2,8}\))?\s?\((?:以下|下文)?(?<said>简称|下称|称)?(?:为)?:?\s?(?<quote>[“「"'])?(?<alias>[^()“”「」"'，,;、]{2,16})[”」"']?\)/
const OPENS_BRACKETS = unitSet('( \n')
const FAR = 40
const HAN_ONLY = /^[\u3400-\u9fff]{2,6}$/
/** So much shorter than the name is what only stands in brackets behind it. */
const SHORTER = 3

/** The short name a text gives an investor behind its long one. */
export function aliasBehind({ plain, masked }: Passage, { start, end }: Span): Span | undefined {
  if (!isIn(OPENS_BRACKETS, plain, end)) return undefined
  const match = IN_BRACKETS.exec(plain.slice(end, end + FAR))
  const { said, quote, alias } = match?.groups ?? {}
  if (match === null || alias === undefined) return undefined
  const isTold = said !== undefined || quote !== undefined
  if (!isTold && !isShortFor(alias, masked.slice(start, end))) return undefined
  const at = end + match[0].lastIndexOf(alias)
  return { start: at, end: at + alias.length }
}

/** "国调基金" is made of characters of 中国国有企业结构调整基金, in their order. */
function isShortFor(alias: string, name: string): boolean {
  if (!HAN_ONLY.test(alias) || alias.length + SHORTER > name.length) return false
  let at = 0
  for (const character of alias) {
    at = name.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
