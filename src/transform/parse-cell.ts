import { parseCalendarDate } from '../model/calendar-date.ts'
import { ok, type Result } from '../model/result.ts'
import type { ColumnType } from './csv-kind.ts'

const DECIMAL = /^[+-]?\d{1,20}(?:\.\d{1,12})?$/
const INTEGER = /^[+-]?\d{1,15}$/
const COUNTRY = /^[A-Z]{2}$/
const LONGEST_TEXT = 4000
const CURRENCIES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('currency').filter((code) => !/^X/.test(code)),
)

type Check = (text: string) => Result<string, string>

const CHECKS: Readonly<Record<Exclude<ColumnType, object>, Check>> = {
  text: (text) => keep(text, text.length <= LONGEST_TEXT, `at most ${LONGEST_TEXT} characters`),
  date: (text) =>
    keep(text, parseCalendarDate(text) !== undefined, 'a day that exists, as 2023-06-30'),
  decimal: (text) => parseDecimal(text),
  positive: (text) =>
    parseDecimal(text, (sign, isZero) => !isZero && sign !== '-', 'a number above zero'),
  'not-negative': (text) =>
    parseDecimal(text, (sign, isZero) => isZero || sign !== '-', 'a number of zero or more'),
  integer: (text) =>
    INTEGER.test(text) ? ok(canonical(text)) : problem(text, 'a whole number in plain digits'),
  currency: (text) => keep(text, CURRENCIES.has(text), 'a currency code of ISO 4217, as CNY'),
  country: (text) => keep(text, COUNTRY.test(text), 'a country code of ISO 3166, as CN'),
  url: (text) => keep(text, isWebAddress(text), 'an address that begins with http:// or https://'),
}

/** Checks a filled cell against its column's type. The value comes back as the canonical text of that type. */
export function parseCell(text: string, type: ColumnType): Result<string, string> {
  if (typeof type === 'object')
    return keep(text, type.oneOf.includes(text), `one of ${type.oneOf.join(', ')}`)
  return CHECKS[type](text)
}

function keep(text: string, isFine: boolean, expected: string): Result<string, string> {
  return isFine ? ok(text) : problem(text, expected)
}

/** A cell as it may be shown in a message: short, without characters that could forge a line. */
export function showCell(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return `"${short.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�')}"`
}

function problem(text: string, expected: string): Result<string, string> {
  return { ok: false, problems: `${showCell(text)} is not ${expected}` }
}

function parseDecimal(
  text: string,
  isWithin: (sign: string, isZero: boolean) => boolean = () => true,
  expected = 'a number in plain digits',
): Result<string, string> {
  if (!DECIMAL.test(text))
    return problem(text, `${expected}: no exponent, no grouping, at most 12 decimals, as 1234.56`)
  const sign = text.startsWith('-') ? '-' : ''
  return isWithin(sign, /^[+-]?0*(?:\.0*)?$/.test(text))
    ? ok(canonical(text))
    : problem(text, expected)
}

/** Without a plus sign, leading zeros or a zero fraction, so that equal numbers are equal text. */
function canonical(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text
  const [, sign = '', whole = '0', part = ''] = /^[+]?(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? []
  const digits = `${whole === '' ? '0' : whole}${part === '' ? '' : `.${part}`}`
  return digits === '0' ? '0' : `${sign}${digits}`
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/.test(text)) return false
  return URL.canParse(text)
}
