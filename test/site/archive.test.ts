import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { parse } from 'csv-parse/sync'
import { parseAtomFeed } from 'feedsmith'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { FolderInUse } from '../../src/load/folder-lock.ts'
import { knowRecipients, unsubscribeByToken } from '../../src/load/recipients.ts'
import type { Findings } from '../../src/model/findings.ts'
import { exportTables } from '../../src/report/export-tables.ts'
import type { Site } from '../../src/site/page-at.ts'
import { writeFolder } from '../../src/site/write-folder.ts'
import { type ArchiveServer, makeSite, publishBoth, serveSite } from '../support/archive-server.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample } from '../support/sample.ts'

let db: Database
let findings: Findings
let site: Site
let server: ArchiveServer

beforeAll(async () => {
  db = await newEmbedded()
  const effects = await makeEffects(db)
  await importSample(effects)
  findings = await find(effects, '2023-H1')
  await publishBoth(findings, effects)
  site = await makeSite(effects, { errorsTo: 'errors@example.com' })
  server = await serveSite(site, {
    db,
    unsubscribe: async (token) =>
      (await unsubscribeByToken(db.reader, token, { evidence: 'archive', now: NOW })) !== undefined,
  })
}, 300_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, server.origin), init)

/** Every page and file that can be reached from the door, by its address. */
async function crawl(): Promise<ReadonlyMap<string, Response>> {
  const seen = new Map<string, Response>()
  const waiting = ['/index.html']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    const answer = await get(path)
    seen.set(path, answer)
    waiting.push(...linksOf(await answer.text(), path))
  }
  return seen
}

/** Paths of this archive that a page leads to; a file that is no page leads nowhere. */
function linksOf(text: string, path: string): readonly string[] {
  if (!text.startsWith('<!doctype html>')) return []
  const $ = load(text)
  return $('a[href], link[href]')
    .toArray()
    .map((one) => new URL($(one).attr('href') ?? '', new URL(path, server.origin)))
    .filter((url) => url.origin === server.origin)
    .map((url) => url.pathname)
}

