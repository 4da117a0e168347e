import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/commands/import.ts'
import { FetchError, makeFetch } from '../../src/extract/fetch/fetch-page.ts'
import { sourcesWith } from '../../src/extract/registry.ts'
import { readPage } from '../../src/ingest/read-page.ts'
import type { Database } from '../../src/load/database.ts'
import { keepFetchedPage } from '../../src/load/pages.ts'
import { startRun } from '../../src/load/runs.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Live } from '../../src/runtime/live.ts'
import { type BadPage, badFiles, badPages, MAKE_UP } from '../support/bad-inputs.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { A_FEED } from '../support/feeds.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'
import { serve } from '../support/web-server.ts'

const SPAN = { from: '2023-06-01' as CalendarDate, to: '2023-06-30' as CalendarDate }
const LIMITS = {
  attemptMs: 20_000,
  totalMs: 20_000,
  bytes: 4 * 1024 * 1024,
  redirects: 5,
  retries: 0,
  retryAfterMs: 100,
}

it('is a corpus of a thousand', () => {
  expect(Object.values(MAKE_UP).reduce((sum, count) => sum + count, 0)).toBe(1000)
})

const SOURCES = new Map(sourcesWith([A_FEED]).map((source) => [source.id, source]))
const PAGES = badPages()

describe.each(DATABASES)('bad inputs on $name', ({ open }) => {
  let db: Database
  let live: Awaited<ReturnType<typeof makeEffects>>
  beforeAll(async () => {
    db = await open()
    live = await makeEffects(db)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it.each(badFiles())(
    'lines of $name: every one is taken or rejected with reasons, every good one loaded',
    async ({ name, text, bad, good }) => {
      using folder = makeFolder()
      const file = folder.write(`${name}.csv`, text)
      const terminal = makeTerminal()
      await importFiles([file], { live: live as unknown as Live, terminal, json: true })
      const [told, ...rejections] = terminal.text.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(told).toMatchObject({ lines: bad + good })
      expect(rejections).toHaveLength(told.rejected)
      for (const { reasons } of rejections) {
        expect(reasons.length).toBeGreaterThan(0)
        for (const reason of reasons) expect(reason).toMatch(/\S{3}/)
      }
      expect(told.rejected).toBeLessThanOrEqual(bad)
      const { n } = (
        await sql<{ n: number }>`
        select ((select count(*) from company where name like ${`好${name}%`})
          + (select count(*) from bar join series on series.id = series_id where code = 'GOOD' and ${name} = 'prices'))::integer as n
      `.execute(db.reader)
      ).rows[0] ?? { n: -1 }
      expect(n).toBe(good)
    },
  )

  it('pages: every one is news, empty, broken or blocked, and none stops those after it', async () => {
    const runId = await startRun(db, { command: 'backfill', arguments: {}, now: NOW })
    const ends = { accepted: 0, rejected: 0, refused: 0 }
    for (const bad of PAGES) ends[await endOf(bad, { live, runId })] += 1
    expect(ends.accepted + ends.rejected + ends.refused).toBe(PAGES.length)
    expect(ends.refused).toBeGreaterThan(PAGES.length / 2)
    const unread = await sql<{ n: number }>`
      select count(*)::integer as n from page where outcome = 'unread'
    `.execute(db.reader)
    expect(unread.rows[0]?.n).toBe(0)
    process.stdout.write(`bad pages on ${db.kind}: ${JSON.stringify(ends)}\n`)
  })
})

/** Fetches, keeps and reads a page as a backfill does. */
async function endOf(
  bad: BadPage,
  {
    live,
    runId,
  }: { readonly live: Awaited<ReturnType<typeof makeEffects>>; readonly runId: string },
): Promise<'accepted' | 'rejected' | 'refused'> {
  const source = SOURCES.get(bad.source)
  const [request] = source?.plan(SPAN, source.codes) ?? []
  if (source === undefined || request === undefined) throw new Error(`no ${bad.source}`)
  const answer = await fetched(bad)
  if (answer === undefined) return 'refused'
  const id = await live.db.transaction((transaction) =>
    keepFetchedPage(transaction, answer, { source: source.id, request, runId }),
  )
  const { page } = await readPage(source, { id, request, page: answer }, live)
  if (page.end !== 'news' && page.end !== 'nothing-new') return 'refused'
  return page.rejected > 0 ? 'rejected' : 'accepted'
}

/** The page as it comes over the wire; undefined: the fetcher would not have it. */
async function fetched({
  bytes,
  headers,
}: BadPage): Promise<Awaited<ReturnType<ReturnType<typeof makeFetch>>> | undefined> {
  await using server = await serve((_, response) => response.writeHead(200, headers).end(bytes))
  try {
    return await makeFetch({
      userAgent: 'x',
      limits: LIMITS,
      rewrites: new Map([['bad.example.com', server.origin]]),
      now: () => NOW,
    })({ url: 'https://bad.example.com/', headers: {} })
  } catch (error) {
    if (error instanceof FetchError) return undefined
    throw error
  }
}
