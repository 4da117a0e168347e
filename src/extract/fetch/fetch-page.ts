import { type OptionsOfBufferResponseBody, RequestError, type Response } from 'got'
import type { Page } from '../source.ts'
import { isPrivateLiteral } from './address-guard.ts'
import { type Clients, makeClients } from './clients.ts'
import type { FetchLimits } from './limits.ts'
import type { ProxyAgents } from './proxy.ts'

export interface FetchOptions {
  readonly userAgent: string
  readonly limits: FetchLimits
  /** Host → origin, for replay servers; such a host is asked without guard and pace. */
  readonly rewrites: ReadonlyMap<string, string>
  readonly now: () => Temporal.Instant
  readonly proxy?: ProxyAgents | undefined
}

/** What is asked; with a form, by POST. */
export interface FetchRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>> | undefined
}

/** The answer could not be had at all. `retryable` tells whether another day may help. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly code = 'fetch-failed'
  readonly retryable: boolean

  constructor(
    url: string,
    why: string,
    facts: { readonly retryable: boolean; readonly cause?: unknown },
  ) {
    super(`${url}: ${why}`, { cause: facts.cause })
    this.retryable = facts.retryable
  }
}

const KEPT_HEADERS = [
  'content-type',
  'content-encoding',
  'content-language',
  'date',
  'etag',
  'last-modified',
  'retry-after',
  'server',
]
/** Redirects that ask again in the same way; after the others a form is not sent a second time. */
const KEEPS_FORM: ReadonlySet<number> = new Set([307, 308])
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * A fetch of one address, polite and within limits; any status is an answer. Redirects are followed one by one. Throws
 * `FetchError`.
 */
export function makeFetch(options: FetchOptions): (request: FetchRequest) => Promise<Page> {
  const clients = makeClients(options)
  return async (request) => {
    const stop = new AbortController()
    const { totalMs } = options.limits
    const late = setTimeout(() => {
      const why = `no whole answer within ${totalMs} ms`
      stop.abort(new FetchError(request.url, why, { retryable: true }))
    }, totalMs)
    try {
      return await fetchPage(request, { ...options, clients, stop })
    } finally {
      clearTimeout(late)
    }
  }
}

type Asking = FetchOptions & { readonly clients: Clients; readonly stop: AbortController }

async function fetchPage({ url, ...asked }: FetchRequest, asking: Asking): Promise<Page> {
  const { limits, now } = asking
  const requestedAt = now()
  const redirects: string[] = []
  let request: FetchRequest = { url, ...asked }
  for (;;) {
    const { url: current } = request
    const response = await ask(request, asking)
    const next = REDIRECTS.has(response.statusCode) ? response.headers.location : undefined
    if (next === undefined)
      return toPage(response, { url, finalUrl: current, redirects, requestedAt })
    if (redirects.length >= limits.redirects) {
      throw new FetchError(url, `more than ${limits.redirects} redirects`, { retryable: false })
    }
    redirects.push(current)
    request = redirected(request, response.statusCode, absolute(next, current))
  }
}

function absolute(location: string, base: string): string {
  const url = URL.canParse(location, base) ? new URL(location, base) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new FetchError(base, 'it redirects to something that is no web address', {
      retryable: false,
    })
  }
  return url.href
}

/** A form is sent again only where the redirect says so; another host gets neither form nor headers, a key among them. */
function redirected(
  { url: from, headers, form }: FetchRequest,
  status: number,
  url: string,
): FetchRequest {
  if (new URL(from).host !== new URL(url).host) return { url, headers: {} }
  return KEEPS_FORM.has(status) ? { url, headers, form } : { url, headers }
}

async function ask(
  { url, headers, form }: FetchRequest,
  { userAgent, limits, rewrites, clients, stop }: Asking,
): Promise<Response<Uint8Array>> {
  const target = new URL(url)
  const origin = rewrites.get(target.host)
  if (origin === undefined && isPrivateLiteral(target)) {
    throw new FetchError(url, 'a private address is never asked', { retryable: false })
  }
  const client = origin === undefined ? clients.outside : clients.toReplay
  const refuse = (why: string): void =>
    stop.abort(new FetchError(url, `the answer is ${why}`, { retryable: false }))
  const request = client(
    origin === undefined ? url : new URL(target.pathname + target.search, origin).href,
    {
      headers: { ...headers, 'user-agent': userAgent },
      ...(form === undefined ? {} : { method: 'POST', form }),
      signal: stop.signal,
      responseType: 'buffer',
    } satisfies OptionsOfBufferResponseBody,
  )
  request.on('downloadProgress', ({ transferred }) => {
    if (transferred > limits.bytes) refuse(`larger than ${limits.bytes} bytes`)
  })
  try {
    const response = await request
    if (isPackedTwice(response)) refuse('packed more than once')
    stop.signal.throwIfAborted()
    return response
  } catch (cause) {
    throw stop.signal.aborted ? stop.signal.reason : toFetchError(url, cause)
  }
}

/** Encodings within encodings multiply what a small answer unpacks to. The library has taken the header away by now. */
function isPackedTwice({ rawHeaders }: Response<Uint8Array>): boolean {
  return rawHeaders.some(
    (name, index) =>
      name.toLowerCase() === 'content-encoding' && rawHeaders[index + 1]?.includes(','),
  )
}

function toFetchError(url: string, cause: unknown): FetchError {
  const why = cause instanceof Error ? cause.message : String(cause)
  const retryable = cause instanceof RequestError && cause.code !== 'private-address'
  return new FetchError(url, why, { retryable, cause })
}

function toPage(
  { statusCode, headers, body }: Response<Uint8Array>,
  where: Pick<Page, 'url' | 'finalUrl' | 'redirects' | 'requestedAt'>,
): Page {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { ...where, status: statusCode, headers: Object.fromEntries(kept), bytes: body }
}
