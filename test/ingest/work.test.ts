import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readItems } from '../../src/extract/read-items.ts'
import { readJson } from '../../src/extract/read-json.ts'
import type { PageRequest, Source, Span } from '../../src/extract/source.ts'
import type { IngestEffects, IngestedPage } from '../../src/ingest/effects.ts'
import { enterWork, findMissing } from '../../src/ingest/plan.ts'
import { replay } from '../../src/ingest/replay.ts'
import { workThrough } from '../../src/ingest/work.ts'
import type { Database } from '../../src/load/database.ts'
import { readHealth } from '../../src/load/health.ts'
import {
  endPartition,
  LeaseLost,
  planPartitions,
  takePartition,
} from '../../src/load/partitions.ts'
import { openQueue, type WorkQueue } from '../../src/load/queue.ts'
import { startRun } from '../../src/load/runs.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { ok } from '../../src/model/result.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import { makePoliteFetch } from '../../src/runtime/polite-fetch.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { serve, type WebServer } from '../support/web-server.ts'

const answer = z.object({ items: z.array(z.string()), more: z.string().optional() })
const DAY = '2026-11-23' as CalendarDate
const SPAN: Span = { from: DAY, to: DAY }

function ask(page: string): PageRequest {
  const url = `https://paged.example.com/${page}`
  return { partition: `${DAY}/${page}`, covers: DAY, url, headers: {} }
}

/** A list of announcements in pages: each names the next one. */
const paged: Source<'announcements'> = {
  id: 'paged',
  title: 'Pages that lead to pages',
  homepage: 'https://paged.example.com/',
  gives: 'made up',
  terms: 'made up',
  confidence: 'C',
  fallback: [],
  loads: 'announcements',
  pace: 1,
  codes: [],
  plan: () => [ask('1')],
  read(page) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return { end: 'broken', why: parsed.problems.join() }
    const { items, more } = parsed.value
    const reading = readItems<'announcements', string>(items, (title) =>
      ok([{ source: 'paged', sourceKey: title, title, publishedOn: DAY }]),
    )
    return reading.end === 'news' && more !== undefined
      ? { ...reading, next: [ask(more)] }
      : reading
  },
}

/** Pages 1 to `last`, two items each. */
function servePages(last: number): Promise<WebServer> {
  return serve(({ url = '' }, response) => {
    const page = Number(url.slice(1))
    if (url === '/robots.txt') return response.writeHead(404).end()
    const more = page < last ? { more: String(page + 1) } : {}
    return response.end(JSON.stringify({ items: [`${page}a`, `${page}b`], ...more }))
  })
}

async function open(db: Database, { origin }: WebServer) {
  const { now, tracks, corrections } = await makeEffects(db)
  const config = parseConfig({
    FEASTGAP_CONTACT: 'ops@example.com',
    FEASTGAP_REWRITE_HOSTS: JSON.stringify({ 'paged.example.com': origin }),
  })
  const told: IngestedPage[] = []
  const effects = {
    db,
    now,
    tracks,
    corrections,
    fetch: makePoliteFetch(config, { db, now }),
    tell: (page: IngestedPage) => void told.push(page),
    isStopped: () => false,
  }
  return { effects, told }
}

const queueOf = async (db: Database) =>
  openQueue(await db.queueSettings(), { alone: db.kind === 'embedded', sources: ['paged'] })

async function queueMissing(queue: WorkQueue, effects: IngestEffects): Promise<void> {
  const missing = await findMissing(paged, SPAN, effects)
  await queue.put('paged', await enterWork(paged, missing, effects))
}

async function titles(db: Database): Promise<readonly string[]> {
  const found = await sql<{ title: string }>`
    select title from announcement where source = 'paged' order by title collate "C"
  `.execute(db.reader)
  return found.rows.map(({ title }) => title)
}

