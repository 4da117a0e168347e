import { join } from 'node:path'
import { load } from 'cheerio'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Findings } from '../../src/model/findings.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { sharedPaths } from '../../src/site/all-paths.ts'
import { readLayout } from '../../src/site/layout.ts'
import { pageAt, type Site } from '../../src/site/page-at.ts'
import { findingsOf } from '../support/findings-of.ts'
import { shelfOf } from '../support/shelf-of.ts'

const layout = await readLayout(join(ROOT, 'templates'))

/** So many editions, a day of knowledge each, of months from November 2021 on. */
const editionsOf = (count: number): readonly Findings[] =>
  Array.from({ length: count }, (_, index) => {
    const asOf = Temporal.PlainDate.from('2021-12-01').add({ days: index })
    const period = asOf.subtract({ months: 1 }).toPlainYearMonth().toString()
    return findingsOf({ period, asOf: asOf.toString() })
  })

function siteOf(editions: readonly Findings[]): Site {
  const shelf = shelfOf(editions, 'en')
  return {
    layout,
    settings: { hasPdf: false },
    archive: {
      shelf: async () => shelf,
      findings: async ({ id }) => editions[Number(id) - 1],
      page: async () => undefined,
      pdf: undefined,
    },
  }
}

async function textAt(path: string, site: Site): Promise<string> {
  const served = await pageAt(path, site)
  if (typeof served?.body !== 'string') throw new Error(`nothing is at ${path}`)
  return served.body
}

/** What a list on a page shows: how many rows, and the years it leads to. */
async function listAt(
  path: string,
  site: Site,
): Promise<{ readonly rows: number; readonly years: readonly string[] }> {
  const $ = load(await textAt(path, site))
  const list = $('main section')
    .filter((_, one) => $(one).find('thead').text().includes('Edition'))
    .first()
  return {
    rows: list.find('tbody tr').length,
    years: list
      .find('.links a')
      .toArray()
      .map((one) => $(one).text()),
  }
}

const LISTS = [
  ['all editions', 'en/index.html', 'en/editions/'],
  ['a track', 'en/tracks/ai-foundation-models.html', 'en/tracks/ai-foundation-models/'],
] as const

describe.each(LISTS)('the list of %s', (_, path, years) => {
  it('is whole where fifty are all', async () => {
    const site = siteOf(editionsOf(50))
    expect(await listAt(path, site)).toEqual({ rows: 50, years: [] })
    expect(await pageAt(`${years}2021.html`, site)).toBeUndefined()
  })

  it('shows the newest fifty of more, and has every one on the page of its year', async () => {
    const site = siteOf(editionsOf(70))
    expect(await listAt(path, site)).toEqual({ rows: 50, years: ['2022', '2021'] })
    // Editions of December speak of November, those of January of December.
    expect(await listAt(`${years}2021.html`, site)).toEqual({ rows: 62, years: ['2022'] })
    expect(await listAt(`${years}2022.html`, site)).toEqual({ rows: 8, years: ['2021'] })
    expect(await pageAt(`${years}2020.html`, site)).toBeUndefined()
  })
})

describe('an archive of many editions', () => {
  it('has something at every path it names, and every link between its pages leads there', async () => {
    const site = siteOf(editionsOf(70))
    const paths = new Set(sharedPaths(await site.archive.shelf()))
    expect([...paths].filter((path) => /\/20\d\d\.html$/.test(path))).toHaveLength(8)
    for (const path of paths) {
      const $ = load(await textAt(path, site))
      const led = $('a[href]')
        .toArray()
        .map((one) => new URL($(one).attr('href') ?? '', `http://x/${path}`))
        .filter(({ host }) => host === 'x')
        .map(({ pathname }) => pathname.slice(1))
      expect(led.filter((one) => !/editions\/[0-9a-f]{16}/.test(one) && !paths.has(one))).toEqual(
        [],
      )
    }
  })

  it('has the newest fifty in its feed, the newest first', async () => {
    const feed = parseAtomFeed(await textAt('en/feed.xml', siteOf(editionsOf(70))))
    const days = (feed.entries ?? []).map(({ published }) => published ?? '')
    expect(days).toHaveLength(50)
    expect(days).toEqual([...days].sort().reverse())
    expect(feed.updated).toBe(days[0])
  })
})
