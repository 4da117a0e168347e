import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts'
import { decimal } from '../model/decimal.ts'
import type { BarRow } from '../model/market-rows.ts'
import { fail, ok, type Result } from '../model/result.ts'

/** A bar as a page gives it, in whole units; null or an empty text is unknown. */
export interface BarCells {
  readonly source: string
  readonly code: string
  readonly kind: BarRow['seriesKind']
  readonly name: string
  readonly day: string
  readonly open: string | null
  readonly high: string | null
  readonly low: string | null
  readonly close: string | null
  readonly volume: string | null
  readonly amount: string | null
  readonly pe?: string | null
  /** Yuan. */
  readonly marketCap?: string | null
  /** Yuan, of the shares that can be traded. */
  readonly floatCap?: string | null
  /** What is traded, as `XSHG:600519`; absent for what only this vendor has. */
  readonly instrument?: string
}

const PLAIN = /^-?\d{1,20}(?:\.\d{1,12})?$/
/** Mean price ÷ close outside these bounds means a wrong unit of volume or turnover. */
const MEAN_PRICE = { low: 0.2, high: 5 }

/** Checks a bar of a page; all problems at once. `unit` says how volume and turnover must fit the price, if they do. */
export function barOf(cells: BarCells, unit: 'priced' | 'index' = 'index'): Result<BarRow> {
  const tradeDate = parseCalendarDate(cells.day)
  const numbers = readNumbers(cells)
  const problems = [
    ...(tradeDate === undefined ? [`${cells.day.slice(0, 20)} is no day`] : []),
    ...numbers.problems,
    ...(numbers.problems.length === 0 ? rangeProblems(numbers.values) : []),
    ...(numbers.problems.length === 0 && unit === 'priced' ? unitProblems(numbers.values) : []),
  ]
  const { close, amount, marketCap, floatCap, ...rest } = numbers.values
  if (problems.length > 0 || tradeDate === undefined || close === undefined)
    return fail(...problems)
  return ok({
    source: cells.source,
    code: cells.code,
    seriesKind: cells.kind,
    seriesName: cells.name,
    tradeDate: tradeDate as CalendarDate,
    close,
    ...rest,
    ...(amount === undefined ? {} : { amountCny: amount }),
    ...(marketCap === undefined ? {} : { marketCapCny: marketCap }),
    ...(floatCap === undefined ? {} : { floatCapCny: floatCap }),
    ...(cells.instrument === undefined ? {} : { instrument: cells.instrument }),
  })
}

type Numbers = Partial<Record<(typeof NUMBERS)[number], string>>

const NUMBERS = [
  'open',
  'high',
  'low',
  'close',
  'volume',
  'amount',
  'pe',
  'marketCap',
  'floatCap',
] as const
type Name = (typeof NUMBERS)[number]

function readNumbers(cells: BarCells): {
  readonly values: Numbers
  readonly problems: readonly string[]
} {
  const known = NUMBERS.map((name) => [name, (cells[name] ?? '').trim()] as const).filter(
    ([, text]) => text !== '' && text !== '-',
  )
  const problems = known.flatMap(([name, text]) => numberProblem(name, text))
  const values: Numbers = Object.fromEntries(known)
  return {
    values,
    problems: values.close === undefined ? [...problems, 'close is missing'] : problems,
  }
}

/** Earnings may be negative, volume and turnover zero, prices neither. */
function numberProblem(name: Name, text: string): readonly string[] {
  if (!PLAIN.test(text)) return [`${name} "${text.slice(0, 20)}" is no plain number`]
  if (name === 'pe') return []
  const value = decimal(text)
  const isFine = name === 'volume' || name === 'amount' ? value.gte(0) : value.gt(0)
  return isFine ? [] : [`${name} ${text} is not above zero`]
}

function rangeProblems({ open, high, low, close }: Numbers): readonly string[] {
  const outside = (price: string | undefined): boolean =>
    price !== undefined &&
    ((high !== undefined && decimal(price).gt(high)) ||
      (low !== undefined && decimal(price).lt(low)))
  if (low !== undefined && high !== undefined && decimal(low).gt(high))
    return [`low ${low} is above high ${high}`]
  return [
    ['open', open],
    ['close', close],
  ].flatMap(([name, price]) =>
    outside(price) ? [`${name} ${price} lies outside low and high`] : [],
  )
}

/** turnover ÷ volume must be near the price, or one of the units is not what the source says. */
function unitProblems({ volume, amount, close }: Numbers): readonly string[] {
  if (
    volume === undefined ||
    amount === undefined ||
    close === undefined ||
    decimal(volume).isZero()
  )
    return []
  const ratio = decimal(amount).div(volume).div(close)
  if (ratio.gte(MEAN_PRICE.low) && ratio.lte(MEAN_PRICE.high)) return []
  return [
    `turnover ÷ volume is ${ratio.toPrecision(3)} times the price: a unit is not what it should be`,
  ]
}
