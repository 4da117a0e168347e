import { z } from 'zod'
import { addDays, type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import { remarkOf } from '../../model/remark.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { EventRow } from '../../model/told-rows.ts'
import { checkItem } from '../check-item.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { type FormD, readFormD } from '../form-d.ts'
import { readJson } from '../read-json.ts'
import { daysOf, type PageRequest, type Reading, type Source, type StoredPage } from '../source.ts'

const answer = z.object({
  hits: z.object({
    total: z.object({ value: z.string().regex(/^\d{1,6}$/, 'is no count') }),
    hits: z.array(z.unknown()),
  }),
})
const hit = z.object({
  _id: z.string().regex(/^\d{10}-\d{2}-\d{6}:[\w.-]{1,80}$/, 'is no filing'),
  _source: z.object({
    ciks: z.array(z.string().regex(/^\d{1,10}$/, 'is no number')).min(1),
    file_date: z.string(),
    form: z.string().nullish(),
    file_type: z.string().nullish(),
  }),
})

const SEARCH = 'https://efts.sec.gov/LATEST/search-index'
/** The search serves no rows beyond these. */
const WINDOW = 10_000

/** SEC EDGAR, notices of private placements on Form D: a search by day leads to a request for each notice. */
export const secFormD: Source<'events'> = {
  id: 'sec-form-d',
  title: 'SEC EDGAR, Form D',
  homepage: 'https://www.sec.gov/edgar/search/',
  gives: 'Private placements notified in the United States: company, industry, dollars sold',
  terms:
    'Public domain. Fair access: a declared contact, at most ten requests a second over all hosts.',
  confidence: 'A',
  fallback: [],
  loads: 'events',
  pace: 1,
  codes: ['D'],

  plan: (span) =>
    daysOf(span).map((day) => ({
      partition: day,
      // A day in New York ends when the next one has begun in Shanghai.
      covers: addDays(day, 1),
      url: `${SEARCH}?q=&forms=D&dateRange=custom&startdt=${day}&enddt=${day}&from=0`,
      headers: { accept: 'application/json' },
    })),

  read: (page, request) =>
    request.url.startsWith(`${SEARCH}?`) ? readSearch(page, request) : readNotice(page, request),
}

/** A page of the search has no rows of its own. */
function readSearch(page: StoredPage, request: PageRequest): Reading<'events'> {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  const { total, hits } = parsed.value.hits
  const [count, first] = [Number(total.value), Number(/&from=(\d+)/.exec(request.url)?.[1])]
  if (count > WINDOW)
    return { end: 'broken', why: `${count} notices are more than the search serves` }
  if (hits.length === 0 && first < count)
    return { end: 'broken', why: `no notice stands on the page, though there are ${count}` }
  if (hits.length === 0) return { end: 'empty' }
  const found = hits.map((value) => toRequest(value, request))
  // A notice with several documents stands there several times.
  const named = found.flatMap((result) =>
    result.ok ? [[result.value.partition, result.value] as const] : [],
  )
  const next = [...new Map(named).values()]
  const rejected = found.flatMap((result, index) =>
    result.ok ? [] : [{ item: index + 1, reasons: result.problems }],
  )
  if (next.length === 0) {
    const why = rejected[0]?.reasons.join('; ') ?? ''
    return { end: 'broken', why: `none of ${hits.length} notices can be asked for: ${why}` }
  }
  return {
    end: 'news',
    rows: [],
    rejected,
    // The size of a page has changed before, so the next one begins where this one ends.
    next: first + hits.length < count ? [...next, pageFrom(request, first + hits.length)] : next,
  }
}

function pageFrom(request: PageRequest, first: number): PageRequest {
  return {
    ...request,
    partition: `${dayOf(request)}/from-${first}`,
    url: request.url.replace(/&from=\d+/, `&from=${first}`),
  }
}

/** The first part of a partition is the day of filing. */
function dayOf({ partition }: PageRequest): string {
  return partition.split('/')[0] ?? ''
}

function toRequest(value: unknown, request: PageRequest): Result<PageRequest> {
  const checked = checkItem(hit, value)
  if (!checked.ok) return checked
  const { _id: id, _source: filing } = checked.value
  const [accession = '', file = ''] = id.split(':')
  const [cik = ''] = filing.ciks
  const form = filing.form ?? filing.file_type ?? ''
  const problems = [
    ...(/^D(?:\/A)?$/.test(form) ? [] : [`${accession} is "${form.slice(0, 20)}", no Form D`]),
    ...(file.endsWith('.xml') ? [] : [`${accession} leads to ${file}, which is no XML`]),
    ...(filing.file_date === dayOf(request)
      ? []
      : [`${accession} was filed on ${filing.file_date.slice(0, 20)}, not on ${dayOf(request)}`]),
  ]
  if (problems.length > 0) return fail(...problems)
  return ok({
    partition: `${dayOf(request)}/${accession}`,
    covers: request.covers,
    url: `https://www.sec.gov/Archives/edgar/data/${cik.replace(/^0+(?=\d)/, '')}/${accession.replaceAll('-', '')}/primary_doc.xml`,
    headers: { accept: 'application/xml' },
  })
}

function readNotice(page: StoredPage, request: PageRequest): Reading<'events'> {
  const notice = readFormD(decodePage(page))
  if (!notice.ok) return notData(page, notice.problems.join('; '))
  const day = parseCalendarDate(dayOf(request))
  if (day === undefined) return { end: 'broken', why: 'the request is of no day' }
  if (notice.value.isTest)
    return { end: 'news', rows: [], rejected: [{ item: 1, reasons: ['the notice is a test'] }] }
  return { end: 'news', rows: [toRow(notice.value, { day, request })], rejected: [] }
}

function toRow(
  notice: FormD,
  { day, request }: { readonly day: CalendarDate; readonly request: PageRequest },
): EventRow {
  const accession = request.partition.split('/')[1] ?? ''
  const isCounted = !notice.isAmendment || notice.kind === 'fund'
  return {
    source: 'sec-form-d',
    announcedOn: day,
    precision: 'day',
    announcedFrom: day,
    announcedUntil: day,
    company: notice.company,
    companyEn: notice.company,
    country: notice.country,
    track: notice.industry,
    round: 'undisclosed',
    // The number keeps two notices of one company and day apart.
    roundText: `Form ${notice.isAmendment ? 'D/A' : 'D'} ${accession}`,
    // An amendment repeats what was sold so far, so its dollars are not new ones.
    kind: isCounted ? notice.kind : 'other',
    status: /^[0.]+$/.test(notice.sold) ? 'planned' : 'closed',
    amountText: notice.sold,
    currency: 'USD',
    amountLow: notice.sold,
    amountHigh: notice.sold,
    investors: [],
    urls: [request.url],
    confidence: 'medium',
    note: noteOf(notice),
    knownFrom: addDays(day, 1),
  }
}

function noteOf({ offered, isAmendment, amends }: FormD): string {
  const [zh, en] = [`拟发行：${offered}。`, `Offered: ${offered}.`]
  if (!isAmendment) return remarkOf(zh, en)
  return remarkOf(
    `${zh}修正${amends === '' ? '此前的申报' : ` ${amends}`}：为至今售出的美元数，不是新增。`,
    `${en} Amends ${amends === '' ? 'an earlier notice' : amends}: dollars sold so far, not new ones.`,
  )
}
