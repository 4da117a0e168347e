import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import type { FxRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { type Source, type StoredPage, yearsOf } from '../source.ts'

const line = z.object({ CURRENCY: z.string(), TIME_PERIOD: z.string(), OBS_VALUE: z.string() })
const NO_DATA = 404

/** European Central Bank, euro reference rates: one page a year, units of a currency for one euro. */
export const ecb: Source<'fx'> = {
  id: 'ecb',
  title: 'European Central Bank, reference rates',
  homepage: 'https://data.ecb.europa.eu/',
  gives:
    'Units of each currency for one euro, working days; yuan for a dollar is the quotient of one day',
  terms: 'Free reuse with attribution; for information, not for transactions.',
  confidence: 'A',
  fallback: [],
  loads: 'fx',
  pace: 1,
  codes: ['USD', 'CNY', 'HKD', 'GBP', 'JPY', 'KRW', 'SGD', 'INR'],

  plan: (span, codes) =>
    yearsOf(span).map(({ year, from, to }) => ({
      partition: `all/${year}`,
      covers: String(year),
      url: `https://data-api.ecb.europa.eu/service/data/EXR/D.${codes.join('+')}.EUR.SP00.A?format=csvdata&detail=dataonly&startPeriod=${from}&endPeriod=${to}`,
      headers: { accept: 'text/csv' },
    })),

  read(page) {
    if (page.status === NO_DATA) return { end: 'empty' }
    const lines = readCsv(page)
    return lines.ok ? readItems(lines.value, toRow) : notData(page, lines.problems.join('; '))
  },
}

const LOOK = 1024
const HEAD = /^\uFEFF?[^\n]*TIME_PERIOD[^\n]*\n/

function readCsv(page: StoredPage): Result<readonly z.infer<typeof line>[]> {
  const text = decodePage(page)
  if (!HEAD.test(text.slice(0, LOOK))) return fail('the page is no table of rates')
  try {
    const parsed = z.array(line).safeParse(parse(text, { columns: true, bom: true }))
    return parsed.success && parsed.data.length > 0
      ? ok(parsed.data)
      : fail('the page is no table of rates')
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fail('the page is no CSV')
  }
}

/** A holiday has a line without a value, which says nothing. */
function toRow({
  CURRENCY: quote,
  TIME_PERIOD: day,
  OBS_VALUE: rate,
}: z.infer<typeof line>): Result<readonly FxRow[]> {
  const rateOn = parseCalendarDate(day)
  if (rateOn === undefined || !/^[A-Z]{3}$/.test(quote))
    return fail(`${quote} on ${day.slice(0, 20)} is no rate`)
  if (rate === '') return ok([])
  if (!/^\d{1,8}(?:\.\d{1,8})?$/.test(rate) || /^[0.]+$/.test(rate))
    return fail(`${quote}: "${rate.slice(0, 20)}" is no rate`)
  return ok([{ source: 'ecb', base: 'EUR', quote, rateOn, rate }])
}
