import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FetchError, makeFetch } from '../../src/extract/fetch/fetch-page.ts'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { NOW } from '../support/databases.ts'
import { A_FEED } from '../support/feeds.ts'
import { answeredWith } from '../support/fixtures.ts'
import { serve } from '../support/web-server.ts'

const MB = 1024 * 1024
const HUGE = Buffer.alloc(300 * MB, ' ')
const LIMITS = {
  attemptMs: 20_000,
  totalMs: 20_000,
  bytes: 4 * MB,
  redirects: 5,
  retries: 0,
  retryAfterMs: 100,
}

/** Small answers that unpack to hundreds of megabytes, in every way HTTP knows to pack. */
const BOMBS: readonly (readonly [name: string, encoding: string, body: Buffer])[] = [
  ['gzip', 'gzip', gzipSync(HUGE)],
  ['gzip at its best', 'gzip', gzipSync(HUGE, { level: 9 })],
  ['gzip under its old name', 'x-gzip', gzipSync(HUGE)],
  ['gzip members one after the other', 'gzip', Buffer.concat(Array(4).fill(gzipSync(HUGE)))],
  ['deflate', 'deflate', deflateSync(HUGE)],
  ['brotli', 'br', brotliCompressSync(HUGE.subarray(0, 100 * MB))],
  ['zstandard', 'zstd', zstdCompressSync(HUGE)],
  ['gzip in gzip', 'gzip, gzip', gzipSync(gzipSync(HUGE))],
  ['brotli in gzip', 'br, gzip', gzipSync(brotliCompressSync(HUGE.subarray(0, 50 * MB)))],
  ['gzip, thrice', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(HUGE)))],
  ['capitals', 'GZIP', gzipSync(HUGE)],
  ['no packing at all', 'identity', HUGE.subarray(0, 64 * MB)],
]

describe('a bomb packed as', () => {
  it.each(BOMBS)('%s ends before it has unpacked', async (_, encoding, body) => {
    await using server = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    )
    const rewrites = new Map([['x.example.com', server.origin]])
    const before = process.memoryUsage().rss
    const asked = makeFetch({ userAgent: 'x', limits: LIMITS, rewrites, now: () => NOW })({
      url: 'https://x.example.com/',
      headers: {},
    })
    // What is left packed is small, and no reader takes it for data.
    const kept = await asked.catch((error: unknown) => error)
    if (!(kept instanceof FetchError)) expect(kept).toMatchObject({ status: 200 })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MB)
  })
})

const SPAN = { from: '2023-06-01' as CalendarDate, to: '2023-06-30' as CalendarDate }
const repeat = (text: string, bytes = 10 * MB): string => text.repeat(bytes / text.length)

/** Ten megabytes each, made to drive a pattern or a parser to its worst. */
const BAITS: readonly (readonly [name: string, text: string])[] = [
  ['nothing but blanks', repeat(' ')],
  ['nothing but letters', repeat('a')],
  ['tags within tags', repeat('<div>', 2 * MB)],
  ['tags that never end', repeat('<a href="')],
  ['comments that never end', repeat('<!--')],
  ['titles that never end', repeat('<title>')],
  ['lists within lists', repeat('[')],
  ['objects within objects', repeat('{"data":')],
  ['quotes', repeat('"')],
  ['backslashes', `{"data":"${repeat('\\\\')}`],
  ['calls within calls', repeat('f(')],
  ['digits', repeat('9')],
  ['commas', repeat(',')],
  ['charsets', repeat('charset=')],
]

describe.each(sourcesWith([A_FEED]))('$id', (source) => {
  it.each(BAITS)('is not held up by %s', (_, text) => {
    const { page, request } = answeredWith(source, SPAN, text)
    const start = performance.now()
    const { end } = source.read(page, request)
    expect(end).not.toBe('news')
    // What goes wrong here takes minutes, on any machine.
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
