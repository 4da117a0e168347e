import { setTimeout as sleep } from 'node:timers/promises'
import robots, { type Robot } from 'robots-parser'
import { decodePage } from '../extract/decode-page.ts'
import { type FetchRequest, makeFetch } from '../extract/fetch/fetch-page.ts'
import type { FetchLimits } from '../extract/fetch/limits.ts'
import { proxyAgents } from '../extract/fetch/proxy.ts'
import type { Page, PageRequest, Source } from '../extract/source.ts'
import type { Database } from '../load/database.ts'
import { recordTurn, reserveTurn } from '../load/host-gate.ts'
import { secretFinder } from '../model/secret-finder.ts'
import type { Config } from './config.ts'
import { ConfigError } from './errors.ts'
import { environmentSecrets } from './secrets.ts'

// The library is CommonJS and its types describe an ES module.
const robotsParser = robots as unknown as (url: string, text: string) => Robot

const LIMITS: FetchLimits = {
  attemptMs: 30_000,
  totalMs: 120_000,
  bytes: 32 * 1024 * 1024,
  redirects: 5,
  retries: 2,
  retryAfterMs: 60_000,
}

/** The host is not to be asked, by its robots.txt or for it fails again and again; or what it says is not to be kept. */
class SourceBlocked extends Error {
  override readonly name = 'SourceBlocked'
  readonly code = 'source-blocked'
  readonly retryable = false
}

/**
 * A fetch that honours robots.txt, takes its turn in the host's queue, identifies itself and stops asking a host that
 * keeps failing. Hosts that are pointed at a replay server are asked at once.
 */
export function makePoliteFetch(
  config: Config,
  {
    db,
    now,
    limits = LIMITS,
  }: { readonly db: Database; readonly now: () => Temporal.Instant; readonly limits?: FetchLimits },
): (request: PageRequest, source: Source) => Promise<Page> {
  const contact = config.FEASTGAP_CONTACT
  if (contact === undefined) {
    throw new ConfigError(
      'Set FEASTGAP_CONTACT to an e-mail or web address: sites must be able to reach whoever asks them.',
      { code: 'contact' },
    )
  }
  const options = {
    userAgent: `feast-gap/0.1 (+${contact})`,
    limits,
    rewrites: config.FEASTGAP_REWRITE_HOSTS,
    proxy: proxyAgents(proxyEnvironment(config)),
    now,
  }
  const fetch = makeFetch(options)
  const rules = new Map<string, Promise<Robot>>()
  const tellsSecret = secretFinder(environmentSecrets())

  const fetchClean = async (request: FetchRequest): Promise<Page> => {
    const page = await fetch(request)
    const { bytes, ...around } = page
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (!tellsSecret(JSON.stringify(around)) && !tellsSecret(body)) return page
    throw new SourceBlocked(
      `${new URL(request.url).host} repeats a key or password of ours in its answer, which is not kept`,
    )
  }
  const ask = async (request: FetchRequest, pace: number): Promise<Page> => {
    const { host } = new URL(request.url)
    if (options.rewrites.has(host)) return fetchClean(request)
    return inTurn({ host, pace }, { db, now, ask: () => fetchClean(request) })
  }
  const rulesOf = (url: URL, pace: number): Promise<Robot> => {
    const known =
      rules.get(url.origin) ??
      readRobots(new URL('/robots.txt', url).href, (address) =>
        ask({ url: address, headers: {} }, pace),
      )
    rules.set(url.origin, known)
    // What could not be had now may be had later.
    known.catch(() => rules.delete(url.origin))
    return known
  }
  return async ({ url, headers, form }, { pace, key }) => {
    const host = await rulesOf(new URL(url), pace)
    if (host.isAllowed(url, options.userAgent) === false)
      throw new SourceBlocked(`robots.txt of ${new URL(url).host} disallows ${url}`)
    // A key is added where the request leaves, so that it is never kept with it.
    const secret = key === undefined ? {} : { [key.header]: config[key.variable] ?? '' }
    const delay = Math.max(pace, host.getCrawlDelay(options.userAgent) ?? 0)
    return ask({ url, headers: { ...headers, ...secret }, form }, delay)
  }
}

/** Asks once the host's turn has come, and tells its gate how it went. Throws where the gate is closed. */
export async function inTurn(
  { host, pace }: { readonly host: string; readonly pace: number },
  {
    db,
    now,
    ask,
  }: {
    readonly db: Database
    readonly now: () => Temporal.Instant
    readonly ask: () => Promise<Page>
  },
): Promise<Page> {
  const turn = await reserveTurn(db.reader, host, { pace, now: now() })
  if ('closedUntil' in turn)
    throw new SourceBlocked(
      `${host} failed three times in a row: not asked before ${turn.closedUntil}`,
    )
  await sleep(turn.waitMs)
  try {
    const page = await ask()
    const isFine = page.status < 500
    // Of a host that was well and is well there is nothing to record.
    if (turn.isFailing || !isFine) await recordTurn(db.reader, host, { isFine, now: now() })
    return page
  } catch (error) {
    await recordTurn(db.reader, host, { isFine: false, now: now() })
    throw error
  }
}

export function proxyEnvironment({
  HTTP_PROXY,
  HTTPS_PROXY,
  NO_PROXY,
}: Config): Record<string, string> {
  return {
    ...(HTTP_PROXY === undefined ? {} : { HTTP_PROXY }),
    ...(HTTPS_PROXY === undefined ? {} : { HTTPS_PROXY }),
    ...(NO_PROXY === undefined ? {} : { NO_PROXY }),
  }
}

/** Rules of a host (RFC 9309): none when it has no such file or answers with a web page, all closed when it is failing. */
async function readRobots(
  address: string,
  ask: (address: string) => Promise<Page>,
): Promise<Robot> {
  const page = await ask(address)
  if (page.status >= 500) return robotsParser(address, 'User-agent: *\nDisallow: /')
  const text = decodePage(page)
  const hasRules = page.status < 400 && !/^\s*</.test(text)
  return robotsParser(address, hasRules ? text : '')
}
