import type { CalendarDate } from '../model/calendar-date.ts'
import { type Decimal, decimal } from '../model/decimal.ts'
import type { ListedMoneyRow } from '../model/market-rows.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { reportDay, reportNumber } from './eastmoney-report.ts'
import { instrumentOf } from './instrument.ts'

type Text = string | null | undefined

/** A number of a report: the column it stands in, and how many whole units one of its units is. */
interface Measured {
  readonly column: string
  readonly text: Text
  readonly unit: number
}

/** Money of a listed company as a report gives it. */
export interface MoneyCells {
  readonly source: string
  readonly kind: ListedMoneyRow['kind']
  /** Cells that make the row what it is, whatever else of it is corrected later. */
  readonly key: readonly Text[]
  readonly code: string
  readonly name: string
  readonly holder?: string
  /** The year or month that was asked for. */
  readonly period: string
  readonly announced: Text
  readonly from?: Text
  readonly until?: Text
  readonly shares: Measured
  readonly price?: Measured
  /** As stated; absent: shares × price, where both are. */
  readonly amount?: Measured
  readonly note?: string
}

/** Checks the cells of a row; all problems at once. */
export function moneyOf(cells: MoneyCells): Result<ListedMoneyRow> {
  const { source, kind, code, name, holder, key, note = '' } = cells
  const instrument = instrumentOf(code)
  const days = readDays(cells)
  const numbers = readNumbers(cells)
  const problems = [
    ...(instrument === undefined ? [`"${code.slice(0, 20)}" is no mainland stock`] : []),
    ...(days.ok ? [] : days.problems),
    ...(numbers.ok ? [] : numbers.problems),
  ]
  if (problems.length > 0 || instrument === undefined || !days.ok || !numbers.ok)
    return fail(...problems)
  return ok({
    source,
    sourceKey: [code, ...key].map((cell) => reportDay(cell) ?? cell ?? '').join('/'),
    kind,
    instrument,
    stockName: name,
    ...(holder === undefined ? {} : { holder }),
    ...days.value,
    ...numbers.value,
    ...(note === '' ? {} : { note }),
  })
}

type Days = Pick<ListedMoneyRow, 'announcedOn' | 'fromOn' | 'untilOn'>

function readDays({ announced, from, until, period }: MoneyCells): Result<Days> {
  const [told, first, last] = [readDay(announced), readDay(from), readDay(until)]
  const problems = [told, first, last].flatMap((result) => (result.ok ? [] : result.problems))
  if (!told.ok || !first.ok || !last.ok) return fail(...new Set(problems))
  const [announcedOn, fromOn, untilOn] = [told.value, first.value, last.value]
  if (announcedOn === undefined) return fail('it states no day')
  // A filter the host does not know is passed over in silence.
  if (!announcedOn.startsWith(period)) return fail(`the row is not of ${period}`)
  if (fromOn !== undefined && untilOn !== undefined && fromOn > untilOn)
    return fail(`its first day ${fromOn} is after its last ${untilOn}`)
  return ok({
    announcedOn,
    ...(fromOn === undefined ? {} : { fromOn }),
    ...(untilOn === undefined ? {} : { untilOn }),
  })
}

function readDay(text: Text): Result<CalendarDate | undefined> {
  if (text === null || text === undefined || text.trim() === '') return ok(undefined)
  const day = reportDay(text)
  return day === undefined ? fail(`"${text.slice(0, 20)}" is no day`) : ok(day)
}

type Numbers = Pick<ListedMoneyRow, 'shares' | 'priceCny' | 'amountCny'>

function readNumbers({ shares, price, amount }: MoneyCells): Result<Numbers> {
  const [counted, paid, stated] = [readNumber(shares), readNumber(price), readNumber(amount)]
  const problems = [counted, paid, stated].flatMap((result) => (result.ok ? [] : result.problems))
  if (!counted.ok || !paid.ok || !stated.ok) return fail(...problems)
  if (counted.value === undefined) return fail(`${shares.column} is missing`)
  const amountCny =
    stated.value ??
    (paid.value === undefined ? undefined : decimal(counted.value).times(paid.value).toFixed())
  if (amountCny !== undefined && !isPrice(decimal(amountCny).div(counted.value)))
    return fail(`${amountCny} yuan for ${counted.value} shares: a unit is not what it should be`)
  return ok({
    shares: counted.value,
    ...(paid.value === undefined ? {} : { priceCny: paid.value }),
    ...(amountCny === undefined ? {} : { amountCny }),
  })
}

/** No mainland share costs less or more than these yuan; ten thousands taken for ones would. */
const YUAN_A_SHARE = { low: 0.05, high: 5000 }

function isPrice(price: Decimal): boolean {
  return price.gte(YUAN_A_SHARE.low) && price.lte(YUAN_A_SHARE.high)
}

function readNumber(measured: Measured | undefined): Result<string | undefined> {
  return measured === undefined
    ? ok(undefined)
    : reportNumber(measured.column, measured.text, measured.unit)
}
