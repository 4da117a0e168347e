import { isIn, unitSet } from './unit-set.ts'
import { UNITS } from './words/money.ts'

const WRITTEN = unitSet('0123456789')
const POWERS = new Map(Object.entries(UNITS))

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 2,500 with 亿, 1.13 with billion, 三十五 with 万: exact wherever the number itself is. */
export function numberOf(text: string, unit: string | undefined): number {
  const power = unit === undefined ? 0 : powerOf(unit)
  const digits = isIn(WRITTEN, text, 0) ? text.replaceAll(',', '') : String(numeralOf(text))
  // Written as an exponent, so that 1.13 billion does not pass through a product of floats.
  return Number(`${digits}e${power}`)
}

function powerOf(unit: string): number {
  const known = POWERS.get(unit)
  if (known !== undefined) return known
  const plain = unit.trim().replace(/^(?:-\s?|个)/, '')
  return POWERS.get(plain.toLowerCase()) ?? 0
}

/** 两, 十, 十五, 三十, 三十五, 两百, 三千. */
function numeralOf(text: string): number {
  let total = 0
  let digit = 0
  for (const character of text) {
    const ten = TENS[character]
    if (ten === undefined) digit = DIGITS[character] ?? 0
    else {
      total += (digit === 0 ? 1 : digit) * ten
      digit = 0
    }
  }
  return total + digit
}
