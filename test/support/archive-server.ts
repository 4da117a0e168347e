import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { FolderInUse } from '../../src/load/folder-lock.ts'
import type { Findings } from '../../src/model/findings.ts'
import { archive, type Effects } from '../../src/pipeline.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import type { SiteSettings } from '../../src/report/site/site-view.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { metricsText } from '../../src/runtime/metrics.ts'
import { type AppEffects, makeApp } from '../../src/site/app.ts'
import type { Archive } from '../../src/site/archive.ts'
import { readLayout } from '../../src/site/layout.ts'
import { openArchive } from '../../src/site/open-archive.ts'
import type { Site } from '../../src/site/page-at.ts'

const templates = join(ROOT, 'templates')

/** Publishes findings in both languages. */
export async function publishBoth(findings: Findings, effects: Effects): Promise<void> {
  for (const lang of ['zh', 'en'] as const)
    await archive(
      { html: await renderEdition(findings, { lang, templates }), lang, findings },
      effects,
    )
}

/** The archive over a database, which looks for new editions at every request. */
export async function makeSite(
  { db }: Pick<Effects, 'db'>,
  settings: Partial<SiteSettings> = {},
): Promise<Site> {
  const opened = openArchive({
    use: (work) => work(db.reader),
    print: undefined,
    clock: () => 0,
    freshMs: 0,
    onStale(error) {
      throw error
    },
  })
  return siteOf(opened, settings)
}

async function siteOf(opened: Archive, settings: Partial<SiteSettings> = {}): Promise<Site> {
  return {
    archive: opened,
    layout: await readLayout(templates),
    settings: { hasPdf: opened.pdf !== undefined, ...settings },
  }
}

export interface ArchiveServer extends AsyncDisposable {
  readonly origin: string
  /** Faults it wrote down. */
  readonly faults: unknown[]
}

/** The real server on loopback. */
export async function serveSite(
  site: Site,
  { db, ...given }: Partial<AppEffects> & Partial<Pick<Effects, 'db'>>,
): Promise<ArchiveServer> {
  const faults: unknown[] = []
  const app = makeApp(site, {
    metrics: async () => (db === undefined ? '' : metricsText(db.reader)),
    health: async () => ({ editions: (await site.archive.shelf()).editions.length }),
    unsubscribe: async () => false,
    isBusy: (error) => error instanceof FolderInUse,
    writeDown(error) {
      faults.push(error)
      return `f${faults.length}`
    },
    ...given,
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    // A busy test must not find its connection closed.
    serverOptions: { keepAliveTimeout: 65_000 },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    faults,
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
