import { parseCalendarDate } from '../model/calendar-date.ts'
import { ok, type Result } from '../model/result.ts'
import type { ColumnType } from './csv-kind.ts'

const DECIMAL = /^[+-]?\d{1,20}(?:\.\d{1,12})?$/
/** A decimal that is its own canonical text, as nearly all of them are. */
const CANONICAL = /^(?:0|[1-9]\d{0,19})(?:\.\d{0,11}[1-9])?$/
const PLAIN_DIGITS =
  'write plain digits as 1234.56, at most 20 before and 12 after the point, no exponent, no thousands separators, no full-width digits'
/** Nine digits: every count fits the database's integer. */
const INTEGER = /^\d{1,9}$/
/** Years nothing of ours lies outside of; a year 0023 or 20230 is a slip, and would make a partition of its own. */
const LIKELY_DAY = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const COUNTRY = /^[A-Z]{2}$/
const LONGEST_TEXT = 4000
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
/** Codes of ISO 4217 in which nobody is paid: units of account, metals, tests. */
const NO_MONEY = /^X(?:A[GU]|BA|B[BCD]|DR|P[DT]|SU|TS|UA|XX)$/

type Check = (text: string) => Result<string, string>

const CHECKS: Readonly<Record<Exclude<ColumnType, object>, Check>> = {
  text: (text) => keep(text, text.length <= LONGEST_TEXT, `at most ${LONGEST_TEXT} characters`),
  date: (text) => keep(text, isDay(text), 'a day that exists between 1900 and 2199, as 2023-06-30'),
  decimal: (text) => parseDecimal(text, 'a number', () => true),
  positive: (text) =>
    parseDecimal(text, 'a number above zero', (value) => value !== '0' && !value.startsWith('-')),
  'not-negative': (text) =>
    parseDecimal(text, 'a number of zero or more', (value) => !value.startsWith('-')),
  integer: (text) =>
    INTEGER.test(text)
      ? ok(canonical(text))
      : problem(text, 'a whole number of zero or more in at most nine plain digits'),
  currency: (text) => keep(text, isCurrency(text), 'a currency code of ISO 4217, as CNY'),
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

export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text) && !NO_MONEY.test(text)
}

// A month has 28 days at least: only the last three have to be looked up.
function isDay(text: string): boolean {
  if (!LIKELY_DAY.test(text)) return false
  return text.slice(8) <= '28' || parseCalendarDate(text) !== undefined
}

const SHOWN_CHARACTERS = 40

/** A cell as it may be shown in a message: short, and what could forge a line or hide is written as a code. */
export function showCell(text: string): string {
  const characters = [...text.slice(0, 2 * SHOWN_CHARACTERS + 2)]
  const short = characters.slice(0, SHOWN_CHARACTERS).join('')
  const shown = short.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
  return `"${shown}${characters.length > SHOWN_CHARACTERS ? '…' : ''}"`
}

function problem(text: string, expected: string): Result<string, string> {
  return { ok: false, problems: `${showCell(text)} is not ${expected}` }
}

function parseDecimal(
  text: string,
  expected: string,
  isWithin: (value: string) => boolean,
): Result<string, string> {
  const value = CANONICAL.test(text) ? text : DECIMAL.test(text) ? canonical(text) : undefined
  if (value === undefined) return problem(text, `${expected}: ${PLAIN_DIGITS}`)
  return isWithin(value) ? ok(value) : problem(text, expected)
}

/** Without a plus sign, leading zeros or a zero fraction, so that equal numbers are equal text. */
function canonical(text: string): string {
  const [, sign = '', whole = '0', part = ''] = /^[+]?(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? []
  const digits = `${whole === '' ? '0' : whole}${part === '' ? '' : `.${part}`}`
  return digits === '0' ? '0' : `${sign}${digits}`
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/.test(text)) return false
  return URL.canParse(text)
}
