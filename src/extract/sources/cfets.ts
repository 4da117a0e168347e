import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import type { FxRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { type Source, yearsOf } from '../source.ts'

const answer = z.object({
  data: z.object({
    head: z.array(z.string()),
    total: z.string().optional(),
    pageTotal: z.string().optional(),
  }),
  records: z.array(z.object({ date: z.string(), values: z.array(z.string()) })),
})

const PAGE_SIZE = 400
/** `100JPY/CNY` is quoted for a hundred; `CNY/KRW` the other way round. */
const PAIR = /^(?<units>\d*)(?<base>[A-Z]{3})\/(?<quote>[A-Z]{3})$/

/** CFETS central parity of the yuan: one page holds a year. */
export const cfets: Source<'fx'> = {
  id: 'cfets',
  title: 'CFETS central parity of the yuan',
  homepage: 'https://www.chinamoney.com.cn/chinese/bkccpr/',
  gives: 'Official mid rates of the yuan, business days of the interbank market',
  terms: 'Published for the public; the operator checks the terms of use.',
  confidence: 'A-',
  fallback: ['safe', 'ecb'],
  loads: 'fx',
  pace: 2,
  codes: ['all'],

  plan: (span) =>
    yearsOf(span).map(({ year, from, to }) => ({
      partition: `all/${year}`,
      covers: String(year),
      url: `https://www.chinamoney.com.cn/ags/ms/cm-u-bk-ccpr/CcprHisNew?startDate=${from}&endDate=${to}&currency=&pageNum=1&pageSize=${PAGE_SIZE}`,
      headers: {
        referer: 'https://www.chinamoney.com.cn/chinese/bkccpr/',
        accept: 'application/json',
      },
    })),

  read(page) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { data, records } = parsed.value
    if (records.length === 0) return { end: 'empty' }
    if (Number(data.total ?? records.length) > records.length) {
      return { end: 'broken', why: `${records.length} of ${data.total} days stand on one page` }
    }
    return readItems(records, (record) => readDay(record, data.head))
  },
}

function readDay(
  { date, values }: { readonly date: string; readonly values: readonly string[] },
  head: readonly string[],
): Result<readonly FxRow[]> {
  const day = parseCalendarDate(date)
  if (day === undefined) return fail(`"${date.slice(0, 20)}" is no day`)
  if (values.length !== head.length)
    return fail(`${values.length} rates stand under ${head.length} pairs`)
  const results = head.map((pair, index) => toRate(pair, values[index] ?? '', day))
  const problems = results.filter((result): result is string => typeof result === 'string')
  return problems.length > 0
    ? fail(...problems)
    : ok(results.filter((result) => typeof result === 'object'))
}

/** A rate for one unit; undefined where none was published; a sentence when it cannot be read. */
function toRate(pair: string, text: string, rateOn: CalendarDate): FxRow | string | undefined {
  if (text === '' || text === '---') return undefined
  const { units = '', base = '', quote = '' } = PAIR.exec(pair)?.groups ?? {}
  if (base === '') return `"${pair.slice(0, 20)}" is no pair of currencies`
  if (!/^\d{1,8}(?:\.\d{1,8})?$/.test(text) || decimal(text).isZero())
    return `${pair}: "${text.slice(0, 20)}" is no rate`
  return {
    source: 'cfets',
    base,
    quote,
    rateOn,
    rate: decimal(text)
      .div(units === '' ? 1 : units)
      .toFixed(),
  }
}
