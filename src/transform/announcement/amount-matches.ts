import { AMOUNT } from './amount-pattern.ts'
import { isIn, unitSet } from './unit-set.ts'

const IN_NUMBER = unitSet('0123456789.')
const NUMERALS = '一二两俩三四五六七八九十百千'
/** An amount begins with a digit, with 亿, or with one of these and one of those behind it. */
const BEGINS_WITH_NEXT = unitSet(`${NUMERALS}数几多上`)
const NEXT = unitSet(`${NUMERALS}万亿个零余多`)
const HUNDRED_MILLION = '亿'.charCodeAt(0)

/** All that may be amounts, in order; the pattern is tried only where one may begin. */
export function amountMatches(text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  for (let at = 0; at < text.length; at++) {
    const isDigit = isIn(IN_NUMBER, text, at)
    if (!isDigit && !mayBeginInWords(text, at)) continue
    AMOUNT.lastIndex = at
    const match = AMOUNT.exec(text)
    if (match !== null) {
      matches.push(match)
      at = AMOUNT.lastIndex - 1
    } else if (isDigit) at = endOfNumber(text, at) - 1
  }
  return matches
}

function mayBeginInWords(text: string, at: number): boolean {
  if (text.charCodeAt(at) === HUNDRED_MILLION) return true
  return isIn(BEGINS_WITH_NEXT, text, at) && isIn(NEXT, text, at + 1)
}

function endOfNumber(text: string, from: number): number {
  let at = from
  while (isIn(IN_NUMBER, text, at)) at++
  return at
}
