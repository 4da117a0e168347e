import { cpSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { stringify } from 'yaml'
import { sampleFiles } from '../../src/commands/sample.ts'
import { sourcesWith } from '../../src/extract/registry.ts'
import type { Database } from '../../src/load/database.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { freshDatabase } from './databases.ts'
import { runFeastgap } from './feastgap.ts'
import type { Folder } from './folders.ts'
import { newDatabase, newName } from './new-database.ts'
import { makeRecipient } from './publishing.ts'
import { SITES, type Sites, serveSites } from './sites/serve-sites.ts'
import { type ScriptedServer, scriptSmtp } from './smtp-script.ts'

/** Sources of rates, of dated and of newest announcements: what every night has, and few pages. */
const ASKED = ['cfets', 'kr36-daily', 'pitchhub', 'pedaily', 'szse-calendar']
const READERS = ['one@example.com', 'two@example.com']

/** A database with the bundled data, as it stands before the first night. */
export interface Evening {
  /** A copy of it for one night, at a home of its own. */
  readonly copy: (home: string) => Promise<Night>
}

/** The database of one night, named to commands by `env`. */
export interface Night {
  readonly env: Readonly<Record<string, string>>
  readonly open: () => Promise<Database>
}

/** Evenings on every kind of database the suite runs on. */
export const EVENINGS: readonly {
  readonly name: string
  readonly begin: (folder: Folder) => Promise<Evening>
}[] = [
  { name: 'embedded', begin: embeddedEvening },
  ...(inject('postgresUrl') === '' ? [] : [{ name: 'PostgreSQL', begin: serverEvening }]),
]

async function serverEvening(folder: Folder): Promise<Evening> {
  const evening = await openEvening(folder)
  const original = new URL(evening).pathname.slice(1)
  return {
    async copy() {
      const url = await newDatabase(inject('postgresUrl'), newName(), original)
      return { env: { DATABASE_URL: url }, open: async () => openPostgres(url) }
    },
  }
}

async function embeddedEvening({ path }: Folder): Promise<Evening> {
  await loadSample({ home: path })
  return {
    async copy(home) {
      await cp(join(path, DATABASE), join(home, DATABASE), { recursive: true })
      return { env: {}, open: () => openEmbedded(join(home, DATABASE), 0) }
    },
  }
}

/** Where a home folder keeps its embedded database. */
const DATABASE = 'database'

/** The address of a fresh database on the test server with the bundled data: how it stands before the first night. */
export async function openEvening({ path }: Folder): Promise<string> {
  const url = await freshDatabase()
  await loadSample({ home: path, env: { DATABASE_URL: url } })
  return url
}

async function loadSample(place: Parameters<typeof runFeastgap>[1]): Promise<void> {
  const loaded = await runFeastgap(['import', ...(await sampleFiles())], place)
  expect([loaded.code, loaded.err]).toEqual([0, ''])
}

/** Everything a night meets outside, on loopback. */
export interface Outside extends AsyncDisposable {
  readonly sites: Sites
  readonly mail: ScriptedServer
  readonly env: Readonly<Record<string, string>>
}

/** Sites of a few sources, a mail server that takes everything, and a configuration that asks and writes to them. */
export async function openOutside(folder: Folder, delayMs = 20): Promise<Outside> {
  const config = join(folder.path, 'config')
  cpSync(join(ROOT, 'config'), config, { recursive: true })
  const sources = Object.fromEntries(
    sourcesWith([]).map(({ id }) => [id, { on: ASKED.includes(id) }]),
  )
  folder.write('config/sources.yaml', stringify({ sources }))
  folder.write('config/feeds.yaml', 'feeds: []\n')
  const schedule = { editions: [{ period: '2023-H1', lang: 'zh' }], jobs: [] }
  folder.write('config/schedule.yaml', stringify(schedule))
  const recipients = READERS.map((address) => makeRecipient(address))
  folder.write('config/recipients.yaml', stringify({ domains: ['example.com'], recipients }))
  const sites = await serveSites({ delayMs, sites: SITES })
  const mail = await scriptSmtp({})
  return {
    sites,
    mail,
    env: {
      ...sites.env,
      FEASTGAP_CONFIG: config,
      FEASTGAP_SMTP_URL: `smtp://127.0.0.1:${mail.port}?plain`,
      FEASTGAP_MAIL_FROM: 'Feast Gap <report@example.com>',
    },
    async [Symbol.asyncDispose]() {
      await sites[Symbol.asyncDispose]()
      await mail[Symbol.asyncDispose]()
    },
  }
}
