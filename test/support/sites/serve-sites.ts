import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FUNDING_SITES } from './funding.ts'
import { MARKET_SITES } from './market.ts'
import type { Site } from './site.ts'

export const SITES: Readonly<Record<string, Site>> = { ...MARKET_SITES, ...FUNDING_SITES }

export interface Sites extends AsyncDisposable {
  /** What a command needs to take these for the real ones. */
  readonly env: Readonly<Record<string, string>>
  /** Host and path of every request but those for robots.txt, with a form's fields. */
  readonly asked: readonly string[]
}

/** All sites in one process, each under a port of its own; `delayMs` is how long each answer takes. */
export async function serveSites({
  delayMs = 0,
  sites = SITES,
}: {
  readonly delayMs?: number
  readonly sites?: Readonly<Record<string, Site>>
} = {}): Promise<Sites> {
  const asked: string[] = []
  const opened = await Promise.all(
    Object.entries(sites).map(([host, site]) => open(host, site, { asked, delayMs })),
  )
  const rewrites = Object.fromEntries(opened.map(({ host, origin }) => [host, origin]))
  return {
    env: { FEASTGAP_CONTACT: 'ops@example.com', FEASTGAP_REWRITE_HOSTS: JSON.stringify(rewrites) },
    asked,
    async [Symbol.asyncDispose]() {
      await Promise.all(opened.map(({ close }) => close()))
    },
  }
}

async function open(
  host: string,
  site: Site,
  { asked, delayMs }: { readonly asked: string[]; readonly delayMs: number },
) {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += String(part)
    })
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `https://${host}`)
      if (url.pathname === '/robots.txt') return response.writeHead(404).end()
      asked.push(`${host}${url.pathname}${url.search} ${text}`)
      const answer = site(url, new URLSearchParams(text))
      const end = (): unknown => response.writeHead(answer === undefined ? 404 : 200).end(answer)
      return delayMs === 0 ? end() : setTimeout(end, delayMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    host,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
