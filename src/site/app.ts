import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import type { Lang } from '../report/messages/catalogue.ts'
import { confirmPage, type Message, messagePage } from '../report/site/message-page.ts'
import { siteWords } from '../report/site/site-view.ts'
import { pageAt, type Served, type Site } from './page-at.ts'

/** What the server can do besides showing pages. */
export interface AppEffects {
  readonly metrics: () => Promise<string>
  /** Throws when the database cannot be used. */
  readonly health: () => Promise<Readonly<Record<string, unknown>>>
  /** Ends the letters of whoever holds the token; false: nobody does. */
  readonly unsubscribe: (token: string) => Promise<boolean>
  /** Another command has the database for now: it is no fault. */
  readonly isBusy: (error: unknown) => boolean
  /** Writes a fault down and returns what it can be found by. */
  readonly writeDown: (error: unknown) => string
}

const LONGEST_PATH = 256
const LARGEST_FORM = 4096
/** Pages held in memory; they are made again when the shelf has grown. */
const MOST_PAGES = 200
const LARGEST_KEPT = 200_000
const TOKEN = /^[\w-]{8,128}$/
const RETRY_SECONDS = '30'

/** The archive over HTTP: pages, data, feed, health, metrics, and the end of letters. It sets no cookie and asks for nothing. */
export function makeApp(site: Site, effects: AppEffects): Hono {
  const app = new Hono()
  const pages = keepPages(site)

  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      crossOriginResourcePolicy: 'same-origin',
      // Behind http on this machine it says nothing; behind a proxy with TLS it holds.
      strictTransportSecurity: 'max-age=31536000',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    }),
  )
  app.use(compress())
  app.use(etag())

  app.get('/healthz', async (context) => {
    try {
      return context.json({ status: 'ok', ...(await effects.health()) })
    } catch (error) {
      if (effects.isBusy(error)) return context.json({ status: 'ok', database: 'busy' })
      return context.json({ status: 'down', fault: effects.writeDown(error) }, 503)
    }
  })
  app.get('/metrics', async (context) => {
    const text = await effects.metrics()
    return context.body(text, 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })
  // Programs that look at every link of a letter follow it with GET: only the button, or the mail program's one-click
  // request (RFC 8058), ends anything.
  app.get('/unsubscribe/:token', async (context) => {
    const words = siteWords(languageOf(context.req.raw), await site.archive.shelf(), site.settings)
    const served = site.layout.page(confirmPage('unsubscribe/x', words))
    return answer({ type: HTML, body: served.html, policy: served.policy }, 200, NEVER_KEPT)
  })
  const small = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: (context) => context.text('The request is too large.\n', 413),
  })
  app.post('/unsubscribe/:token', small, async (context) => {
    const token = context.req.param('token')
    const ended = TOKEN.test(token) && (await effects.unsubscribe(token))
    return say(ended ? 'ended' : 'unknown-reader', context.req.raw, ended ? 200 : 404)
  })
  app.on(['GET', 'HEAD'], '*', async (context) => {
    const path = pathOf(context.req.path)
    const served = path === undefined ? undefined : await pages(path)
    if (served !== undefined) return answer(served, 200, { 'Cache-Control': 'no-cache' })
    if (/^\/(?:zh|en)$/.test(context.req.path))
      return context.redirect(`.${context.req.path}/`, 308)
    return say('missing', context.req.raw, 404)
  })
  app.all('*', async (context) => {
    const refused = await say('refused', context.req.raw, 405)
    refused.headers.set('Allow', 'GET, HEAD')
    return refused
  })
  app.onError(async (error, context) => {
    if (effects.isBusy(error)) {
      const busy = await say('busy', context.req.raw, 503).catch(() => plain(503))
      busy.headers.set('Retry-After', RETRY_SECONDS)
      return busy
    }
    const detail = effects.writeDown(error)
    return say('failed', context.req.raw, 500, detail).catch(() => plain(500, detail))
  })

  /** A page that says one thing, in the language of the reader. */
  async function say(
    message: Message,
    request: Request,
    status: number,
    detail = '',
  ): Promise<Response> {
    const words = siteWords(languageOf(request), await site.archive.shelf(), site.settings)
    const { pathname } = new URL(request.url)
    const path = pathname.slice(1).replaceAll(/[^/]/g, 'x').slice(0, LONGEST_PATH)
    const { html, policy } = site.layout.page(messagePage(message, path, { words, detail }))
    return answer({ type: HTML, body: html, policy }, status, NEVER_KEPT)
  }
  return app
}

const HTML = 'text/html; charset=utf-8'
const NEVER_KEPT = { 'Cache-Control': 'no-store' }

function answer(
  { type, body, policy }: Served,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(body as string, {
    status,
    headers: { 'Content-Type': type, 'Content-Security-Policy': policy, ...headers },
  })
}

/** When not even a page can be made: the database went away before anything was read from it. */
function plain(status: number, detail = ''): Response {
  return new Response(`The archive cannot be read now. Try again in a minute. ${detail}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/** The path as the pages are named; undefined: no page can have it. */
function pathOf(path: string): string | undefined {
  if (path.length > LONGEST_PATH || !/^[\w./-]*$/.test(path)) return undefined
  return `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`
}

/** By where the reader is, else by what the browser asks for; Chinese where it does not say. */
function languageOf(request: Request): Lang {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/en/')) return 'en'
  if (pathname.startsWith('/zh/')) return 'zh'
  return /^en\b/i.test(request.headers.get('Accept-Language') ?? '') ? 'en' : 'zh'
}

/** Pages by path, the longest unasked goes first; all go when the shelf has grown. */
function keepPages(site: Site): (path: string) => Promise<Served | undefined> {
  let version = ''
  const kept = new Map<string, Served>()
  return async (path) => {
    const shelf = await site.archive.shelf()
    if (shelf.version !== version) kept.clear()
    version = shelf.version
    const served = kept.get(path) ?? (await pageAt(path, site))
    if (served === undefined) return undefined
    if (served.body.length > LARGEST_KEPT) return served
    kept.delete(path)
    kept.set(path, served)
    const [oldest] = kept.keys()
    if (kept.size > MOST_PAGES && oldest !== undefined) kept.delete(oldest)
    return served
  }
}
