import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts'
import { decimal } from '../model/decimal.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Unit, UnitRows } from '../model/rows.ts'
import { notData } from './detect-block.ts'
import { leadingTo, missingRows, nextPages, type PageOfList } from './page-of-list.ts'
import { readItems } from './read-items.ts'
import { readJson } from './read-json.ts'
import type { PageRequest, Reading, StoredPage } from './source.ts'

const whole = z.string().regex(/^\d{1,9}$/)
const answer = z.object({
  success: z.boolean(),
  code: z.string(),
  message: z.string().nullish(),
  result: z.object({ pages: whole, count: whole, data: z.array(z.unknown()) }).nullable(),
})

/** Page 101 of any report is refused as if the host were busy. */
const MOST_PAGES = 100
const EMPTY = '9201'
const MEANINGS: Readonly<Record<string, string>> = {
  '9501': 'a column or the filter is no longer known',
  '9701': 'the host is busy, or the page lies beyond its last one: ask later',
}

/** What is asked of a report of the data centre. */
export interface ReportQuery {
  readonly name: string
  readonly columns: string
  /** `(DIRECTION="减持")(NOTICE_DATE>='2023-06-01')`: texts in double quotes, days in single ones. */
  readonly filter: string
  /** Columns it is sorted by, upwards. */
  readonly sort: readonly string[]
  readonly size: number
}

/** Address and headers of the first page of a report. */
export function reportRequest(query: ReportQuery): Pick<PageRequest, 'url' | 'headers'> {
  const { name, columns, filter, sort, size } = query
  const fields = [
    `reportName=${name}`,
    `columns=${columns}`,
    `filter=${encodeURIComponent(filter)}`,
    `pageNumber=1&pageSize=${size}`,
    `sortColumns=${sort.join(',')}`,
    `sortTypes=${sort.map(() => '1').join(',')}`,
    'source=WEB&client=WEB',
  ]
  return {
    url: `https://datacenter-web.eastmoney.com/api/data/v1/get?${fields.join('&')}`,
    headers: { referer: 'https://data.eastmoney.com/', accept: 'application/json' },
  }
}

/** The parameter that turns the pages. */
export const REPORT_PAGE = 'pageNumber'

/** A page of a report that may grow while it is read: each row by itself, and the page after it. */
export function readGrowingReport<U extends Unit>(
  page: StoredPage,
  request: PageRequest,
  toRows: (item: unknown) => Result<readonly UnitRows[U][]>,
): Reading<U> {
  const report = readReport(page, request)
  if (report.end !== 'items') return report
  const next = nextPages(request, report.place, { parameter: REPORT_PAGE, list: 'grows' })
  return leadingTo(readItems(report.items, toRows), next)
}

/** The rows of a page of a report; a page that is cut, or a hole in the middle of a list, is broken. */
export function readReport(
  page: StoredPage,
  request: PageRequest,
):
  | { readonly end: 'items'; readonly items: readonly unknown[]; readonly place: PageOfList }
  | { readonly end: 'empty' }
  | { readonly end: 'broken' | 'blocked'; readonly why: string } {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  const { code, message, result } = parsed.value
  const { searchParams } = new URL(request.url)
  const number = Number(searchParams.get(REPORT_PAGE))
  if (result === null) return refusal(page, { code, message: message ?? 'no reason given', number })
  const items = result.data
  const place = {
    number,
    size: Number(searchParams.get('pageSize')),
    rows: items.length,
    count: Number(result.count),
  }
  if (place.count === 0 && place.rows === 0 && number === 1) return { end: 'empty' }
  if (Number(result.pages) > MOST_PAGES)
    return { end: 'broken', why: `${result.pages} pages: the host gives only ${MOST_PAGES}` }
  const missing = missingRows(place, request)
  return missing === undefined ? { end: 'items', items, place } : { end: 'broken', why: missing }
}

function refusal(
  page: StoredPage,
  {
    code,
    message,
    number,
  }: {
    readonly code: string
    readonly message: string
    readonly number: number
  },
): { readonly end: 'empty' } | { readonly end: 'broken' | 'blocked'; readonly why: string } {
  if (code === EMPTY && number === 1) return { end: 'empty' }
  const meaning = code === EMPTY ? `it has no page ${number} of the list` : MEANINGS[code]
  const answers = `the host answers ${code.slice(0, 20)}`
  if (meaning !== undefined) return { end: 'broken', why: `${answers}: ${meaning}` }
  return notData(page, `${answers}: ${message.slice(0, 100)}`)
}

/** The day of a cell: `2021-02-04 00:00:00`. */
export function reportDay(text: string | null | undefined): CalendarDate | undefined {
  const { day = '' } =
    /^(?<day>\d{4}-\d{2}-\d{2})(?:[ T]00:00:00(?:\.0{1,6})?)?$/.exec(text ?? '')?.groups ?? {}
  return parseCalendarDate(day)
}

/** A positive number of a cell in whole units; undefined where none is stated, as null, nothing, a dash or zero. */
export function reportNumber(
  name: string,
  text: string | null | undefined,
  unit: number,
): Result<string | undefined> {
  const plain = text?.trim() ?? ''
  if (/^(?:|-|0(?:\.0*)?)$/.test(plain)) return ok(undefined)
  if (!/^\d{1,15}(?:\.\d{1,12})?(?:E\d)?$/.test(plain))
    return fail(`${name} "${plain.slice(0, 20)}" is no plain number`)
  return ok(decimal(plain).times(unit).toFixed())
}
