import got, { type ExtendOptions, type Got } from 'got'
import { guardedLookup } from './address-guard.ts'
import type { FetchLimits } from './limits.ts'
import type { ProxyAgents } from './proxy.ts'

/** How requests leave. What is the same for all of them is checked once, here: anew for each, it shows in the processor's time. */
export interface Clients {
  readonly toReplay: Got
  /** Straight to the host by HTTP/1.1 or 2, past the guard, or through a proxy. */
  readonly outside: Got
}

export function makeClients({
  limits,
  proxy,
}: {
  readonly limits: FetchLimits
  readonly proxy?: ProxyAgents | undefined
}): Clients {
  const common = got.extend({
    timeout: { request: limits.attemptMs },
    retry: {
      limit: limits.retries,
      methods: ['GET', 'POST'],
      maxRetryAfter: limits.retryAfterMs,
      backoffLimit: limits.retryAfterMs,
    },
    followRedirect: false,
    throwHttpErrors: false,
  })
  return { toReplay: common.extend({ http2: true }), outside: common.extend(routeOutside(proxy)) }
}

function routeOutside(
  proxy: ProxyAgents | undefined,
): Pick<ExtendOptions, 'http2' | 'dnsLookup' | 'agent'> {
  if (proxy !== undefined) return { agent: { ...proxy } }
  return { http2: true, dnsLookup: guardedLookup as NonNullable<ExtendOptions['dnsLookup']> }
}
