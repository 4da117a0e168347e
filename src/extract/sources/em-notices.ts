import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { AnnouncementRow } from '../../model/told-rows.ts'
import { announcementOf } from '../announcement-cells.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { parseFeedDate } from '../feed-date.ts'
import { instrumentOf } from '../instrument.ts'
import { leadingTo, missingRows, nextPages } from '../page-of-list.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { daysOf, type Source } from '../source.ts'

const answer = z.object({
  data: z.object({
    total_hits: z.string().regex(/^\d{1,7}$/, 'is no count'),
    list: z.array(z.unknown()),
  }),
})
const notice = z.object({
  art_code: z.string().regex(/^\w{5,40}$/, 'is no code'),
  title: z.string(),
  notice_date: z.string(),
  display_time: z.string().nullable(),
  codes: z.array(
    z.object({ stock_code: z.string().nullable(), short_name: z.string().nullable() }),
  ),
})

const PAGE_SIZE = 100
/** Other lists of this host refuse to go further. */
const LAST_PAGE = 100

/** Eastmoney, announcements of A-share companies by day: 2 is financing, 5 major events. */
export const emNotices: Source<'announcements'> = {
  id: 'em-notices',
  title: 'Eastmoney, announcements of listed companies',
  homepage: 'https://data.eastmoney.com/notices/',
  gives:
    'Announcements on financing and major events: headline, day, time, company, stock, address',
  terms: 'Terms to be cleared by the operator. Headlines and addresses only, never republished.',
  confidence: 'A-',
  fallback: [],
  loads: 'announcements',
  pace: 2,
  codes: ['2', '5'],
  standby: 'The same announcements as cninfo, where companies file them: asked when that fails.',

  plan: (span, codes) =>
    codes.flatMap((code) =>
      daysOf(span).map((day) => ({
        partition: `${code}/${day}`,
        covers: day,
        url: `https://np-anotice-stock.eastmoney.com/api/security/ann?sr=-1&page_size=${PAGE_SIZE}&page_index=1&ann_type=A&client_source=web&f_node=${code}&s_node=0&begin_time=${day}&end_time=${day}`,
        headers: { referer: 'https://data.eastmoney.com/', accept: 'application/json' },
      })),
    ),

  read(page, request) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { total_hits: total, list } = parsed.value.data
    const number = Number(/[?&]page_index=(?<number>\d+)/.exec(request.url)?.groups?.['number'])
    const place = { number, size: PAGE_SIZE, rows: list.length, count: Number(total) }
    if (place.count > LAST_PAGE * PAGE_SIZE)
      return { end: 'broken', why: `${total} rows stand on more than ${LAST_PAGE} pages` }
    const missing = missingRows(place, request)
    if (missing !== undefined) return { end: 'broken', why: missing }
    return leadingTo(
      readItems(list, (item) => toRow(item, request.covers)),
      nextPages(request, place, { parameter: 'page_index', list: 'grows' }),
    )
  },
}

/** `notice_date` is the day it is filed under; shown it is on the evening before, at `display_time`. */
function toRow(item: unknown, day: string): Result<readonly AnnouncementRow[]> {
  const checked = checkItem(notice, item)
  if (!checked.ok) return checked
  const { art_code: id, title, notice_date: date, display_time: time, codes } = checked.value
  const publishedOn = parseCalendarDate(date.slice(0, 10))
  if (publishedOn !== undefined && publishedOn !== day)
    return fail(`the announcement is of ${publishedOn}, not of ${day}`)
  const stock = codes.find(({ stock_code: code }) => instrumentOf(code ?? '') !== undefined)
  if (stock === undefined) return fail('it names no listed stock')
  const row = announcementOf({
    source: 'em-notices',
    id,
    address: `https://data.eastmoney.com/notices/detail/${stock.stock_code}/${id}.html`,
    title,
    publishedOn,
    publishedAt: publishedOn && shownAt(time ?? ''),
    printedTime: date,
    facts: { company: stock.short_name, instrument: instrumentOf(stock.stock_code ?? '') },
  })
  return row.ok ? ok([row.value]) : row
}

/** Milliseconds stand behind a colon. */
function shownAt(time: string): Temporal.Instant | undefined {
  return parseFeedDate(time.replace(/:\d{3}$/, ''), 'Asia/Shanghai')
}
