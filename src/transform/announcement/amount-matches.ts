import { AMOUNT } from './amount-pattern.ts'
import { isIn, unitSet } from './unit-set.ts'

const NUMBER = '0123456789.'
const NUMERALS = '一二两俩三四五六七八九十百千'
const HUNDRED_MILLION = '亿'
const BEFORE_NEXT = `${NUMERALS}数几多上`
/** An amount begins with a digit, with 亿, or with one of some characters and one of others behind it. */
const BEGINS = unitSet(NUMBER + HUNDRED_MILLION + BEFORE_NEXT)
const IN_NUMBER = unitSet(NUMBER)
const BEGINS_WITH_NEXT = unitSet(BEFORE_NEXT)
const NEXT = unitSet(`${NUMERALS}万亿个零余多`)

/** All that may be amounts, in order; the pattern is tried only where one may begin. */
export function amountMatches(text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isIn(BEGINS, text, at)) continue
    const isDigit = isIn(IN_NUMBER, text, at)
    if (isIn(BEGINS_WITH_NEXT, text, at) && !isIn(NEXT, text, at + 1)) continue
    AMOUNT.lastIndex = at
    const match = AMOUNT.exec(text)
    if (match !== null) {
      matches.push(match)
      at = AMOUNT.lastIndex - 1
    } else if (isDigit) at = endOfNumber(text, at) - 1
  }
  return matches
}

function endOfNumber(text: string, from: number): number {
  let at = from
  while (isIn(IN_NUMBER, text, at)) at++
  return at
}
