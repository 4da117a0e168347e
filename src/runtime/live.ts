import { join, resolve } from 'node:path'
import type { Database } from '../load/database.ts'
import { dueLedger, sessionName } from '../load/due-times.ts'
import { fence } from '../load/fenced-database.ts'
import { migrate } from '../load/migrate.ts'
import { adoptTracks, type Effects } from '../pipeline.ts'
import type { DueLedger, HeldDue } from '../schedule/ledger.ts'
import { type Config, ROOT } from './config.ts'
import { type ConfigFiles, readConfigFiles } from './config-files.ts'
import { ConfigError } from './errors.ts'

export interface Live
  extends Effects,
    Pick<ConfigFiles, 'feeds' | 'sources' | 'corrections' | 'gate'>,
    AsyncDisposable {
  readonly config: Config
  /** Folder for what commands write beside the database. */
  readonly home: string
  readonly ledger: DueLedger
}

/**
 * Builds everything a command needs: configuration, the migrated database, the clock. `await using` closes it. Whoever
 * holds a due time gets a database that writes only while he does.
 */
export async function goLive(
  config: Config,
  place: { readonly sample?: boolean; readonly held?: HeldDue } = {},
): Promise<Live> {
  const files = await readConfigFiles(resolve(ROOT, config.FEASTGAP_CONFIG))
  const home = join(homeOf(config), place.sample === true ? 'sample' : '')
  const url = place.sample === true ? undefined : config.DATABASE_URL
  const whole = await openDatabase(config, { url, home, held: place.held })
  const db = place.held === undefined ? whole : fence(whole, place.held)
  const now = (): Temporal.Instant => Temporal.Now.instant()
  try {
    await migrate(db, join(ROOT, 'sql'), now())
    await adoptTracks({ db, tracks: files.tracks, now })
  } catch (error) {
    await db[Symbol.asyncDispose]()
    throw error
  }
  return {
    ...files,
    db,
    ledger: dueLedger(whole),
    now,
    config,
    home,
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

export function homeOf(config: Config): string {
  return resolve(ROOT, config.FEASTGAP_HOME)
}

/** Folder of the embedded database. */
export function databaseFolder(config: Config): string {
  return join(homeOf(config), 'database')
}

/** One of the two databases an environment names, as it is: not migrated. */
export async function openAsItIs(config: Config, kind: Database['kind']): Promise<Database> {
  const url = kind === 'server' ? config.DATABASE_URL : undefined
  if (kind === 'server' && url === undefined) {
    throw new ConfigError('DATABASE_URL is not set: there is no PostgreSQL server to use.', {
      code: 'environment',
    })
  }
  return openDatabase(config, { url, home: homeOf(config), held: undefined })
}

/** The drivers are heavy, so only the one in use is loaded. */
async function openDatabase(
  config: Config,
  {
    url,
    home,
    held,
  }: {
    readonly url: string | undefined
    readonly home: string
    readonly held: HeldDue | undefined
  },
): Promise<Database> {
  if (url !== undefined) {
    const { openPostgres } = await import('../load/postgres-database.ts')
    return openPostgres(url, {
      silentSeconds: config.FEASTGAP_DATABASE_SILENCE_SECONDS,
      ...(held === undefined ? {} : { name: sessionName(held) }),
    })
  }
  const { openEmbedded } = await import('../load/embedded-database.ts')
  return openEmbedded(join(home, 'database'), config.FEASTGAP_LOCK_WAIT_SECONDS * 1000)
}
