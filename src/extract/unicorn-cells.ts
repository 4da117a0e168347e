import type { CalendarDate } from '../model/calendar-date.ts'
import { decimal } from '../model/decimal.ts'
import type { DecimalText } from '../model/findings.ts'
import type { UnicornListingRow } from '../model/published-rows.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { toPlainText } from './plain-text.ts'
import { withoutUnknown } from './without-unknown.ts'

/** A row of a list of unicorns as a page gives it; null or an empty text is unknown. */
export interface UnicornCells {
  readonly source: string
  readonly edition: string
  readonly asOf: CalendarDate
  readonly company: string | null | undefined
  readonly companyEn?: string | null | undefined
  readonly country?: string | null | undefined
  readonly city?: string | null | undefined
  readonly industry?: string | null | undefined
  readonly rank?: string | null | undefined
  readonly currency: 'CNY' | 'USD'
  readonly valuation: string
  /** Whole units of the currency in one of the page's. */
  readonly unit: number
  readonly joinedOn?: CalendarDate | undefined
  readonly investors?: string | null | undefined
}

/** A company listed at less or more, in yuan or in dollars, is listed in another unit than the source says. */
const VALUATION = { least: decimal(1_000_000_000), most: decimal(100_000_000_000_000) }
const LONGEST = 1000

/** Checks a row of such a list; all problems at once. */
export function unicornOf(cells: UnicornCells): Result<UnicornListingRow> {
  const { source, edition, asOf, currency, joinedOn } = cells
  const company = plain(cells.company) ?? plain(cells.companyEn)
  const valuation = valuationOf(cells)
  const problems = [
    ...(company === undefined ? ['the row names no company'] : []),
    ...(valuation.ok ? [] : valuation.problems),
  ]
  if (company === undefined || !valuation.ok) return fail(...problems)
  return ok({
    source,
    edition,
    asOf,
    company,
    ...withoutUnknown({
      companyEn: plain(cells.companyEn),
      country: plain(cells.country),
      city: plain(cells.city),
      industry: plain(cells.industry),
      rank: plain(cells.rank),
    }),
    currency,
    valuationLow: valuation.value,
    valuationHigh: valuation.value,
    ...withoutUnknown({ joinedOn }),
    ...withoutUnknown({ investors: plain(cells.investors) }),
  })
}

function valuationOf({
  valuation: text,
  unit,
}: Pick<UnicornCells, 'valuation' | 'unit'>): Result<DecimalText> {
  if (!/^\d{1,7}(?:\.\d{1,6})?$/.test(text)) return fail(`"${text.slice(0, 20)}" is no valuation`)
  const value = decimal(text).times(unit)
  const isPlausible = value.gte(VALUATION.least) && value.lte(VALUATION.most)
  if (isPlausible && value.isInteger()) return ok(value.toFixed())
  return fail(`a valuation of ${value.toFixed()} cannot be: it is in another unit`)
}

function plain(text: string | null | undefined): string | undefined {
  const tidy = toPlainText(text ?? '').slice(0, LONGEST)
  return tidy === '' || tidy === '-' || tidy === '--' ? undefined : tidy
}