describe('the archive over HTTP', () => {
  it('answers every link that leads anywhere in it, with a policy and no cookie', async () => {
    const seen = await crawl()
    const wrong = [...seen].filter(
      ([, { status, headers }]) =>
        status !== 200 ||
        headers.has('Set-Cookie') ||
        !/^default-src 'none'/.test(headers.get('Content-Security-Policy') ?? '') ||
        headers.get('X-Content-Type-Options') !== 'nosniff',
    )
    expect(wrong.map(([path]) => path)).toEqual([])
    const paths = [...seen.keys()]
    for (const part of ['/zh/tracks/', '/en/companies/', '/en/investors/', '/zh/editions/'])
      expect(paths.filter((path) => path.startsWith(part)).length).toBeGreaterThan(1)
    const { companies } = await site.archive.shelf()
    expect(paths.filter((path) => path.startsWith('/en/companies/'))).toHaveLength(companies.size)
  }, 60_000)

  it('serves an edition byte for byte, under the hash it was published with', async () => {
    const { editions } = await site.archive.shelf()
    expect(editions).toHaveLength(2)
    for (const { sha256 } of editions) {
      const answer = await get(`/editions/${sha256.slice(0, 16)}/report.html`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(answer.headers.get('Content-Security-Policy')).toMatch(
        /style-src-elem (?:'sha256-\S{44}' ?)+;.*script-src 'sha256-\S{44}';.*frame-ancestors 'none'/,
      )
    }
  })

  it('gives every table as export does, and all figures', async () => {
    const [edition] = (await site.archive.shelf()).editions
    const folder = `/editions/${edition?.sha256.slice(0, 16)}`
    for (const { name, columns, rows } of exportTables(findings)) {
      const text = await (await get(`${folder}/${name}.csv`)).text()
      const lines: string[][] = parse(text, { bom: true })
      expect([name, lines.length]).toEqual([
        name,
        rows.length === 0 && columns.length === 0 ? lines.length : rows.length + 1,
      ])
    }
    expect(await (await get(`${folder}/findings.json`)).json()).toEqual(
      JSON.parse(JSON.stringify(findings)),
    )
  })

  it('has an Atom feed in each language that a feed reader takes', async () => {
    for (const lang of ['zh', 'en']) {
      const answer = await get(`/${lang}/feed.xml`)
      const feed = parseAtomFeed(await answer.text())
      expect(feed.entries).toHaveLength(1)
      const [entry] = feed.entries ?? []
      expect(entry?.id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      const page = new URL(
        entry?.links?.[0]?.href ?? '',
        new URL(`/${lang}/feed.xml`, server.origin),
      )
      expect((await fetch(page)).status).toBe(200)
    }
  })

  it('names edition and figure where an error is reported', async () => {
    const [edition] = (await site.archive.shelf()).editions
    const $ = load(await (await get(`/en/editions/${edition?.sha256.slice(0, 16)}.html`)).text())
    const links = $('a[href^="mailto:"]')
      .toArray()
      .map((one) => decodeURIComponent($(one).attr('href') ?? ''))
    const about = links.find((href) =>
      href.includes('tracks.ai-foundation-models.inflow.disclosed'),
    )
    expect(about).toContain(edition?.sha256)
    expect(about).toMatch(/^mailto:errors@example\.com\?subject=/)
  })

  it('has one place for each headline figure of an edition, and leads to it', async () => {
    const [edition] = (await site.archive.shelf()).editions
    const $ = load(await (await get(`/zh/editions/${edition?.sha256.slice(0, 16)}.html`)).text())
    const ids = $('[id]')
      .toArray()
      .map((one) => $(one).attr('id') ?? '')
    expect(ids).toHaveLength(findings.tracks.length * 8)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^tracks\.[a-z0-9.-]+$/i.test(id))).toEqual([])
    for (const id of ids) expect($(`td a[href="#${id}"]`).text()).toBe(id)
  })

  it('shows the figures of the edition on the page of a track', async () => {
    const $ = load(await (await get('/zh/tracks/ai-foundation-models.html')).text())
    expect($('main table').first().text()).toMatch(
      /2023 上半年.*是.*否（有条件）.*\+31\.6 点.*41–59 亿元/,
    )
  })

  it('tells how it is and how the database stands', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', editions: 2 })
    const answer = await get('/metrics')
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of lines) expect(line).toMatch(/^feastgap_\w+(?:\{.*\})? -?[\d.e+]+$/)
    expect(lines).toContain('feastgap_editions 2')
  })

  it('says what to do where there is nothing, in the language of the reader', async () => {
    for (const [path, words] of [
      ['/zh/companies/0000000000000000.html', /没有这一页/],
      ['/en/tracks/nothing.html', /There is no such page/],
      ['/zh/companies-9.html', /没有这一页/],
      ['/zh/companies-1.html', /没有这一页/],
      ['/../../etc/passwd', /没有这一页/],
      ['/zh/%2e%2e%2f%2e%2e%2fetc/passwd', /没有这一页/],
      [`/${'a'.repeat(3000)}`, /没有这一页/],
      ['/editions/0000000000000000/report.html', /没有这一页/],
      ['/zh/tracks/%00%ff.html', /没有这一页/],
    ] as const) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toMatch(words)
    }
    const english = await get('/x', { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } })
    expect(await english.text()).toMatch(/There is no such page/)
    const put = await get('/zh/index.html', { method: 'PUT', body: 'x' })
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('leads from every page that says there is nothing back to the archive', async () => {
    for (const path of ['/a/b/c/d', '/zh/tracks/nothing.html', '/unsubscribe/none']) {
      const answer = await get(path, { method: path.includes('unsub') ? 'POST' : 'GET' })
      const $ = load(await answer.text())
      const home = new URL($('.brand a').first().attr('href') ?? '', new URL(path, server.origin))
      expect((await fetch(home)).status).toBe(200)
    }
  })

  it('sends a page again only when it changed', async () => {
    const first = await get('/zh/index.html')
    const tag = first.headers.get('ETag') ?? ''
    await first.text()
    expect((await get('/zh/index.html', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  it('ends letters at one POST and never at a GET', async () => {
    const known = await knowRecipients(db.reader, ['wang@example.com'], {
      now: NOW,
      newToken: () => 'token-of-wang-000000000000000000',
    })
    const token = known.get('wang@example.com')?.token
    const isDisabled = async (): Promise<boolean> => {
      const found = await sql<{ why: string | null }>`
        select disabled_why as why from recipient where address = 'wang@example.com'`.execute(
        db.reader,
      )
      return found.rows[0]?.why === 'unsubscribed'
    }
    const asked = await get(`/unsubscribe/${token}`)
    expect(await asked.text()).toContain('<form method="post">')
    expect(asked.headers.get('Content-Security-Policy')).toContain("form-action 'self'")
    expect(await isDisabled()).toBe(false)
    const oneClick = {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }
    expect((await get('/unsubscribe/not-a-token', oneClick)).status).toBe(404)
    expect(await isDisabled()).toBe(false)
    const large = { ...oneClick, body: 'x'.repeat(10_000) }
    expect((await get(`/unsubscribe/${token}`, large)).status).toBe(413)
    expect(await isDisabled()).toBe(false)
    const done = await get(`/unsubscribe/${token}`, oneClick)
    expect([done.status, await isDisabled()]).toEqual([200, true])
    expect((await get(`/unsubscribe/${token}`, oneClick)).status).toBe(200)
  })

  it('says that the database is busy, and that a fault was written down', async () => {
    const failing = (error: Error): Site => ({
      ...site,
      archive: {
        ...site.archive,
        findings: async () => {
          throw error
        },
      },
    })
    const holder = { pid: 7, started: '0', command: 'feastgap nightly' }
    await using busy = await serveSite(failing(new FolderInUse('x', holder, 0)), {})
    const waiting = await fetch(`${busy.origin}/zh/index.html`)
    expect([waiting.status, waiting.headers.get('Retry-After')]).toEqual([503, '30'])
    expect(await waiting.text()).toMatch(/数据库正忙/)
    await using broken = await serveSite(failing(new Error('planted-secret')), {})
    const failed = await fetch(`${broken.origin}/en/index.html`)
    expect(failed.status).toBe(500)
    const text = await failed.text()
    expect(text).toMatch(/The fault is in the log as f1/)
    expect(text).not.toContain('planted-secret')
    expect(broken.faults).toHaveLength(1)
  })
})

/** Links of a page in a folder that lead to no file of it. */
function deadLinks(folder: string, file: string): readonly string[] {
  const $ = load(readFileSync(join(folder, file), 'utf8'))
  return $('a[href], link[href]')
    .toArray()
    .map((one) => $(one).attr('href') ?? '')
    .filter((href) => !/^(?:https?:|mailto:|#)/.test(href))
    .filter((href) => !existsSync(join(folder, file, '..', href)))
    .map((href) => `${file}: ${href}`)
}

describe('the archive as a folder', () => {
  it('has the very bytes the server gives, and every link of it leads to a file', async () => {
    using folder = makeFolder()
    const out = join(folder.path, 'site')
    const { files: count } = await writeFolder(out, site, 'v1')
    const files = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(out.length + 1))
    expect(files.length).toBe(count + 1)
    expect(
      files.filter((one) => one.endsWith('.html')).flatMap((one) => deadLinks(out, one)),
    ).toEqual([])
    for (const path of ['zh/index.html', 'en/companies.html', 'zh/feed.xml'])
      expect(await (await get(`/${path}`)).text()).toBe(readFileSync(join(out, path), 'utf8'))
  }, 60_000)
})
