import { z } from 'zod'
import { toCalendarDate } from '../../model/calendar-date.ts'
import { fail, ok } from '../../model/result.ts'
import { canonicalAddress } from '../canonical-address.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { parseFeedDate } from '../feed-date.ts'
import { toPlainText } from '../plain-text.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { daysOf, type Source } from '../source.ts'

const answer = z.object({
  data: z.array(z.object({ title: z.string(), publishTime: z.string(), url: z.string() })),
})
const BEIJING = 'Asia/Shanghai'

/** 36氪, reports companies hand in about themselves, a file a day (SOURCES 8.2.2): past days stay available. */
export const kr36Daily: Source<'announcements'> = {
  id: 'kr36-daily',
  title: '36氪, daily file of self-reports',
  homepage: 'https://36kr.com/',
  gives: 'Headlines of reports handed in by companies, financing news among them, day by day',
  terms:
    'Documented by its owner for readers by program; headlines and addresses only, never republished.',
  confidence: 'A',
  fallback: [],
  loads: 'announcements',
  pace: 2,
  codes: ['aireport'],

  plan: (span, codes) =>
    codes.flatMap((code) =>
      daysOf(span).map((day) => ({
        partition: `${code}/${day}`,
        covers: day,
        url: `https://openclaw.36krcdn.com/media/${code}/${day}/ai_report_articles.json`,
        headers: { accept: 'application/json' },
      })),
    ),

  read(page) {
    // The store answers a day without a file by its own error, as a status or as a text.
    if (page.status === 404 || /<Code>NoSuchKey<\/Code>/.test(decodePage(page)))
      return { end: 'empty' }
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    return readItems(parsed.value.data, ({ title, publishTime, url }) => {
      const address = canonicalAddress(url)
      const published = parseFeedDate(publishTime, BEIJING)
      const headline = toPlainText(title)
      if (address === undefined) return fail(`"${url.slice(0, 60)}" is no web address`)
      if (published === undefined) return fail(`"${publishTime.slice(0, 40)}" is no date`)
      if (headline === '') return fail('the item has no headline')
      const publishedOn = toCalendarDate(published.toZonedDateTimeISO(BEIJING).toPlainDate())
      return ok([
        {
          source: 'kr36-daily',
          sourceKey: address,
          url: address,
          title: headline,
          publishedOn,
          publishedAt: published.toString(),
        },
      ])
    })
  },
}
