import { z } from 'zod'
import { type CalendarDate, dayInShanghai } from '../model/calendar-date.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'
import { announcementOf } from './announcement-cells.ts'
import { checkItem } from './check-item.ts'
import { notData } from './detect-block.ts'
import { parseEpoch } from './epoch-time.ts'
import { instrumentOf } from './instrument.ts'
import { leadingTo, missingRows } from './page-of-list.ts'
import { readItems } from './read-items.ts'
import { readJson } from './read-json.ts'
import { daysOf, type PageRequest, type Reading, type Span, type StoredPage } from './source.ts'

const answer = z.object({
  totalRecordNum: z.string().regex(/^\d{1,7}$/, 'is no count'),
  announcements: z.array(z.unknown()).nullable(),
})

/** `announcementTime` is Shanghai's midnight in milliseconds, as a number or as a text. */
const announcement = z.object({
  announcementId: z.string().regex(/^\d{1,20}$/, 'is no number'),
  announcementTitle: z.string(),
  announcementTime: z.string(),
  secCode: z.string().nullable(),
  secName: z.string().nullable(),
  adjunctUrl: z
    .string()
    .regex(/^[\w./-]{1,200}$/, 'is no path')
    .nullable(),
})

const PAGE_SIZE = 30
/** Page 101 and those after it repeat the first. */
const LAST_PAGE = 100

/** Requests for the announcements of each day that hold these words or belong to this category. */
export function planCninfo(
  span: Span,
  searches: readonly { readonly name: string; readonly words: string; readonly category: string }[],
): readonly PageRequest[] {
  return searches.flatMap(({ name, words, category }) =>
    daysOf(span).map((day) => ({
      partition: `${name}/${day}`,
      covers: day,
      url: 'https://www.cninfo.com.cn/new/hisAnnouncement/query',
      headers: { accept: 'application/json', referer: 'https://www.cninfo.com.cn/new/index' },
      form: {
        pageNum: '1',
        pageSize: String(PAGE_SIZE),
        // Shanghai, Shenzhen and Beijing, whatever the name says.
        column: 'szse',
        tabName: 'fulltext',
        plate: '',
        stock: '',
        searchkey: words,
        secid: '',
        category,
        trade: '',
        seDate: `${day}~${day}`,
        sortName: '',
        sortType: '',
        isHLtitle: 'true',
      },
    })),
  )
}

/** Reads a page of such a search; every page checks its rows against the count it announces. */
export function readCninfo(
  page: StoredPage,
  request: PageRequest,
  source: string,
): Reading<'announcements'> {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  const items = parsed.value.announcements ?? []
  const count = Number(parsed.value.totalRecordNum)
  const number = Number(request.form?.['pageNum'] ?? Number.NaN)
  if (!Number.isInteger(number) || number < 1 || number > LAST_PAGE)
    return { end: 'broken', why: `page ${request.form?.['pageNum']} is none that can be asked for` }
  if (count > LAST_PAGE * PAGE_SIZE)
    return { end: 'broken', why: `${count} rows stand on more than ${LAST_PAGE} pages` }
  const missing = missingRows({ number, size: PAGE_SIZE, rows: items.length, count }, request)
  if (missing !== undefined) return { end: 'broken', why: missing }
  const reading: Reading<'announcements'> = readItems(items, (item) =>
    toRow(item, { source, day: request.covers }),
  )
  return leadingTo(reading, number * PAGE_SIZE < count ? [pageAfter(request, number)] : [])
}

function pageAfter(request: PageRequest, number: number): PageRequest {
  const next = number + 1
  return {
    ...request,
    partition: `${request.partition.replace(/\/page-\d+$/, '')}/page-${next}`,
    form: { ...request.form, pageNum: String(next) },
  }
}

function toRow(
  item: unknown,
  { source, day }: { readonly source: string; readonly day: string },
): Result<readonly AnnouncementRow[]> {
  const checked = checkItem(announcement, item)
  if (!checked.ok) return checked
  const { announcementId, announcementTitle, announcementTime, secCode, secName, adjunctUrl } =
    checked.value
  const publishedOn = dayOf(announcementTime)
  if (publishedOn !== undefined && publishedOn !== day)
    return fail(`the announcement is of ${publishedOn}, not of ${day}`)
  const row = announcementOf({
    source,
    id: announcementId,
    address: adjunctUrl && `https://static.cninfo.com.cn/${adjunctUrl.replace(/^\/+/, '')}`,
    title: announcementTitle,
    publishedOn,
    printedTime: announcementTime,
    facts: { company: secName, instrument: instrumentOf(secCode ?? '') },
  })
  return row.ok ? ok([row.value]) : row
}

function dayOf(time: string): CalendarDate | undefined {
  const instant = parseEpoch(time, 'ms')
  return instant === undefined ? undefined : dayInShanghai(instant)
}
