import { z } from 'zod'
import { ok } from '../model/result.ts'
import { announcementOf } from './announcement-cells.ts'
import { decodePage } from './decode-page.ts'
import { notData } from './detect-block.ts'
import { parseFeedDate } from './feed-date.ts'
import { readItems } from './read-items.ts'
import { readJson } from './read-json.ts'
import { daysOf, type PageRequest, type Reading, type Span, type StoredPage } from './source.ts'

const headline = z.object({ title: z.string(), publishTime: z.string(), url: z.string() })
const ANSWERS = {
  headlines: z.object({ data: z.array(headline.extend({ content: z.null().catch(null) })) }),
  texts: z.object({ data: z.array(headline.extend({ content: z.string().nullable() })) }),
}

/** Requests for the files 36氪 publishes for readers by program, one a day: `media/{folder}/{day}/{file}`. */
export function planKr36Files(
  span: Span,
  codes: readonly string[],
  file: string,
): readonly PageRequest[] {
  return codes.flatMap((code) =>
    daysOf(span).map((day) => ({
      partition: `${code}/${day}`,
      covers: day,
      url: `https://openclaw.36krcdn.com/media/${code}/${day}/${file}`,
      headers: { accept: 'application/json' },
    })),
  )
}

/** Reads such a file: headline, time and address, and a text where its kind has them. */
export function readKr36File(
  page: StoredPage,
  source: string,
  holds: keyof typeof ANSWERS,
): Reading<'announcements'> {
  // The store answers a day without a file by its own error, as a status or as a text.
  if (page.status === 404 || /<Code>NoSuchKey<\/Code>/.test(decodePage(page)))
    return { end: 'empty' }
  const parsed = readJson(page, ANSWERS[holds])
  if (!parsed.ok) return notData(page, parsed.problems.join('; '))
  return readItems(parsed.value.data, ({ title, publishTime, url, content }) => {
    const row = announcementOf({
      source,
      address: url,
      title,
      body: content,
      publishedAt: parseFeedDate(publishTime, 'Asia/Shanghai'),
      printedTime: publishTime,
    })
    return row.ok ? ok([row.value]) : row
  })
}
