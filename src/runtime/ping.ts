import got from 'got'
import { proxyAgents } from '../extract/fetch/proxy.ts'
import type { Config } from './config.ts'
import { proxyEnvironment } from './polite-fetch.ts'

const PATIENCE_MS = 10_000
const RETRIES = 2

/**
 * Tells a dead-man switch outside that a night ended: it raises the alarm when it hears nothing for too long, or hears
 * `/fail`. A switch that does not answer is told, and no failure of the night.
 */
export async function ping(
  config: Config,
  how: 'well' | 'badly',
  tell: (trouble: string) => void,
): Promise<void> {
  const address = config.FEASTGAP_PING_URL
  if (address === undefined) return
  const url = new URL(address)
  if (how === 'badly') url.pathname = `${url.pathname.replace(/\/$/, '')}/fail`
  const agent = proxyAgents(proxyEnvironment(config))
  try {
    await got(url, {
      timeout: { request: PATIENCE_MS },
      retry: { limit: RETRIES },
      ...(agent === undefined ? {} : { agent }),
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    tell(`The dead-man switch of FEASTGAP_PING_URL could not be told (${code}).`)
  }
}
