import { parseFeed } from 'feedsmith'
import { toCalendarDate } from '../../model/calendar-date.ts'
import type { FeedConfig } from '../../model/feeds-config.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { AnnouncementRow } from '../../model/told-rows.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { parseFeedDate } from '../feed-date.ts'
import { toPlainText } from '../plain-text.ts'
import { readItems } from '../read-items.ts'
import type { Source, StoredPage } from '../source.ts'

const LONGEST = { title: 1000, body: 200_000 }
const BEIJING = 'Asia/Shanghai'
/** One item as any of the feed formats gives it. */
interface Item {
  readonly id: string | undefined
  readonly url: string | undefined
  readonly title: string | undefined
  readonly body: string | undefined
  readonly date: string | undefined
}

/** Any RSS, Atom, RDF or JSON feed, by configuration. */
export function feedSource(feed: FeedConfig): Source<'announcements'> {
  return {
    id: feed.id,
    title: feed.title,
    homepage: feed.homepage,
    gives: 'Its newest announcements: headline, summary or text, time, address',
    terms: feed.terms,
    confidence: 'A',
    fallback: [],
    loads: 'announcements',
    pace: feed.pace,
    codes: ['newest'],
    snapshot: true,
    plan: ({ to }) => [{ partition: `newest/${to}`, covers: to, url: feed.url, headers: {} }],
    read(page) {
      const items = toItems(page)
      if (!items.ok) return notData(page, items.problems.join('; '))
      return readItems(items.value, (item) => toRow(item, feed))
    },
  }
}

function toItems(page: StoredPage): Result<readonly Item[]> {
  const text = decodePage(page)
  // Entities of a document type are how XML bombs and file readers work; no honest feed has one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4096)) || /<!ENTITY/i.test(text))
    return fail('the feed declares a document type')
  try {
    return ok(itemsOf(parseFeed(text)))
  } catch (error) {
    return fail(`no feed: ${error instanceof Error ? error.message.slice(0, 100) : 'unreadable'}`)
  }
}

function itemsOf({ format, feed }: ReturnType<typeof parseFeed>): readonly Item[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        body: item.content?.encoded ?? item.description,
        date: textOf(item.pubDate ?? item.dc?.dates?.[0]),
      }))
    case 'rdf':
      return (feed.items ?? []).map((item) => ({
        id: undefined,
        url: item.link,
        title: item.title,
        body: item.content?.encoded ?? item.description,
        date: textOf(item.dc?.dates?.[0]),
      }))
    case 'atom':
      return (feed.entries ?? []).map((entry) => ({
        id: entry.id,
        url: (entry.links ?? []).find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
        title: entry.title?.value,
        body: entry.content?.value ?? entry.summary?.value,
        date: textOf(entry.published ?? entry.updated),
      }))
    case 'json':
      return (feed.items ?? []).map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        body: item.content_html ?? item.content_text ?? item.summary,
        date: textOf(item.date_published ?? item.date_modified),
      }))
  }
}

/** The library's types leave dates open. */
function textOf(date: unknown): string | undefined {
  return typeof date === 'string' ? date : undefined
}

function toRow(
  { id, url, title = '', body, date = '' }: Item,
  feed: FeedConfig,
): Result<readonly AnnouncementRow[]> {
  const address = url === undefined ? undefined : canonicalAddress(url)
  const key = address ?? id
  const published = parseFeedDate(date, feed.zone)
  const headline = toPlainText(title)
  const problems = [
    ...(key === undefined ? ['the item has neither a web address nor an id'] : []),
    ...headlineProblems(headline),
    ...(published === undefined ? [`"${date.slice(0, 40)}" is no date`] : []),
  ]
  if (problems.length > 0 || key === undefined || published === undefined) return fail(...problems)
  const text = toPlainText(body ?? '').slice(0, LONGEST.body)
  return ok([
    {
      source: feed.id,
      sourceKey: key,
      title: headline,
      publishedOn: toCalendarDate(published.toZonedDateTimeISO(BEIJING).toPlainDate()),
      publishedAt: published.toString(),
      ...(address === undefined ? {} : { url: address }),
      ...(text === '' ? {} : { body: text }),
    },
  ])
}

function headlineProblems(headline: string): readonly string[] {
  if (headline === '') return ['the item has no headline']
  if (headline.length <= LONGEST.title) return []
  return [`the headline is longer than ${LONGEST.title} characters`]
}
