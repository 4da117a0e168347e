import { z } from 'zod'
import { ok, type Result } from '../../model/result.ts'
import type { AnnouncementRow } from '../../model/told-rows.ts'
import { announcementOf } from '../announcement-cells.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { parseEpoch } from '../epoch-time.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import type { Source } from '../source.ts'

/** The list has been seen at four depths. */
const items = z.array(z.unknown())
const inner = z.union([items, z.object({ data: items }).transform(({ data }) => data)])
const answer = z.object({
  data: z.union([
    items,
    z.object({ article: inner }).transform(({ article }) => article),
    z.object({ data: items }).transform(({ data }) => data),
  ]),
})

const article = z.object({
  content_id: z.string().regex(/^\d{1,20}$/, 'is no number'),
  title: z.string(),
  description: z.string().nullable(),
  published_at: z.string(),
})
/** Some lists wrap each article. */
const entry = z.union([z.object({ item: article }).transform(({ item }) => item), article])

/** 创业邦, newest articles of a channel; 14 is venture capital. */
export const cyzone: Source<'announcements'> = {
  id: 'cyzone',
  title: '创业邦 Cyzone, venture channel',
  homepage: 'https://www.cyzone.cn/channel/14',
  gives: 'The newest articles on rounds and funds: headline, summary, time, address',
  terms:
    'Terms of use not cleared by the operator yet. Headlines and summaries only, never republished.',
  confidence: 'B',
  fallback: ['cyzone-feed'],
  loads: 'announcements',
  pace: 10,
  codes: ['14'],
  snapshot: true,
  landmarks: ['"content_id"', '"description"', '"published_at"'],

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to}`,
      covers: to,
      url: `https://api1.cyzone.cn/v2/content/channel/detail?channel_id=${code}&size=20`,
      headers: { accept: 'application/json' },
    })),

  read(page) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    return readItems(parsed.value.data, (value) => {
      const row = toRow(value)
      return row.ok ? ok([row.value]) : row
    })
  },
}

/** The address a list gives may be empty or without a scheme; the id leads to the same page. */
function toRow(value: unknown): Result<AnnouncementRow> {
  const checked = checkItem(entry, value)
  if (!checked.ok) return checked
  const { content_id: id, title, description, published_at: time } = checked.value
  return announcementOf({
    source: 'cyzone',
    id,
    address: `https://www.cyzone.cn/article/${id}.html`,
    title,
    body: description,
    publishedAt: parseEpoch(time, 's'),
    printedTime: time,
  })
}
