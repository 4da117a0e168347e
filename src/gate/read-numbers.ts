import { type Decimal, decimal } from '../model/decimal.ts'

/** What a printed number counts: yuan in units of `size`, parts of a hundred, or just itself. */
export type PrintedUnit =
  | { readonly kind: 'yuan'; readonly size: string }
  | { readonly kind: 'percent' | 'points' | 'plain' }

/** A number as it stands in a text. */
export interface PrintedNumber {
  readonly text: string
  /** In its unit. */
  readonly value: Decimal
  readonly decimals: number
  readonly unit: PrintedUnit
  /** Written `<0.01`. */
  readonly isBelow: boolean
  /** The low end of a range whose high end comes next. */
  readonly opensRange: boolean
}

const NUMBER =
  /(?<sign>[+−])?(?<yen>¥)?(?<below><)?(?<inner>[+−])?(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<part>\.\d+)?/gu
const UNIT = /^\s?(?:亿元|万元|元|bn\b|m\b|%|点|points?\b)/u
const RANGE = /^(?:–|\s(?:to|到)\s)$/u

const SIZES: Readonly<Record<string, string>> = {
  亿元: '1e8',
  万元: '1e4',
  元: '1',
  bn: '1e9',
  m: '1e6',
}

interface Found {
  readonly match: RegExpExecArray
  readonly end: number
  readonly after: string
}

/** Every number of a text in either language, in order. */
export function readNumbers(text: string): readonly PrintedNumber[] {
  const found = [...text.matchAll(NUMBER)].map((match): Found => {
    const end = match.index + match[0].length
    return { match, end, after: UNIT.exec(text.slice(end))?.[0] ?? '' }
  })
  const isOpen = (index: number): boolean => {
    const [here, next] = [found[index], found[index + 1]]
    if (here === undefined || next === undefined) return false
    return RANGE.test(text.slice(here.end + here.after.length, next.match.index))
  }
  return found.map((one, index) => {
    const opensRange = isOpen(index)
    // In 41–59 亿元 and ¥4.1–5.9 bn one end has the unit of both.
    const unit = one.after.trim() || (opensRange ? (found[index + 1]?.after.trim() ?? '') : '')
    const isYen = hasYen(one) || (isOpen(index - 1) && hasYen(found[index - 1]))
    return { ...sizeOf(one), unit: toUnit(unit, isYen), opensRange }
  })
}

function hasYen(found: Found | undefined): boolean {
  return found?.match.groups?.['yen'] !== undefined
}

function toUnit(unit: string, isYen: boolean): PrintedUnit {
  const size = SIZES[unit]
  if (size !== undefined) return { kind: 'yuan', size }
  if (unit === '%') return { kind: 'percent' }
  if (unit !== '') return { kind: 'points' }
  return isYen ? { kind: 'yuan', size: '1' } : { kind: 'plain' }
}

function sizeOf({ match, after }: Found): Omit<PrintedNumber, 'unit' | 'opensRange'> {
  const { sign, inner, below, digits = '', part = '' } = match.groups ?? {}
  const size = decimal(`${digits.replaceAll(',', '')}${part}`)
  return {
    text: `${match[0]}${after}`,
    value: sign === '−' || inner === '−' ? size.neg() : size,
    decimals: Math.max(0, part.length - 1),
    isBelow: below !== undefined,
  }
}
