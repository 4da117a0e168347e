import { readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { checksums, DATABASES, freshDatabase } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeHome } from '../support/new-embedded.ts'
import { serve, type WebServer } from '../support/web-server.ts'

/** A certificate for localhost that only these tests trust. */
const TLS = join(import.meta.dirname, '../support/tls')
const HOSTS = ['www.csindex.com.cn', 'd.10jqka.com.cn', 'www.chinamoney.com.cn']

type Answer = (url: URL) => string | undefined

/** Answers of each site's shape, for whatever span is asked for; undefined: no such page. */
const SITES: readonly (readonly [RegExp, Answer])[] = [
  [/index-perf/, answerIndex],
  [/^\/v6\/line\//, answerBoard],
  [/CcprHisNew/, answerRates],
]

function answerIndex({ searchParams }: URL): string {
  const [code, start = ''] = [searchParams.get('indexCode'), searchParams.get('startDate') ?? '']
  const row = (day: string, close: number): unknown => ({
    tradeDate: `${start.slice(0, 4)}${day}`,
    indexCode: code,
    indexNameCn: '某指',
    open: close,
    high: close,
    low: close,
    close,
    tradingVol: 12.5,
    tradingValue: 3.25,
    peg: 30.5,
  })
  return JSON.stringify({ data: [row('0104', 100.5), row('0105', 101.25)] })
}

function answerBoard({ pathname }: URL): string | undefined {
  const [, code, year] = /bk_(\d+)\/01\/(\d+)\.js/.exec(pathname) ?? []
  if (code === '886019' && Number(year) < 2023) return undefined
  const data = `${year}0104,9,11,8,10,100,1000;${year}0105,10,12,9,11,100,1100`
  return `quotebridge_v6_line_bk_${code}_01_${year}(${JSON.stringify({ data })})`
}

function answerRates({ searchParams }: URL): string {
  const year = (searchParams.get('startDate') ?? '').slice(0, 4)
  const records = [{ date: `${year}-01-04`, values: ['6.9131', '5.2983'] }]
  return JSON.stringify({ data: { total: 1, head: ['USD/CNY', '100JPY/CNY'] }, records })
}

/** All three sites in one process. */
function serveSites(
  rules: { readonly robots?: string; readonly delayMs?: number } = {},
): Promise<WebServer> {
  return serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const site = SITES.find(([path]) => path.test(url.pathname))
    const text = url.pathname === '/robots.txt' ? rules.robots : site?.[1](url)
    const end = (): unknown => response.writeHead(text === undefined ? 404 : 200).end(text ?? '')
    setTimeout(end, rules.delayMs ?? 0)
  })
}

const options = ['backfill', '--from', '2021-01-01', '--to', '2023-12-31']
const THREE = [...options, '--source', 'csindex', 'ths-boards', 'cfets']
const env = ({ origin }: WebServer): Readonly<Record<string, string>> => ({
  FEASTGAP_CONTACT: 'ops@example.com',
  FEASTGAP_REWRITE_HOSTS: JSON.stringify(Object.fromEntries(HOSTS.map((host) => [host, origin]))),
})

async function sums(home: string): Promise<unknown> {
  await using db = await openEmbedded(join(home, 'database'), 0)
  return await checksums(db.reader)
}

