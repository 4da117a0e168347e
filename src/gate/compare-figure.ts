import { type Decimal, decimal } from '../model/decimal.ts'
import { type KnownFigure, type KnownFigures, nameOf, parentOf } from './known-figures.ts'
import type { PrintedNumber } from './read-numbers.ts'

/** Fractions that a heading or the words beside them give in hundredths. */
const IN_HUNDREDTHS: ReadonlySet<string> = new Set([
  'percentile',
  'excess',
  'equalWeight',
  'capWeight',
])
/** Figures that their publishers print in per cent. */
const IN_PERCENT: ReadonlySet<string> = new Set(['percent'])
/** ln of deals for one unit of excess: printed as the change for ten points of it. */
const EFFECT =
  /(?:^|\.)(?:coefficient|rise|detectable)$|^transmission\.tracks\.\d+\.lags\.\d+\.(?:low|high)$/
const TEN_POINTS = '1.1'

const NUMBER = /^-?\d+(?:\.\d+)?$/

export function isNumber({ value }: KnownFigure): boolean {
  return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value))
}

/** Whether a printed number is what this figure rounds to, to the digits printed. */
function reads(printed: PrintedNumber, { id, value }: KnownFigure): boolean {
  return printedValues(printed, id, decimal(String(value))).some((expected) =>
    printed.isBelow
      ? expected.gt(0) && expected.lt(printed.value)
      : expected.toDecimalPlaces(printed.decimals).eq(printed.value),
  )
}

/** The figure in the unit of the printed number. */
function printedValues(
  { unit }: Pick<PrintedNumber, 'unit'>,
  id: string,
  value: Decimal,
): readonly Decimal[] {
  const name = nameOf(id)
  switch (unit.kind) {
    case 'yuan':
      return [value.div(unit.size)]
    case 'points':
      return [value.times(100)]
    case 'percent':
      if (EFFECT.test(id)) return [decimal(TEN_POINTS).pow(value).minus(1).times(100)]
      return [IN_PERCENT.has(name) ? value : value.times(100)]
    case 'plain':
      // The bar of a percentile is a fraction too.
      if (name === 'bar') return [value, value.times(100)]
      return IN_HUNDREDTHS.has(name) ? [value.times(100)] : [value]
  }
}

/**
 * Whether numbers are the figure of a path. An interval is both its bounds in their order, or one number that is both.
 * Where a path names a whole with several parts, each number is a part of its own, and a range two bounds that belong together.
 * A path of a list may also be how many lines it has.
 */
export function isFigure(
  path: string,
  numbers: readonly PrintedNumber[],
  figures: KnownFigures,
): boolean {
  if (hasWrongOrder(numbers)) return false
  const own = figures.under(path).filter((one) => isNumber(one) && isPartOf(path, one))
  const [low, high] = ['low', 'high'].map((bound) =>
    own.find(({ id }) => id === `${path}.${bound}`),
  )
  if (low !== undefined && high !== undefined && numbers.length <= 2) {
    const [from, to = from] = numbers
    return from !== undefined && to !== undefined && reads(from, low) && reads(to, high)
  }
  return isRange(numbers, own) || isEachOf(numbers, own) || isCount(path, numbers, figures)
}

/** The figure itself, or a part that stands directly under it; parts of its parts have paths of their own. */
function isPartOf(path: string, { id }: KnownFigure): boolean {
  return id === path || parentOf(id) === path
}

const LOW = /(^|\.)low$|Low$/

/** Whether two numbers are two bounds of one name among these: `widerLow` and `widerHigh`. */
function isRange(
  [from, to, ...more]: readonly PrintedNumber[],
  own: readonly KnownFigure[],
): boolean {
  if (from === undefined || to === undefined || more.length > 0) return false
  return own.some((low) => {
    if (!LOW.test(low.id)) return false
    const name = low.id.replace(/low$/, 'high').replace(/Low$/, 'High')
    const high = own.find(({ id }) => id === name)
    return high !== undefined && reads(from, low) && reads(to, high)
  })
}

/** The low end of a range comes first. */
function hasWrongOrder(numbers: readonly PrintedNumber[]): boolean {
  return numbers.some(({ opensRange, value }, index) => {
    const next = numbers[index + 1]
    return opensRange && next?.value.lt(value)
  })
}

/** Whether every number is a figure of its own among these. */
function isEachOf(numbers: readonly PrintedNumber[], figures: readonly KnownFigure[]): boolean {
  const [first, ...rest] = numbers
  if (first === undefined) return true
  if (first.opensRange) return false
  return figures.some(
    (one) =>
      reads(first, one) &&
      isEachOf(
        rest,
        figures.filter((other) => other !== one),
      ),
  )
}

/** How many lines there are; of what changed, how many are of a verdict and not of a number. */
function isCount(path: string, numbers: readonly PrintedNumber[], figures: KnownFigures): boolean {
  const [number, ...more] = numbers
  if (number === undefined || more.length > 0 || number.unit.kind !== 'plain') return false
  const lines = figures.count(path)
  if (lines > 0 && number.value.eq(lines)) return true
  const verdicts = figures
    .under(path)
    .filter((one) => VERDICT_CHANGED.test(one.id) && !isNumber(one))
  return verdicts.length > 0 && number.value.eq(verdicts.length)
}

const VERDICT_CHANGED = /^changes\..*\.after$/
