import { z } from 'zod'
import { parseCalendarDate, toCalendarDate } from '../../model/calendar-date.ts'
import type { AttentionRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { monthsOf, type Source, type Span, type StoredPage } from '../source.ts'

const answer = z.object({ items: z.array(z.unknown()).min(1, 'the list of views is empty') })
const views = z.object({
  project: z.string(),
  article: z.string(),
  granularity: z.string(),
  timestamp: z.string(),
  access: z.string(),
  agent: z.string(),
  views: z.string(),
})
/** What the host says of days without a view or not counted yet, and not of an address it does not know. */
const nothing = z.object({ detail: z.string().regex(/valid|no data|not loaded/i) })
const NOT_FOUND = 404
/** Counted since then. */
const FIRST_MONTH = '2015-07'
const LATE_DAYS = 4
/** Readers, not crawlers, on all devices. */
const ASKED = {
  project: 'zh.wikipedia',
  granularity: 'daily',
  access: 'all-access',
  agent: 'user',
} as const

/** Wikipedia, views of articles day by day: how much a track is looked up. */
export const wikipediaViews: Source<'attention'> = {
  id: 'wikipedia-views',
  title: 'Wikipedia in Chinese, views of articles',
  homepage: 'https://pageviews.wmcloud.org/',
  gives: 'How often readers opened an article, day by day since July 2015',
  terms: 'CC0. The host wants to know who asks: name and contact stand in the user agent.',
  confidence: 'A',
  fallback: [],
  loads: 'attention',
  pace: 1,
  codes: [
    '人工智能',
    '大型语言模型',
    'ChatGPT',
    '半导体',
    '新能源汽车',
    '生物制药',
    '电子游戏',
    '机器人',
  ],

  plan: (span, codes) =>
    codes.flatMap((title) =>
      monthsOf(span)
        .filter((month) => month >= FIRST_MONTH)
        .map((month) => ({
          partition: `${title}/${month}`,
          covers: month,
          url: `https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/${ASKED.project}/${ASKED.access}/${ASKED.agent}/${encodeURIComponent(articleOf(title))}/${ASKED.granularity}/${toDigits(daysOfMonth(month))}`,
          headers: { accept: 'application/json' },
        })),
    ),

  read(page, { partition, covers }) {
    if (saysNothing(page)) return { end: 'empty' }
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const title = partition.slice(0, partition.lastIndexOf('/'))
    return readItems(parsed.value.items, (item) => toRow(item, title, covers))
  },
}

function saysNothing(page: StoredPage): boolean {
  return page.status === NOT_FOUND && readJson(page, nothing).ok
}

function articleOf(title: string): string {
  return title.replaceAll(' ', '_')
}

/** The last days of a month come out when it has ended and nobody asks for it any more: the next month's page has them too. */
function daysOfMonth(month: string): Span {
  const start = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return {
    from: toCalendarDate(month === FIRST_MONTH ? start : start.subtract({ days: LATE_DAYS })),
    to: toCalendarDate(start.add({ months: 1 }).subtract({ days: 1 })),
  }
}

function toDigits({ from, to }: Span): string {
  return `${from.replaceAll('-', '')}/${to.replaceAll('-', '')}`
}

function toRow(item: unknown, title: string, month: string): Result<readonly AttentionRow[]> {
  const known = checkItem(views, item)
  if (!known.ok) return known
  const { article, timestamp, views: count } = known.value
  const day = timestamp.replace(/^(\d{4})(\d{2})(\d{2})00$/, '$1-$2-$3')
  const observedOn = parseCalendarDate(day)
  const asked = daysOfMonth(month)
  const meant = Object.entries({ ...ASKED, article: articleOf(title) })
  const problems = [
    ...meant
      .filter(([name, wanted]) => known.value[name as keyof typeof ASKED] !== wanted)
      .map(([name, wanted]) => `${name} is not ${wanted}`),
    ...(observedOn === undefined || observedOn < asked.from || observedOn > asked.to
      ? [`"${timestamp.slice(0, 20)}" is no day of ${month}`]
      : []),
    ...(/^\d{1,12}$/.test(count) ? [] : [`"${count.slice(0, 20)}" is no count of views`]),
  ]
  if (problems.length > 0 || observedOn === undefined) return fail(...problems)
  return ok([
    {
      source: 'wikipedia-views',
      measure: 'page-views',
      subject: title,
      subjectName: article,
      observedOn,
      value: count,
    },
  ])
}