describe('backfill', () => {
  it('fetches what is missing, once, and a replay with no server gives the same tables', async () => {
    using folder = await makeHome()
    const home = folder.path
    await using server = await serveSites()
    const first = await runFeastgap(THREE, { home, env: env(server) })
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('csindex: 27 requests')])
    expect(first.out).toMatch(/csindex 930713\/2022: news, 2 changed/)
    expect(first.out).toMatch(/ths-boards 886019\/2021: empty, the source has none/)
    expect(first.out).toMatch(/cfets all\/2023: news, 2 changed/)
    const asked = server.asked.filter((path) => path !== '/robots.txt')
    expect(asked).toHaveLength(27 + 6 + 3)

    const again = await runFeastgap(THREE, { home, env: env(server) })
    expect(again).toMatchObject({ code: 0, out: '' })
    expect(server.asked.filter((path) => path !== '/robots.txt')).toHaveLength(asked.length)

    const before = await sums(home)
    await server[Symbol.asyncDispose]()
    const replayed = await runFeastgap(['replay'], { home })
    expect([replayed.code, replayed.err]).toEqual([
      0,
      expect.stringContaining('Read 36 kept pages again: 0 rows changed'),
    ])
    expect(await sums(home)).toEqual(before)
  })

  it('ends as an undisturbed one after being killed, and asks again only for the page it had in hand', {
    timeout: 900_000,
  }, async () => {
    using undisturbed = await makeHome()
    using killed = await makeHome()
    const points = timesOf({ sample: 8, full: 50 })
    const from = timesOf({ sample: 2019, full: 2000 })
    const command = [...THREE.slice(0, 2), `${from}-01-01`, ...THREE.slice(3)]
    await using server = await serveSites()
    const whole = await runFeastgap(command, { home: undisturbed.path, env: env(server) })
    expect(whole.code).toBe(0)

    await using slow = await serveSites({ delayMs: 300 })
    let kills = 0
    for (let part = 1; part <= points; part += 1) {
      const { signal } = await runFeastgap(command, {
        home: killed.path,
        env: env(slow),
        killAfter: 1400 + ((part * 377) % 1300),
      })
      if (signal === 'SIGKILL') kills += 1
    }
    expect(kills).toBe(points)
    const last = await runFeastgap(command, { home: killed.path, env: env(slow) })
    expect([last.code, last.code === 0 ? '' : last.err]).toEqual([0, ''])
    expect(await sums(killed.path)).toEqual(await sums(undisturbed.path))
    const pages = ({ asked }: WebServer): number =>
      asked.filter((path) => path !== '/robots.txt').length
    // Each of three hosts has one page in hand when its worker is killed; nothing else is asked for again.
    expect(pages(slow)).toBeLessThanOrEqual(pages(server) + 3 * points)
  })

  it('rebuilds emptied tables from the kept pages alone', async () => {
    using folder = await makeHome()
    const home = folder.path
    await using server = await serveSites()
    await runFeastgap([...options, '--source', 'cfets'], { home, env: env(server) })
    const before = await sums(home)
    const emptied = await runFeastgap(['sql', '-c', 'delete from fx_rate'], { home })
    expect(emptied.code).toBe(0)
    expect(await sums(home)).not.toEqual(before)
    await runFeastgap(['replay', '--source', 'cfets'], { home })
    expect(await sums(home)).toEqual(before)
  })

  it('asks nobody without a contact, and nobody in a dry run', async () => {
    using folder = await makeHome()
    await using server = await serveSites()
    const { FEASTGAP_CONTACT: _, ...anonymous } = env(server)
    const refused = await runFeastgap(THREE, { home: folder.path, env: anonymous })
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Set FEASTGAP_CONTACT') })
    const plan = await runFeastgap([...THREE, '--dry-run'], {
      home: folder.path,
      env: env(server),
    })
    expect(plan.code).toBe(0)
    expect(plan.out.trim().split('\n')).toHaveLength(36)
    expect(server.asked).toEqual([])
  })

  it('keeps away where robots.txt says so, and says which source is blocked', async () => {
    using folder = await makeHome()
    await using server = await serveSites({ robots: 'User-agent: *\nDisallow: /csindex-home/\n' })
    const ended = await runFeastgap([...options, '--source', 'csindex'], {
      home: folder.path,
      env: env(server),
    })
    expect(ended.code).toBe(3)
    expect(ended.out).toMatch(
      /csindex 000985\/2021: blocked, robots.txt of www.csindex.com.cn disallows/,
    )
    expect(server.asked).toEqual(['/robots.txt'])
  })

  it('loads no row of a wall, keeps its bytes, and asks again next time', async () => {
    using folder = await makeHome()
    const home = folder.path
    await using wall = await serve(({ url }, response) =>
      url === '/robots.txt'
        ? response.writeHead(404).end()
        : response.end('<html><title>访问验证</title></html>'),
    )
    const ended = await runFeastgap([...options, '--source', 'cfets'], { home, env: env(wall) })
    expect([ended.code, ended.out]).toEqual([3, expect.stringMatching(/cfets all\/2021: blocked/)])
    const kept = await runFeastgap(
      ['sql', '-c', 'select outcome, (select count(*) from fx_rate) as rates from page'],
      { home },
    )
    expect(kept.out).toBe('{"outcome":"blocked","rates":"0"}\n')
    await using server = await serveSites()
    expect(
      await runFeastgap([...options, '--source', 'cfets'], { home, env: env(server) }),
    ).toMatchObject({ code: 0 })
  })

  it('reads a feed for today, keeps an edited headline and the one before it, and has no past days', async () => {
    using folder = await makeHome()
    const home = folder.path
    let headline = '甲公司完成A轮融资'
    await using server = await serve(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end()
      else
        response.end(
          `<rss version="2.0"><channel><title>t</title><item><title>${headline}</title><link>https://36kr.com/p/1</link><pubDate>Fri, 30 Jun 2023 16:30:00 +0800</pubDate></item></channel></rss>`,
        )
    })
    const site = {
      FEASTGAP_CONTACT: 'ops@example.com',
      FEASTGAP_REWRITE_HOSTS: JSON.stringify({ '36kr.com': server.origin }),
    }
    const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString()
    const now = ['backfill', '--source', 'kr36-feed', '--from', today, '--to', today]
    expect(await runFeastgap(now, { home, env: site })).toMatchObject({
      code: 0,
      out: expect.stringContaining('news, 1 changed'),
    })
    expect(await runFeastgap(now, { home, env: site })).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing-new'),
    })
    headline = '甲公司完成A+轮融资'
    expect(await runFeastgap(now, { home, env: site })).toMatchObject({
      code: 0,
      out: expect.stringContaining('news, 1 changed'),
    })
    const told = await runFeastgap(
      [
        'sql',
        '-c',
        'select title from announcement union all select title from announcement_history',
      ],
      { home },
    )
    expect(told.out).toBe('{"title":"甲公司完成A+轮融资"}\n{"title":"甲公司完成A轮融资"}\n')
    const past = await runFeastgap(
      ['backfill', '--source', 'kr36-feed', '--from', '2023-01-01', '--to', '2023-12-31'],
      { home, env: site },
    )
    expect(past).toMatchObject({ code: 0, err: expect.stringContaining('kr36-feed: 0 requests') })
    const replayed = await runFeastgap(['replay', '--source', 'kr36-feed'], { home })
    expect(replayed.err).toMatch(/Read 3 kept pages again: 0 rows changed/)
  })

  it('asks a host whether anything changed, and takes its word that nothing did', async () => {
    using folder = await makeHome()
    const seen: (string | undefined)[] = []
    await using server = await serve(({ url, headers }, response) => {
      if (url === '/robots.txt') {
        response.writeHead(404).end()
        return
      }
      seen.push(headers['if-none-match'])
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else {
        response.writeHead(200, { etag: '"v1"' })
        response.end(
          '<rss version="2.0"><channel><title>t</title><item><title>乙</title><link>https://36kr.com/p/2</link><pubDate>Fri, 30 Jun 2023 16:30:00 +0800</pubDate></item></channel></rss>',
        )
      }
    })
    const env = {
      FEASTGAP_CONTACT: 'ops@example.com',
      FEASTGAP_REWRITE_HOSTS: JSON.stringify({ '36kr.com': server.origin }),
    }
    const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString()
    const now = ['backfill', '--source', 'kr36-feed', '--from', today, '--to', today]
    await runFeastgap(now, { home: folder.path, env })
    const again = await runFeastgap(now, { home: folder.path, env })
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('nothing-new') })
    expect(seen).toEqual([undefined, '"v1"'])
    const replayed = await runFeastgap(['replay', '--source', 'kr36-feed'], { home: folder.path })
    expect(replayed.err).toMatch(/Read 1 kept page again: 0 rows changed/)
  })

  it('speaks HTTP/2 where the host does', async () => {
    using folder = await makeHome()
    const versions: string[] = []
    const server = createSecureServer({
      allowHTTP1: true,
      key: readFileSync(join(TLS, 'localhost.key')),
      cert: readFileSync(join(TLS, 'localhost.pem')),
    })
    server.on('request', ({ httpVersion, url }, response) => {
      versions.push(httpVersion)
      if (url === '/robots.txt') response.writeHead(404).end()
      else response.end(answerRates(new URL(url, 'http://x')))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const site = {
      FEASTGAP_CONTACT: 'ops@example.com',
      NODE_EXTRA_CA_CERTS: join(TLS, 'localhost.pem'),
      FEASTGAP_REWRITE_HOSTS: JSON.stringify({
        'www.chinamoney.com.cn': `https://localhost:${port}`,
      }),
    }
    try {
      const ended = await runFeastgap([...options, '--source', 'cfets'], {
        home: folder.path,
        env: site,
      })
      expect([ended.code, ended.err.includes('unexpected')]).toEqual([0, false])
      expect(new Set(versions)).toEqual(new Set(['2.0']))
    } finally {
      server.close()
    }
  })

  it('ends after the pages in hand when it is interrupted, and resumes', async () => {
    using folder = await makeHome()
    const home = folder.path
    await using server = await serveSites({ delayMs: 60 })
    const stopped = await runFeastgap(THREE, { home, env: env(server), interruptAt: /news/ })
    expect([stopped.code, stopped.signal, stopped.err]).toEqual([
      0,
      null,
      expect.stringContaining('Stopping after the pages in hand'),
    ])
    const done = stopped.out.trim().split('\n').length
    expect(done).toBeLessThan(15)
    const resumed = await runFeastgap(THREE, { home, env: env(server) })
    expect(resumed.code).toBe(0)
    const pages = server.asked.filter((path) => path !== '/robots.txt')
    expect([pages.length, new Set(pages).size]).toEqual([36, 36])
  })

  it('has one worker on the embedded database, and says what more of them need', async () => {
    using folder = await makeHome()
    await using server = await serveSites()
    const refused = await runFeastgap([...THREE, '--workers', '2'], {
      home: folder.path,
      env: env(server),
    })
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Set DATABASE_URL') })
    const helper = await runFeastgap(['work'], { home: folder.path, env: env(server) })
    expect(helper).toMatchObject({ code: 2, err: expect.stringContaining('one worker') })
    const none = await runFeastgap([...THREE, '--workers', '0'], { home: folder.path })
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('from 1 to 64') })
  })

  it('names the sources it knows when asked for another', async () => {
    using folder = await makeHome()
    const ended = await runFeastgap([...options, '--source', 'moon'], { home: folder.path })
    expect(ended).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /no source "moon". Known: csindex, ths-boards, szse-calendar, cfets/,
      ),
    })
    const listed = await runFeastgap(['sources'], { home: folder.path })
    expect(listed.out).toMatch(/cfets {2}CFETS central parity[\s\S]*never asked/)
  })
})

describe.each(DATABASES.filter(({ name }) => name === 'PostgreSQL'))('backfill on $name', () => {
  it('is shared by worker processes, and no page is asked for twice', async () => {
    using folder = await makeHome()
    await using server = await serveSites({ delayMs: 400 })
    const place = {
      home: folder.path,
      env: { ...env(server), DATABASE_URL: await freshDatabase() },
    }
    const ended = await runFeastgap([...THREE, '--workers', '3'], place)
    expect([ended.code, ended.err.includes('unexpected') ? ended.err : '']).toEqual([0, ''])
    expect(ended.out.trim().split('\n')).toHaveLength(36)
    const pages = server.asked.filter((path) => path !== '/robots.txt')
    expect([pages.length, new Set(pages).size]).toEqual([36, 36])
    // Each process asks for the rules of a host once: more than one of them was at work.
    expect(server.asked.filter((path) => path === '/robots.txt').length).toBeGreaterThan(
      HOSTS.length,
    )
    const replayed = await runFeastgap(['replay'], place)
    expect(replayed.err).toContain('Read 36 kept pages again: 0 rows changed')
  })
})
