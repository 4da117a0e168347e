import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FetchError, makeFetch } from '../../src/extract/fetch/fetch-page.ts'
import type { FetchLimits } from '../../src/extract/fetch/limits.ts'
import { proxyAgents } from '../../src/extract/fetch/proxy.ts'
import type { Page } from '../../src/extract/source.ts'
import { NOW } from '../support/databases.ts'
import { serve, type WebServer } from '../support/web-server.ts'

const HOST = 'www.example.com'
const LIMITS: FetchLimits = {
  attemptMs: 2000,
  totalMs: 4000,
  bytes: 1024 * 1024,
  redirects: 5,
  retries: 2,
  retryAfterMs: 200,
}

function get(server: WebServer, path = '/', limits: Partial<FetchLimits> = {}): Promise<Page> {
  const rewrites = new Map([[HOST, server.origin]])
  return makeFetch({
    userAgent: 'feast-gap/0.1 (+ops@example.com)',
    limits: { ...LIMITS, ...limits },
    rewrites,
    now: () => NOW,
  })({ url: `https://${HOST}${path}`, headers: { referer: 'https://www.example.com/' } })
}

describe('fetching', () => {
  it('says who asks, and keeps the answer as it came', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'text/plain; charset=gbk',
        'set-cookie': 'secret=1',
        etag: '"x"',
      })
      response.end(Buffer.from([0xb0, 0xe5]))
    })
    const page = await get(server, '/a?b=1')
    expect(server.headers[0]).toMatchObject({
      'user-agent': 'feast-gap/0.1 (+ops@example.com)',
      referer: 'https://www.example.com/',
    })
    expect(page).toMatchObject({
      url: 'https://www.example.com/a?b=1',
      finalUrl: 'https://www.example.com/a?b=1',
      status: 200,
      redirects: [],
    })
    expect([...page.bytes]).toEqual([0xb0, 0xe5])
    expect(page.headers).toMatchObject({ 'content-type': 'text/plain; charset=gbk', etag: '"x"' })
    expect(page.headers).not.toHaveProperty('set-cookie')
  })

  it('tries a failing server again, and takes a refusal for an answer', async () => {
    let times = 0
    await using server = await serve((request, response) => {
      times += 1
      response.writeHead(request.url === '/no' ? 403 : times < 3 ? 503 : 200).end('fine')
    })
    expect(await get(server)).toMatchObject({ status: 200 })
    expect(times).toBe(3)
    expect(await get(server, '/no')).toMatchObject({ status: 403 })
    expect(times).toBe(4)
  })

  it('never waits longer than it said, whatever Retry-After asks', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(503, { 'retry-after': '3600' }).end(),
    )
    const start = performance.now()
    expect(await get(server)).toMatchObject({ status: 503 })
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('follows redirects one by one, and notes them', async () => {
    await using server = await serve(({ url }, response) => {
      if (url === '/c') response.end('here')
      else
        response
          .writeHead(302, { location: url === '/a' ? '/b' : 'https://www.example.com/c' })
          .end()
    })
    expect(await get(server, '/a')).toMatchObject({
      finalUrl: 'https://www.example.com/c',
      redirects: ['https://www.example.com/a', 'https://www.example.com/b'],
    })
  })

  it('gives up on endless redirects', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    await expect(get(server)).rejects.toThrow(/more than 5 redirects/)
    expect(server.asked).toHaveLength(6)
  })

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://172.16.5.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[2002:7f00:1::]/',
    'http://[64:ff9b::7f00:1]/',
    'http://localhost/',
    'http://localhost.:80/',
    'http://①②⑦.⓪.⓪.①/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('never connects to %s, where a redirect may lead', async (location) => {
    let reached = 0
    await using inside = await serve((_, response) => {
      reached += 1
      response.end('secret')
    })
    const { port } = new URL(inside.origin)
    const target = new URL(location)
    target.port = port
    await using server = await serve((_, response) =>
      response.writeHead(302, { location: target.href }).end(),
    )
    await expect(get(server, '/', { retries: 0 })).rejects.toThrow(FetchError)
    expect(reached).toBe(0)
  })

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'javascript:alert(1)', 'http://'])(
    'does not follow %s',
    async (location) => {
      await using server = await serve((_, response) => response.writeHead(302, { location }).end())
      await expect(get(server)).rejects.toThrow(
        /redirects to something that is no web address|private address/,
      )
    },
  )

  it('stops a bomb before it has unpacked', async () => {
    const small = gzipSync(Buffer.alloc(256 * 1024 * 1024))
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(small),
    )
    const before = process.memoryUsage().rss
    await expect(get(server)).rejects.toThrow(/larger than 1048576 bytes/)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it('refuses an answer that is packed more than once', async () => {
    const twice = gzipSync(gzipSync('x'))
    await using server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(twice),
    )
    await expect(get(server, '/', { retries: 0 })).rejects.toThrow(FetchError)
  })

  it('stops a body without end', async () => {
    await using server = await serve((_, response) => {
      const gzip = createGzip()
      gzip.pipe(response)
      response.writeHead(200, { 'content-encoding': 'gzip' })
      const noise = Buffer.alloc(64 * 1024, 7)
      const more = (): void => {
        if (!response.destroyed) gzip.write(noise, () => setImmediate(more))
      }
      more()
    })
    await expect(get(server)).rejects.toThrow(/larger than/)
  })

  it('ends with a server that never finishes, within its total time', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    })
    const start = performance.now()
    await expect(get(server, '/', { attemptMs: 400, totalMs: 1000 })).rejects.toThrow(FetchError)
    expect(performance.now() - start).toBeLessThan(2500)
    await expect(get(server, '/', { totalMs: 300 })).rejects.toMatchObject({
      message: expect.stringMatching(/no whole answer within 300 ms/),
      retryable: true,
    })
  })

  it.each([
    [
      'a body shorter than it says',
      (response: import('node:http').ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('x')
        response.destroy()
      },
    ],
    [
      'invalid gzip',
      (response: import('node:http').ServerResponse) => {
        response.writeHead(200, { 'content-encoding': 'gzip' })
        response.end('this is no gzip')
      },
    ],
    [
      'broken chunks',
      (response: import('node:http').ServerResponse) => {
        response.socket?.end(
          'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\nzz\r\nno',
        )
      },
    ],
    [
      'a connection that breaks',
      (response: import('node:http').ServerResponse) => {
        response.destroy()
      },
    ],
  ])('calls %s a failure, not an answer', async (_, answer) => {
    await using server = await serve((_request, response) => answer(response))
    await expect(get(server, '/', { retries: 0 })).rejects.toThrow(FetchError)
  })

  it('sends a form by POST, and again only where a redirect says so', async () => {
    const seen: string[] = []
    await using server = await serve((request, response) => {
      let text = ''
      request.on('data', (part) => {
        text += String(part)
      })
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${text}`)
        if (request.url === '/kept') response.writeHead(307, { location: '/end' }).end()
        else if (request.url === '/changed') response.writeHead(302, { location: '/end' }).end()
        else response.end('fine')
      })
    })
    const rewrites = new Map([[HOST, server.origin]])
    for (const path of ['/kept', '/changed']) {
      const asked = { url: `https://${HOST}${path}`, headers: {}, form: { a: '对外 投资', b: '1' } }
      await makeFetch({ userAgent: 'x', limits: LIMITS, rewrites, now: () => NOW })(asked)
    }
    const form = 'a=%E5%AF%B9%E5%A4%96+%E6%8A%95%E8%B5%84&b=1'
    expect(seen).toEqual([
      `POST /kept ${form}`,
      `POST /end ${form}`,
      `POST /changed ${form}`,
      'GET /end ',
    ])
  })

  it('gives no other host the headers meant for this one', async () => {
    const seen: unknown[] = []
    await using other = await serve(({ headers }, response) => {
      seen.push(headers['x-api-key'])
      response.end('fine')
    })
    await using server = await serve((_, response) =>
      response.writeHead(302, { location: 'https://other.example.com/' }).end(),
    )
    const rewrites = new Map([
      [HOST, server.origin],
      ['other.example.com', other.origin],
    ])
    const asked = { url: `https://${HOST}/`, headers: { 'x-api-key': 'secret' } }
    await makeFetch({ userAgent: 'x', limits: LIMITS, rewrites, now: () => NOW })(asked)
    expect([server.headers[0]?.['x-api-key'], seen]).toEqual(['secret', [undefined]])
  })

  it('goes through the proxy of the environment', async () => {
    await using proxy = await serve(({ url }, response) =>
      response.end(`through the proxy: ${url}`),
    )
    const page = await makeFetch({
      userAgent: 'x',
      limits: LIMITS,
      rewrites: new Map(),
      now: () => NOW,
      proxy: proxyAgents({ HTTP_PROXY: proxy.origin }),
    })({ url: 'http://www.example.com/a', headers: {} })
    expect(new TextDecoder().decode(page.bytes)).toBe('through the proxy: http://www.example.com/a')
    expect(proxyAgents({ NO_PROXY: 'x' })).toBeUndefined()
  })
})
