import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { feedSource } from '../../src/extract/sources/feed.ts'
import { ROOT } from '../../src/runtime/config.ts'

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
    const reading = feedSource(feed).read(page, { partition: 'newest', url: homepage, headers: {} })
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
}