describe.each(DATABASES)('the queue of work on $name', ({ open: openDatabase }) => {
  it('follows pages to pages, each once', async () => {
    await using server = await servePages(3)
    await using db = await openDatabase()
    const { effects, told } = await open(db, server)
    await using queue = await queueOf(db)
    await queueMissing(queue, effects)
    await workThrough(paged, queue, effects)
    expect(await titles(db)).toEqual(['1a', '1b', '2a', '2b', '3a', '3b'])
    expect(told.map(({ partition, end }) => [partition, end])).toEqual([
      [`${DAY}/1`, 'news'],
      [`${DAY}/2`, 'news'],
      [`${DAY}/3`, 'news'],
    ])
    expect((await findMissing(paged, SPAN, effects)).requests).toEqual([])
  })

  it('counts what a page gave when it was fetched, not when it is read again', async () => {
    await using server = await servePages(2)
    await using db = await openDatabase()
    const { effects } = await open(db, server)
    await using queue = await queueOf(db)
    for (let night = 0; night < 2; night += 1) {
      await queue.put('paged', await enterWork(paged, { requests: [ask('1'), ask('2')] }, effects))
      await workThrough(paged, queue, effects)
    }
    await replay(paged, {}, effects)
    expect((await readHealth(db.reader)).get('paged')).toMatchObject({
      ...{ pages: '4', changed: '4', unchanged: '4', rejected: '0', waiting: '0' },
    })
  })

  it('finds the pages that were led to and never asked, when its worker was killed in between', async () => {
    await using server = await servePages(3)
    await using db = await openDatabase()
    const { effects, told } = await open(db, server)
    {
      await using queue = await queueOf(db)
      await queueMissing(queue, effects)
      // Whoever is killed here has loaded page 1, and has queued page 2 at most.
      await workThrough(paged, queue, { ...effects, isStopped: () => told.length === 1 })
      await queue.drop('paged')
    }
    expect(await titles(db)).toEqual(['1a', '1b'])
    const missing = await findMissing(paged, SPAN, effects)
    expect(missing.requests).toEqual([ask('2')])
    await using queue = await queueOf(db)
    await queue.put('paged', await enterWork(paged, missing, effects))
    await workThrough(paged, queue, effects)
    expect(await titles(db)).toEqual(['1a', '1b', '2a', '2b', '3a', '3b'])
    expect(server.asked.filter((path) => path !== '/robots.txt')).toEqual(['/1', '/2', '/3'])
  })

  it('asks at once for a page that a killed worker took from the queue and never began', async () => {
    await using server = await servePages(1)
    await using db = await openDatabase()
    const { effects } = await open(db, server)
    {
      await using queue = await queueOf(db)
      await queue.put(
        'paged',
        await enterWork(paged, await findMissing(paged, SPAN, effects), effects),
      )
      expect(await queue.take('paged')).toMatchObject({ request: ask('1') })
    }
    await using queue = await queueOf(db)
    await queue.put(
      'paged',
      await enterWork(paged, await findMissing(paged, SPAN, effects), effects),
    )
    await workThrough(paged, queue, effects)
    expect(await titles(db)).toEqual(['1a', '1b'])
  })

  it('lets nobody write who has lost a partition', async () => {
    await using server = await servePages(1)
    await using db = await openDatabase()
    await open(db, server)
    const runId = await startRun(db, { command: 'test', arguments: {}, now: NOW })
    const later = NOW.add({ minutes: 6 })
    const planned = await planPartitions(db.reader, 'paged', ['x'], { now: NOW, alone: false })
    const wanted = { source: 'paged', partition: 'x', epoch: planned.get('x') ?? '' }
    const slow = await takePartition(db.reader, wanted, { runId, now: NOW })
    // In hand: not to be planned, not to be taken.
    const soon = { now: NOW.add({ minutes: 1 }), alone: false }
    expect((await planPartitions(db.reader, 'paged', ['x'], soon)).size).toBe(0)
    expect(await takePartition(db.reader, wanted, { runId, now: soon.now })).toBeUndefined()
    // Silent too long: another worker has it, and the first one, woken, writes nothing.
    const quick = await takePartition(db.reader, wanted, { runId, now: later })
    if (slow === undefined || quick === undefined) throw new Error('it was not to be had')
    await expect(endPartition(db.reader, slow, 'done', later)).rejects.toThrow(LeaseLost)
    await endPartition(db.reader, quick, 'done', later)
    await expect(endPartition(db.reader, slow, 'failed', later)).rejects.toThrow(LeaseLost)
  })
})

describe.each(DATABASES.filter(({ name }) => name === 'PostgreSQL'))(
  'workers on one $name',
  ({ open: openDatabase }) => {
    it('share a plan and do nothing twice', async () => {
      const wide: Source<'announcements'> = {
        ...paged,
        plan: () => Array.from({ length: 40 }, (_, index) => ask(String(index + 1))),
      }
      await using server = await serve(({ url = '' }, response) =>
        response.end(url === '/robots.txt' ? '' : JSON.stringify({ items: [url] })),
      )
      await using db = await openDatabase()
      const { effects } = await open(db, server)
      await using first = await queueOf(db)
      await using second = await queueOf(db)
      // Both plan the same: what is queued twice has one id.
      for (const queue of [first, second]) {
        await queue.put(
          'paged',
          await enterWork(wide, await findMissing(wide, SPAN, effects), effects),
        )
      }
      const [mine, yours] = await Promise.all([
        workThrough(wide, first, effects),
        workThrough(wide, second, effects),
      ])
      const asked = server.asked.filter((path) => path !== '/robots.txt')
      expect([asked.length, new Set(asked).size]).toEqual([40, 40])
      expect(mine.length + yours.length).toBe(40)
      expect(Math.min(mine.length, yours.length)).toBeGreaterThan(0)
      expect(await titles(db)).toHaveLength(40)
    })
  },
)
