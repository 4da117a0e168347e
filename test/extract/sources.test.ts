import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { Source, Span } from '../../src/extract/source.ts'
import { feedSource } from '../../src/extract/sources/feed.ts'
import { kr36Hotlist } from '../../src/extract/sources/kr36-hotlist.ts'
import { sinaQuote } from '../../src/extract/sources/sina-quote.ts'
import { tencentAbroad } from '../../src/extract/sources/tencent-abroad.ts'
import { tencentQuote } from '../../src/extract/sources/tencent-quote.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { A_FEED } from '../support/feeds.ts'
import { answeredWith, FIXTURES, readFixture } from '../support/fixtures.ts'
import { WALLS } from '../support/walls.ts'

const SOURCES = sourcesWith([A_FEED])

it('has a fixture folder for every source, and no other', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(SOURCES.map(({ id }) => id).sort())
  expect(readdirSync(join(ROOT, 'src/extract/sources')).sort()).toEqual(
    SOURCES.map(({ id }) => `${id}.ts`).sort(),
  )
})

describe.each(SOURCES)('$id', (source) => {
  const folder = join(FIXTURES, source.id)

  it.each(readdirSync(folder))('reads %s', (name) => {
    const { page, request } = readFixture(join(folder, name))
    const reading = source.read(page, request)
    const expected = join(folder, name, 'expected.json')
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(expected)) {
      writeFileSync(expected, `${JSON.stringify(reading, null, 2)}\n`)
    }
    expect(JSON.parse(JSON.stringify(reading))).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })

  it('plans each partition once, on its own host, by https', () => {
    const span = { from: '2021-05-01', to: '2023-06-30' } as Parameters<typeof source.plan>[0]
    const requests = source.plan(span, source.codes)
    const partitions = requests.map(({ partition }) => partition)
    expect(new Set(partitions).size).toBe(partitions.length)
    expect(partitions.length).toBeGreaterThanOrEqual(source.snapshot === true ? 1 : 3)
    for (const { url } of requests) expect(new URL(url).protocol).toBe('https:')
  })

  it.each<readonly [string, number, string]>([
    ...WALLS.map(([name, text]) => [name, 200, text] as const),
    ['a refusal', 403, ''],
    ['too many requests', 429, '{"error":"slow down"}'],
    ['a missing log-in', 401, '{}'],
  ])('takes %s for a refusal, never for data', (_, status, text) => {
    const [request] = source.plan(
      { from: '2023-01-01', to: '2023-12-31' } as Parameters<typeof source.plan>[0],
      source.codes,
    )
    if (request === undefined) throw new Error('no request was planned')
    const page = { url: request.url, status, headers: {}, bytes: new TextEncoder().encode(text) }
    expect(source.read(page, request)).toMatchObject({ end: 'blocked' })
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"data":[{"tradeDate":"2023'],
    ['another shape', '{"rows":[1,2,3]}'],
    ['no object', '[]'],
    ['a number', '1e999'],
  ])('calls %s broken', (_, text) => {
    const span = { from: '2023-01-01', to: '2023-12-31' } as Span
    const { page, request } = answeredWith(source, span, text)
    expect(source.read(page, request)).toMatchObject({ end: 'broken' })
  })
})

const REAL = join(ROOT, '..', 'shared', 'real', 'feeds')

// Real responses stand beside the project on some machines: read them where they do.
if (existsSync(REAL)) {
  it.each([
    ['36kr-rss-2016-10-26.xml', 100, '2016-10-26', 'https://36kr.com/'],
    ['techcrunch-rss-2023-08-16.xml', 20, '2023-08-16', 'https://techcrunch.com/'],
  ])('reads every item of the real feed %s', (name, items, newest, homepage) => {
    const feed = {
      id: 'real',
      title: name,
      url: homepage,
      homepage,
      terms: '',
      zone: 'Asia/Shanghai',
      pace: 10,
    }
    const page = {
      url: homepage,
      status: 200,
      headers: {},
      bytes: new Uint8Array(readFileSync(join(REAL, name))),
    }
    const reading = feedSource(feed).read(page, {
      partition: 'newest',
      covers: '2023-06-30',
      url: homepage,
      headers: {},
    })
    if (reading.end !== 'news') throw new Error(`the feed was read as ${reading.end}`)
    expect(reading.rows).toHaveLength(items)
    expect(reading.rejected).toEqual([])
    expect(
      reading.rows
        .map(({ publishedOn }) => publishedOn)
        .sort()
        .at(-1),
    ).toBe(newest)
    for (const { title, body = '', url = '' } of reading.rows) {
      expect(title).not.toMatch(/<|&#|&amp;/)
      expect(body).not.toMatch(/<p>|<img/)
      expect(url).not.toMatch(/utm_|ktm_source/)
    }
  })

  // The published copies of the hot list keep address and headline only, so the time is put in.
  it.each([
    ['raw-2023-11-01.json', 128],
    ['raw-2024-03-05.json', 132],
    ['raw-2026-08-20.json', 133],
  ])('reads every headline of the real hot list %s', (name, items) => {
    const day = name.slice(4, 14)
    const list = JSON.parse(readFileSync(join(REAL, name), 'utf8')) as readonly object[]
    const data = list.map((item) => ({ ...item, publishTime: `${day} 09:00:00`, content: null }))
    const url = 'https://openclaw.36krcdn.com/'
    const page = {
      url,
      status: 200,
      headers: {},
      bytes: new TextEncoder().encode(JSON.stringify({ data })),
    }
    const request = { partition: `hotlist/${day}`, covers: day, url, headers: {} }
    const reading = kr36Hotlist.read(page, request)
    if (reading.end !== 'news') throw new Error(`the list was read as ${reading.end}`)
    expect(reading.rows).toHaveLength(items)
    expect(reading.rejected).toEqual([])
    for (const { title, url: address = '' } of reading.rows) {
      expect(title).not.toBe('')
      expect(address).toMatch(/^https:\/\/36kr\.com\/p\/\d+$/)
    }
  })
}

const REAL_MARKET = join(ROOT, '..', 'shared', 'real', 'market')

/** Reads a real answer as if it had come for these codes on this day; `edit` changes what the answer itself cannot be. */
function readReal(
  source: Source<'bars'>,
  name: string,
  {
    codes,
    day,
    edit = (text) => text,
  }: {
    readonly codes: readonly string[]
    readonly day: string
    readonly edit?: (text: string) => string
  },
): ReturnType<typeof source.read> {
  const [request] = source.plan({ from: day as CalendarDate, to: day as CalendarDate }, codes)
  if (request === undefined) throw new Error('no request was planned')
  const bytes = new TextEncoder().encode(edit(readFileSync(join(REAL_MARKET, name), 'utf8')))
  return source.read({ url: request.url, status: 200, headers: {}, bytes }, request)
}

if (existsSync(REAL_MARKET)) {
  it('reads a real quote of Sina after the close', () => {
    const name = 'easyquotation/sina_hq_sina_L103.txt'
    const reading = readReal(sinaQuote, name, { codes: ['sz162411'], day: '2019-03-12' })
    expect(reading).toMatchObject({
      end: 'news',
      rejected: [],
      rows: [{ open: '0.489', close: '0.491', volume: '133819867', amountCny: '65623147.285' }],
    })
  })

  it('takes no real quote of Sina from before the close, nor an empty one', () => {
    const name = 'easyquotation/sina_hq_sina_L104.txt'
    const codes = ['sz160922', 'sz160923', 'sz160924']
    expect(readReal(sinaQuote, name, { codes, day: '2019-04-08' })).toMatchObject({
      end: 'broken',
      why: expect.stringContaining('before the close'),
    })
  })

  it('reads real quotes of Tencent, once they are of after the close', () => {
    const name = 'nextjs-quant-transcribed/tencent-quotes-20260911.txt'
    const asked = { codes: ['sh600000', 'sh600519', 'sz000001'], day: '2026-09-11' }
    expect(readReal(tencentQuote, name, asked)).toMatchObject({ end: 'broken' })
    const edit = (text: string): string => text.replaceAll(/~202609111205/g, '~202609111505')
    expect(readReal(tencentQuote, name, { ...asked, edit })).toMatchObject({
      end: 'news',
      rejected: [],
      rows: [
        { close: '9.28', volume: '42670600', amountCny: '394835754', marketCapCny: '309078000000' },
        { close: '1271.63', instrument: 'XSHG:600519', amountCny: '2449645345' },
        { close: '11.81', instrument: 'XSHE:000001', marketCapCny: '229184000000' },
      ],
    })
  })

  it('reads a real bar of Hong Kong in the order open, close, high, low, unless it is adjusted', () => {
    const name = 'easyquotation/tencent_kline_dayqfq_easyquotation_L64.txt'
    const asked = { codes: ['hk00001'], day: '2018-04-09' }
    const bare = (text: string): string => text.replace('kline_dayqfq=', '')
    expect(readReal(tencentAbroad, name, { ...asked, edit: bare })).toMatchObject({ end: 'broken' })
    const edit = (text: string): string => bare(text).replace('"qfqday"', '"day"')
    expect(readReal(tencentAbroad, name, { ...asked, edit })).toMatchObject({
      end: 'news',
      rejected: [],
      rows: [
        { open: '91.00', close: '91.85', high: '93.50', low: '91.00', tradeDate: '2018-04-09' },
      ],
    })
  })
}
