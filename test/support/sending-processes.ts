import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { freshDatabase, openMigrated } from './databases.ts'
import { environmentOf } from './feastgap.ts'
import type { Folder } from './folders.ts'
import { keepEdition, makeConfigFolder, makeRecipient } from './publishing.ts'
import type { ScriptedServer } from './smtp-script.ts'

/** A home folder with editions in its database, for processes that send them. */
export interface SendingPlace {
  readonly open: () => Promise<Database>
  /** Numbers of the editions. */
  readonly editions: readonly string[]
  /** Runs the command line. `started` gets what ends the process at once. */
  readonly run: (
    words: readonly string[],
    started?: (kill: () => void) => void,
  ) => Promise<NodeJS.Signals | number | null>
}

/** The databases processes of their own can send from. */
export const SENDING_DATABASES: readonly {
  readonly name: string
  readonly address: () => Promise<string | undefined>
}[] = [
  { name: 'embedded', address: async () => undefined },
  ...(inject('postgresUrl') === '' ? [] : [{ name: 'PostgreSQL', address: freshDatabase }]),
]

export async function makeSendingPlace(
  folder: Folder,
  server: ScriptedServer,
  counts: {
    readonly address: string | undefined
    readonly editions: number
    readonly readers: number
  },
): Promise<SendingPlace> {
  const { address } = counts
  const open = async (): Promise<Database> =>
    address === undefined ? openEmbedded(join(folder.path, 'database'), 0) : openPostgres(address)
  const editions: string[] = []
  {
    await using db = await openMigrated(open)
    for (let index = 0; index < counts.editions; index += 1)
      editions.push((await keepEdition(db, { name: String(index) })).id)
  }
  const recipients = Array.from({ length: counts.readers }, (_, index) =>
    makeRecipient(`r${index}@example.com`),
  )
  const config = makeConfigFolder(folder, { recipients })
  folder.write(
    'config/alerts.yaml',
    'corrections: { excess: 0.01, relative: 0.05, verdicts: true }\n',
  )
  const own = {
    FEASTGAP_CONFIG: config,
    FEASTGAP_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    FEASTGAP_MAIL_FROM: 'report@example.com',
    FEASTGAP_MAIL_CONNECTIONS: '1',
    FEASTGAP_LOCK_WAIT_SECONDS: '3600',
    ...(address === undefined ? {} : { DATABASE_URL: address }),
  }
  const env = environmentOf({ home: folder.path, env: own })
  const run: SendingPlace['run'] = (words, started) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/cli.js'), ...words], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    })
    started?.(() => child.kill('SIGKILL'))
    return new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)))
  }
  return { open, editions, run }
}

/** Where each letter stands, and how many copies of it the server took whole. */
export async function countCopies(
  db: Database,
  { whole }: Pick<ScriptedServer, 'whole'>,
): Promise<readonly { readonly stage: string; readonly copies: number }[]> {
  const found = await sql<{ id: string; stage: string }>`
    select message_id as id, stage from delivery order by dispatch_id, recipient
  `.execute(db.reader)
  const copies = Map.groupBy(whole, ({ text }) => /^Message-ID: (.+)$/m.exec(text)?.[1] ?? '')
  return found.rows.map(({ id, stage }) => ({ stage, copies: copies.get(id)?.length ?? 0 }))
}
