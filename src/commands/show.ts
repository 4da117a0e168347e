import { join } from 'node:path'
import type { Reader } from '../load/database.ts'
import { openEmbedded } from '../load/embedded-database.ts'
import { openPostgres } from '../load/postgres-database.ts'
import { type Config, ROOT } from '../runtime/config.ts'
import { type Lent, lendEmbedded, lendServer } from '../runtime/lend-database.ts'
import { homeOf } from '../runtime/live.ts'
import type { PrintPdf } from '../runtime/print-pdf.ts'
import { readLayout } from '../site/layout.ts'
import { openArchive } from '../site/open-archive.ts'
import type { Site } from '../site/page-at.ts'

/** The archive over the database in use. */
export interface Showing extends AsyncDisposable {
  readonly lent: Lent
  readonly site: Site
}

/** New editions are looked for this often: on files of one owner seldom, for every look takes them from others. */
const FRESH_MS = { server: 2000, embedded: 15_000 } as const
const LONGEST_WAIT_SECONDS = 5
/** A page waits no longer for the server. */
const STATEMENT_MS = '15000'

/** Opens what the pages need. Nothing is written, so the reader's role of the database suffices. */
export async function goShowing(
  config: Config,
  {
    sample,
    print,
    onStale,
  }: {
    readonly sample: boolean
    /** Makes PDF of editions; undefined: none are offered. */
    readonly print: PrintPdf | undefined
    readonly onStale: (error: unknown) => void
  },
): Promise<Showing> {
  const lent = await lend(config, sample)
  const use = <T>(work: (db: Reader) => Promise<T>): Promise<T> =>
    lent.use(({ reader }) => work(reader))
  const archive = openArchive({
    use,
    print: print === undefined ? undefined : oneAtATime(print),
    clock: () => performance.now(),
    freshMs: FRESH_MS[lent.kind],
    onStale,
  })
  const { FEASTGAP_SITE_URL: address, FEASTGAP_ERRORS_TO: errorsTo } = config
  const settings = {
    ...(address === undefined ? {} : { address: address.replace(/\/*$/, '/') }),
    ...(errorsTo === undefined ? {} : { errorsTo }),
    hasPdf: archive.pdf !== undefined,
  }
  const layout = await readLayout(join(ROOT, 'templates'))
  return {
    lent,
    site: { archive, layout, settings },
    [Symbol.asyncDispose]: () => lent[Symbol.asyncDispose](),
  }
}

async function lend(config: Config, sample: boolean): Promise<Lent> {
  const migrations = join(ROOT, 'sql')
  if (config.DATABASE_URL !== undefined && !sample) {
    const url = new URL(config.DATABASE_URL)
    url.searchParams.set('statement_timeout', STATEMENT_MS)
    return lendServer({
      open: async () => openPostgres(url.href, { name: 'feastgap-archive' }),
      migrations,
    })
  }
  const folder = join(homeOf(config), sample ? 'sample' : '', 'database')
  const waitMs = Math.min(config.FEASTGAP_LOCK_WAIT_SECONDS, LONGEST_WAIT_SECONDS) * 1000
  return lendEmbedded(folder, { open: () => openEmbedded(folder, waitMs), migrations })
}

/** A browser is heavy: one prints at a time. */
function oneAtATime(print: PrintPdf): PrintPdf {
  let last: Promise<unknown> = Promise.resolve()
  return (page) => {
    const printed = last.then(() => print(page))
    last = printed.catch(() => {})
    return printed
  }
}
