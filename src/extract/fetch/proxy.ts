import { Agent as HttpAgent, type ProxyEnv } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

export interface ProxyAgents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

/**
 * Agents that go through the proxies of the environment; undefined where it names none. The proxy then looks names up, so
 * only literal private addresses can be refused on our side: what else it may reach is the operator's to restrict.
 */
export function proxyAgents(environment: ProxyEnv): ProxyAgents | undefined {
  const { HTTP_PROXY, HTTPS_PROXY } = environment
  if (HTTP_PROXY === undefined && HTTPS_PROXY === undefined) return undefined
  return {
    http: new HttpAgent({ proxyEnv: environment }),
    https: new HttpsAgent({ proxyEnv: environment }),
  }
}
