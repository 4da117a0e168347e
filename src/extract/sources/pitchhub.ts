import { z } from 'zod'
import type { Result } from '../../model/result.ts'
import { ok } from '../../model/result.ts'
import type { AnnouncementRow } from '../../model/told-rows.ts'
import { announcementOf } from '../announcement-cells.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { readEmbeddedJson } from '../embedded-json.ts'
import { parseEpoch } from '../epoch-time.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'

const props = z.record(z.string(), z.unknown())
const list = z.object({ itemList: z.array(z.unknown()) })
const named = z
  .union([z.string(), z.object({ name: z.string().nullish() })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value : value?.name))

/** `lastestFinancingRound` is spelled so by the vendor. */
const item = z.object({
  itemId: z.string().regex(/^\d{1,20}$/, 'is no number'),
  route: z.string().nullish(),
  templateMaterial: z.object({
    widgetTitle: z.string().nullish(),
    widgetContent: z.string().nullish(),
    publishTime: z.string(),
  }),
  projectCard: z
    .object({
      name: z.string().nullish(),
      tradeList: z.array(named).nullish(),
      lastestFinancingRound: named,
      city: named,
      establishTime: named,
    })
    .nullish(),
})

const PAGES: readonly (readonly [route: string, folder: string])[] = [
  ['detail_newsflash', 'newsflashes'],
  ['detail_article', 'p'],
]

/** 36氪 创投平台, newest rounds: what stands in the page's own state, with round, industry and city. */
export const pitchhub: Source<'announcements'> = {
  id: 'pitchhub',
  title: '36氪 Pitchhub, financing flashes',
  homepage: 'https://pitchhub.36kr.com/financing-flash',
  gives:
    'The newest 20 or so rounds: headline, text, time; company, round, industry, city, founded',
  terms:
    'No explicit licence for automation; robots.txt disallows /api, which is never asked. Facts and headlines only, never republished.',
  confidence: 'B-',
  fallback: ['kr36-newsflash', 'pedaily'],
  loads: 'announcements',
  pace: 10,
  codes: ['financing-flash'],
  snapshot: true,
  floor: { weekday: 5, weekend: 5 },
  landmarks: [
    'window.__INIT_PROPS__',
    '"itemList"',
    '"widgetContent"',
    '"tradeList"',
    '"lastestFinancingRound"',
    '"city"',
  ],

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to}`,
      covers: to,
      url: `https://pitchhub.36kr.com/${code}`,
      headers: { accept: 'text/html' },
    })),

  read(page) {
    const parsed = readEmbeddedJson(page, 'window.__INIT_PROPS__', props)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const items = findItems(parsed.value)
    if (items === undefined) return notData(page, 'the state of the page has no list of items')
    return readItems(items, (value) => {
      const row = toRow(value)
      return row.ok ? ok([row.value]) : row
    })
  },
}

/** The list stands at the top of the state or under a key named after the page. */
function findItems(state: z.infer<typeof props>): readonly unknown[] | undefined {
  const places = [state, ...Object.values(state)].map((place) => list.safeParse(place))
  return places.find(({ success }) => success)?.data?.itemList
}

function toRow(value: unknown): Result<AnnouncementRow> {
  const checked = checkItem(item, value)
  if (!checked.ok) return checked
  const { itemId, route, templateMaterial, projectCard: card } = checked.value
  const kind = route?.split('?')[0]
  const folder = PAGES.find(([name]) => name === kind)?.[1]
  return announcementOf({
    source: 'pitchhub',
    id: itemId,
    address: folder === undefined ? undefined : `https://36kr.com/${folder}/${itemId}`,
    title: templateMaterial.widgetTitle,
    body: templateMaterial.widgetContent,
    publishedAt: parseEpoch(templateMaterial.publishTime, 'ms'),
    printedTime: templateMaterial.publishTime,
    facts: {
      company: card?.name,
      round: card?.lastestFinancingRound,
      industry: card?.tradeList?.filter((trade) => (trade ?? '') !== '').join('、'),
      city: card?.city,
      founded: card?.establishTime,
    },
  })
}
