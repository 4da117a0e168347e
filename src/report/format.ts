import { type Decimal, decimal } from '../model/decimal.ts'
import type { Interval } from '../model/findings.ts'
import { exactDecimals, intervalDecimals } from './decimals.ts'
import type { Say } from './messages/catalogue.ts'

const MINUS = '−'
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Numbers of one language. Exact decimal text goes in; no figure comes out with more digits than it supports. */
export interface Format {
  /** 2023-06-30 → 30 Jun 2023, 2023年6月30日; what is no whole date stays as it is. */
  readonly day: (date: string) => string
  /** 0.3162 → +31.6, where a heading names the unit. */
  readonly bare: (fraction: string) => string
  /** 0.3379 → +33.8 % */
  readonly change: (fraction: string) => string
  /** 0.3162 → +31.6 points */
  readonly points: (fraction: string) => string
  /** 0.0375 → 3.8 % */
  readonly share: (fraction: string) => string
  readonly shares: (interval: Interval) => string
  /** 0.0168 and 0.0487 → 1.7 %–4.9 %, for shares too small for whole per cents. */
  readonly shareRange: (interval: Interval) => string
  /** 0.9598 → 96 */
  readonly percentile: (fraction: string) => string
  /** -42 → −42.0 %, for figures others print in percent. */
  readonly percent: (text: string) => string
  readonly number: (text: string | number, decimals?: number) => string
  /** Yuan in 亿 and 万, or in bn and m; an interval in one common unit. */
  readonly yuan: (interval: Interval | string) => string
  readonly per100: (interval: Interval) => string
  /** Plain fractions: 0.36–0.47 */
  readonly ratios: (interval: Interval) => string
  /** A difference of logarithms: +0.47. */
  readonly log: (value: string) => string
  /** Differences of logarithms: −0.12 to +0.80. */
  readonly logs: (interval: Interval) => string
  /** ln of deals per unit of log excess → more deals for 10 points of excess: 2.4 → +25.7 % */
  readonly effect: (coefficient: string) => string
  /** The same in per cent, for charts. */
  readonly effectSize: (coefficient: string) => number
  /** Two finished figures that may carry signs; they are one when they read the same. */
  readonly range: (from: string, to: string) => string
  /** Yuan as a number of the unit charts use: 亿 or bn. */
  readonly inChartUnit: (yuan: string) => number
}

interface Unit {
  readonly size: string
  readonly name: string
}

const UNITS: Readonly<Record<Say['lang'], readonly Unit[]>> = {
  zh: [
    { size: '1e8', name: ' 亿元' },
    { size: '1e4', name: ' 万元' },
  ],
  en: [
    { size: '1e9', name: ' bn' },
    { size: '1e6', name: ' m' },
  ],
}

export function formatter(say: Say): Format {
  const number = (value: string | number | Decimal, decimals = 0): string =>
    withDecimals(say.locale, decimals)
      .format(decimal(value.toString()).toFixed(decimals) as `${number}`)
      .replace('-', MINUS)
  const signed = (value: Decimal, decimals: number): string => {
    const text = number(value, decimals)
    return value.toDecimalPlaces(decimals).gt(0) ? `+${text}` : text
  }
  const span = (low: Decimal, high: Decimal, decimals: number): string => {
    const from = number(low, low.isZero() ? 0 : decimals)
    const to = number(high, decimals)
    return from === to ? from : `${from}–${to}`
  }
  const range = (from: string, to: string): string =>
    from === to ? from : say('unit.range', { from, to })
  const yuan = (given: Interval | string): string => {
    const { low, high } = typeof given === 'string' ? { low: given, high: given } : given
    if (decimal(low).isZero() && decimal(high).isZero()) return say('unit.zero')
    const unit = unitFor(decimal(high).abs(), say.lang)
    const [from, to] = [decimal(low).div(unit.size), decimal(high).div(unit.size)]
    const decimals = from.eq(to) ? exactDecimals(to) : intervalDecimals(from, to)
    const text = span(from, to, decimals)
    return say.lang === 'en' ? `${withYen(text)}${unit.name}` : `${text}${unit.name}`
  }
  const days = new Intl.DateTimeFormat(say.locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    day: (date) => (DAY.test(date) ? days.format(Date.parse(`${date}T00:00Z`)) : date),
    bare: (fraction) => signed(decimal(fraction).times(100), 1),
    change: (fraction) => `${signed(decimal(fraction).times(100), 1)} %`,
    points: (fraction) => say('unit.points', { value: signed(decimal(fraction).times(100), 1) }),
    share: (fraction) => `${number(decimal(fraction).times(100), 1)} %`,
    shareRange: ({ low, high }) =>
      range(`${number(decimal(low).times(100), 1)} %`, `${number(decimal(high).times(100), 1)} %`),
    shares: ({ low, high }) => `${span(decimal(low).times(100), decimal(high).times(100), 0)} %`,
    percent: (value) => `${signed(decimal(value), 1)} %`,
    percentile: (fraction) => number(decimal(fraction).times(100), 0),
    number: (value, decimals = 0) => number(value, decimals),
    yuan,
    per100: ({ low, high }) => {
      const [from, to] = [decimal(low), decimal(high)]
      const value = to.gt(0) && to.lt(SMALLEST) ? `<${SMALLEST}` : undefined
      return say('unit.per100', {
        value: value ?? span(from, to, intervalDecimals(from, to)),
      })
    },
    ratios: ({ low, high }) => span(decimal(low), decimal(high), 2),
    log: (value) => signed(decimal(value), 2),
    logs: ({ low, high }) => range(signed(decimal(low), 2), signed(decimal(high), 2)),
    effect: (coefficient) => `${signed(effectOf(coefficient), 1)} %`,
    effectSize: (coefficient) => effectOf(coefficient).toDecimalPlaces(1).toNumber(),
    range,
    inChartUnit: (value) =>
      decimal(value)
        .div(say.lang === 'zh' ? '1e8' : '1e9')
        .toNumber(),
  }
}

const known = new Map<string, Intl.NumberFormat>()

/** To make one takes longer than to use it a hundred times, and a page has thousands of numbers. */
function withDecimals(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`
  const format =
    known.get(key) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
  known.set(key, format)
  return format
}

const TEN_POINTS = '1.1'

function effectOf(coefficient: string): Decimal {
  return decimal(TEN_POINTS).pow(coefficient).minus(1).times(100)
}

function unitFor(size: Decimal, lang: Say['lang']): Unit {
  const [large, small] = UNITS[lang]
  if (large === undefined || small === undefined) throw new Error(`no units for ${lang}`)
  return size.gte(decimal(large.size).times(lang === 'en' ? 0.1 : 1)) ? large : small
}

/** The sign of a loss stands before the currency: −¥312 bn. */
function withYen(text: string): string {
  return text.startsWith(MINUS) ? `${MINUS}¥${text.slice(1)}` : `¥${text}`
}

/** What is not nothing is not shown as nothing. */
const SMALLEST = '0.01'
