import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { FolderInUse } from '../load/folder-lock.ts'
import { unsubscribeByToken } from '../load/recipients.ts'
import type { Config } from '../runtime/config.ts'
import { OperatorError } from '../runtime/errors.ts'
import { metricsText } from '../runtime/metrics.ts'
import { findPrinter } from '../runtime/print-pdf.ts'
import { makeApp } from '../site/app.ts'
import { goShowing, type Showing } from './show.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

export interface ServeOptions {
  readonly host?: string
  readonly port?: number
  readonly sample: boolean
}

const LARGEST_HEADERS = 8192
const REQUEST_MS = 15_000
/** Longer than proxies hold a connection, so that none sends a request into one we just closed. */
const IDLE_MS = 65_000
const MOST_CONNECTIONS = 500
/** How long a request in hand may take once we are asked to stop. */
const LAST_MS = 10_000

/** Serves the archive until it is stopped; what is in hand is answered first. */
export async function serve(
  { host, port, sample }: ServeOptions,
  { config, terminal }: { readonly config: Config; readonly terminal: Terminal },
): Promise<ExitCode> {
  await using showing = await goShowing(config, {
    sample,
    print: findPrinter(),
    onStale: (error) =>
      say(terminal.err, `Looking for new editions failed: ${textOf(error)}`, 'error'),
  })
  const server = createAdaptorServer({
    fetch: makeApp(showing.site, effectsOf(showing, terminal)).fetch,
    serverOptions: {
      maxHeaderSize: LARGEST_HEADERS,
      requestTimeout: REQUEST_MS,
      headersTimeout: REQUEST_MS,
      keepAliveTimeout: IDLE_MS,
    },
  })
  if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS
  const place = {
    host: host ?? config.FEASTGAP_SERVE_HOST,
    port: port ?? config.FEASTGAP_SERVE_PORT,
  }
  const { address, port: taken } = await listen(server, place)
  const name = address.includes(':') ? `[${address}]` : address
  say(terminal.out, `http://${name}:${taken}/`)
  say(terminal.err, 'Serving the archive; Ctrl-C or SIGTERM ends it.')
  await stopped()
  say(terminal.err, 'Stopping when the requests in hand are answered.')
  await closed(server)
  return EXIT.done
}

type Server = ReturnType<typeof createAdaptorServer>

function effectsOf({ lent, site }: Showing, { err }: Terminal): Parameters<typeof makeApp>[1] {
  return {
    metrics: () => lent.use(({ reader }) => metricsText(reader)),
    async health() {
      const { editions } = await site.archive.shelf()
      await lent.use(({ reader }) =>
        reader.selectFrom('schema_migration').select('name').limit(1).execute(),
      )
      return { editions: editions.length, newest: editions[0]?.sha256 ?? null }
    },
    async unsubscribe(token) {
      const ended = await lent.use(({ reader }) =>
        unsubscribeByToken(reader, token, {
          evidence: 'asked for on the archive',
          now: Temporal.Now.instant(),
        }),
      )
      return ended !== undefined
    },
    isBusy: (error) => error instanceof FolderInUse,
    writeDown(error) {
      const id = randomUUID().slice(0, 8)
      say(err, `Fault ${id}: ${textOf(error)}`, 'error')
      return id
    },
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const REFUSED: Readonly<Record<string, string | undefined>> = {
  EADDRINUSE: 'another program has it. Stop that one, or choose another with --port',
  EACCES: 'ports below 1024 need rights this process has not. Choose a higher one with --port',
  EADDRNOTAVAIL: 'this machine has no such address. Choose another with --host',
  ENOTFOUND: 'there is no such host. Choose another with --host',
}

function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = REFUSED[error.code ?? '']
      reject(
        why === undefined
          ? error
          : new OperatorError(`Cannot listen on ${host}, port ${port}: ${why}.`, {
              code: 'listen',
              cause: error,
            }),
      )
    })
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}

function stopped(): Promise<void> {
  return new Promise((finish) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish())
  })
}

async function closed(server: Server): Promise<void> {
  const end = new Promise<void>((finish) => server.close(() => finish()))
  const force = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, LAST_MS)
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await end
  clearTimeout(force)
}
