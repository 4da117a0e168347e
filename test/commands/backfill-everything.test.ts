import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { Source, Span } from '../../src/extract/source.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { checksums } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeHome } from '../support/new-embedded.ts'
import { SITES, serveSites } from '../support/sites/serve-sites.ts'

interface Told {
  readonly source: string
  readonly end: string
  readonly drift?: string
  readonly rejected: number
}

async function sums(home: string): Promise<unknown> {
  await using db = await openEmbedded(join(home, 'database'), 0)
  return await checksums(db.reader)
}

const today = Temporal.Now.plainDateISO('Asia/Shanghai')
const SPAN = { from: '2023-06-01', to: '2023-06-30' } as Span
const days = timesOf({ sample: 40, full: 3 * 365 })
const boards = timesOf({ sample: 3, full: 20 })

/** A new source needs no site here to be added; one that has a site is asked. */
function hasSite({ plan, codes }: Source): boolean {
  const [request] = plan(SPAN, codes)
  return request !== undefined && Object.hasOwn(SITES, new URL(request.url).host)
}

/** Every source of these sites switched on, for so many boards. */
function writeConfig(folder: string): string {
  const config = join(folder, 'config')
  cpSync(join(ROOT, 'config'), config, { recursive: true })
  const codes = (first: number): readonly string[] =>
    Array.from({ length: boards }, (_, index) => String(first + index))
  const switched = sourcesWith([]).map((source) => [source.id, { on: hasSite(source) }] as const)
  const sources = {
    ...Object.fromEntries(switched),
    csindex: { on: true, codes: codes(930_600) },
    'ths-boards': { on: true, codes: codes(885_700) },
    'ths-official-history': { on: true, codes: codes(885_700) },
  }
  writeFileSync(join(config, 'sources.yaml'), stringify({ sources }))
  return config
}

describe('a backfill of every source', () => {
  it('ends well, asks only for what still grows when it is run again, and is replayed to the same tables', {
    timeout: 1_800_000,
  }, async () => {
    using folder = await makeHome()
    await using sites = await serveSites()
    const home = folder.path
    const env = {
      ...sites.env,
      FEASTGAP_CONFIG: writeConfig(home),
      HITHINK_FINANCE_API_KEY: 'a-key-that-is-never-kept',
    }
    const from = today.subtract({ days }).toString()
    const command = ['backfill', '--from', from, '--to', today.toString(), '--json']
    const first = await runFeastgap(command, { home, env })
    const pages = first.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Told)
    const odd = pages.filter(
      ({ end, drift, rejected }) =>
        drift !== undefined || rejected > 0 || !['news', 'nothing-new', 'empty'].includes(end),
    )
    expect(odd).toEqual([])
    expect(first.code).toBe(0)
    expect(new Set(pages.map(({ source }) => source)).size).toBeGreaterThanOrEqual(36)
    const asked = [...sites.asked]

    const second = await runFeastgap(command, { home, env })
    expect(second.code).toBe(0)
    const again = sites.asked.slice(asked.length)
    // What a day before yesterday gave was complete: nobody asks for it again.
    const ended = today.subtract({ days: 2 }).toString()
    const ofEnded = again.filter(
      (path) => path.includes(ended) && !/startDate=|beg|kline|Report/.test(path),
    )
    expect(ofEnded).toEqual([])
    expect(again.length).toBeLessThan(asked.length / 2)

    const before = await sums(home)
    await sites[Symbol.asyncDispose]()
    const replayed = await runFeastgap(['replay'], { home, env })
    expect([replayed.code, replayed.err]).toEqual([0, expect.stringContaining(': 0 rows changed')])
    expect(await sums(home)).toEqual(before)
    const kept = await runFeastgap(
      ['sql', '-c', `select count(*) as n from page where headers::text like '%never-kept%'`],
      { home, env },
    )
    expect(kept.out).toBe('{"n":"0"}\n')
  })

  it('goes to the stand-in of a source that fails, as a series of its own, and status tells', async () => {
    using folder = await makeHome()
    const { 'www.csindex.com.cn': _, ...others } = SITES
    await using sites = await serveSites({
      sites: { ...others, 'www.csindex.com.cn': () => '<html><title>访问验证</title></html>' },
    })
    const { path: home } = folder
    const { env } = sites
    const command = [
      'backfill',
      '--source',
      'csindex',
      '--from',
      '2023-06-01',
      '--to',
      '2023-06-30',
    ]
    const ended = await runFeastgap(command, { home, env })
    expect([ended.code, ended.out, ended.err]).toEqual([
      3,
      expect.stringMatching(/csindex 000985\/2023: blocked[\s\S]*sina-kline sh000001\/2023: news/),
      expect.stringContaining('csindex failed: sina-kline stands in, as series of its own'),
    ])
    const series = await runFeastgap(['sql', '-c', 'select distinct source from series'], { home })
    expect(series.out).toBe('{"source":"sina-kline"}\n')
    const status = await runFeastgap(['status'], { home })
    expect([status.code, status.out]).toEqual([
      3,
      expect.stringMatching(/csindex: its last page was blocked[\s\S]*sina-kline: 4 pages/),
    ])
  })
})
