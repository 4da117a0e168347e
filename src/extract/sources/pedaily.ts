import { parseCalendarDate } from '../../model/calendar-date.ts'
import { ok } from '../../model/result.ts'
import { announcementOf } from '../announcement-cells.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { parseFeedDate } from '../feed-date.ts'
import { type Element, elementsIn, loadMarkup, textOf } from '../load-markup.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'

const HOME = 'https://www.pedaily.cn/first/'
const ARTICLE = /^https?:\/\/(?:news\.pedaily\.cn\/\d{6}\/|www\.pedaily\.cn\/first\/\d+\.shtml)/

/** One line of the list. */
interface Item {
  readonly address: string
  readonly title: string
  readonly time: string
}

/** 投资界, newest rounds. Only times printed in full are read: nothing says what a relative one counts from. */
export const pedaily: Source<'announcements'> = {
  id: 'pedaily',
  title: '投资界 PEdaily, rounds',
  homepage: 'https://www.pedaily.cn/first/t76/',
  gives: 'The newest short news on rounds: headline, time, address',
  terms:
    'Neither robots.txt nor terms of use seen yet: the operator clears them. Headlines only, never republished.',
  confidence: 'B',
  fallback: ['kr36-newsflash'],
  loads: 'announcements',
  pace: 10,
  codes: ['t76'],
  snapshot: true,
  floor: { weekday: 5, weekend: 5 },
  landmarks: ['投资界', 'pedaily.cn'],

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to}`,
      covers: to,
      url: `${HOME}${code}/`,
      headers: { accept: 'text/html' },
    })),

  read(page) {
    const items = readList(loadMarkup(decodePage(page), (name) => PARTS.has(name)))
    if (items.length === 0) return notData(page, 'no list of articles stands on the page')
    return readItems(items, ({ address, title, time }) => {
      const row = announcementOf({
        source: 'pedaily',
        address,
        title,
        // A day alone is no midnight.
        publishedOn: parseCalendarDate(time),
        publishedAt: time.includes(':') ? parseFeedDate(time, 'Asia/Shanghai') : undefined,
        printedTime: time,
      })
      return row.ok ? ok([row.value]) : row
    })
  },
}

const PARTS: ReadonlySet<string> = new Set(['li', 'a', 'span'])

/** Far more than a page lists, and than a line of it holds. */
const MOST = { lines: 500, parts: 10 }

/** Lines that lead to an article and tell a time; lists of popular articles beside them tell none. */
function readList(page: Element): readonly Item[] {
  return elementsIn(page, 'li')
    .filter((line) => elementsIn(line, 'li').length === 0)
    .slice(0, MOST.lines)
    .flatMap((line) => {
      const parts = (name: string) => elementsIn(line, name).slice(0, MOST.parts)
      const times = parts('span').map((span) => textOf(span).trim())
      const time = times.find((text) => DAY.test(text)) ?? times.find((text) => /\d/.test(text))
      const link = parts('a')
        .map((a) => ({ address: absolute(a.attributes['href']), a, text: textOf(a) }))
        .find(({ address, text }) => ARTICLE.test(address) && text.trim() !== '')
      if (time === undefined || link === undefined) return []
      const titles = [line.attributes['data-title'], link.a.attributes['data-title'], link.text]
      const title = titles.find((text) => (text ?? '').trim() !== '') ?? ''
      return [{ address: link.address, title, time }]
    })
}

const DAY = /\d{4}-\d{2}-\d{2}/

function absolute(href = ''): string {
  return URL.parse(href, HOME)?.href ?? ''
}
