import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { migrate } from '../../src/load/migrate.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import {
  type Echoing,
  echoMail,
  echoPostgres,
  echoProxy,
  echoWeb,
} from '../support/echoing-servers.ts'
import { type Ended, runFeastgap } from '../support/feastgap.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { keepEdition, makeConfigFolder, makeRecipient } from '../support/publishing.ts'
import type { WebServer } from '../support/web-server.ts'

/** 25 secrets, a word each, as passwords and keys are: some with what addresses and JSON must escape. */
const SECRETS = Array.from({ length: 25 }, (_, index) => {
  const odd = ['', '@', ':', '/', '%', ' ', '"', '+', '\\', '密', "'", '&'][index % 12]
  return `planted${odd}${(index * 7919 + 104_729).toString(36)}x${index}`
})
const [
  databasePassword = '',
  mailPassword = '',
  httpProxyPassword = '',
  httpsProxyPassword = '',
  key = '',
  pingPath = '',
  pingQuery = '',
  signingKey = '',
  ...others
] = SECRETS
const HOOKS = ['wecom', 'feishu', 'dingtalk', 'slack'] as const
const hookTokens = others.slice(0, HOOKS.length)
const hookSecrets = others.slice(HOOKS.length, HOOKS.length * 2)
/** What stands in an environment that is not usable. */
const misplaced = others.slice(HOOKS.length * 2)

const encode = encodeURIComponent

describe('25 planted secrets', () => {
  let folder: Folder
  let web: WebServer
  let servers: Readonly<Record<'proxy' | 'mail' | 'postgres', Echoing>>
  let environment: Readonly<Record<string, string>>
  const ended = new Map<string, Ended>()

  async function run(what: string, command: readonly string[], changes = {}): Promise<void> {
    const env = { ...environment, ...changes }
    ended.set(what, await runFeastgap(command, { home: folder.path, env }))
  }

  beforeAll(async () => {
    folder = makeFolder()
    web = await echoWeb(400)
    servers = {
      proxy: await echoProxy(),
      mail: await echoMail(),
      postgres: await echoPostgres(),
    }
    const config = makeConfigFolder(folder, {
      recipients: [makeRecipient('one@example.com')],
      webhooks: HOOKS.map((kind) => ({ id: kind, kind, lang: 'zh', zone: 'Asia/Shanghai' })),
    })
    const proxy = `127.0.0.1:${servers.proxy.port}`
    const hooks = HOOKS.map((kind, index) => [
      kind,
      { url: `${web.origin}/${encode(hookTokens[index] ?? '')}`, secret: hookSecrets[index] ?? '' },
    ])
    environment = {
      FEASTGAP_CONFIG: config,
      FEASTGAP_CONTACT: 'ops@example.com',
      FEASTGAP_REWRITE_HOSTS: JSON.stringify({ 'fuyao.aicubes.cn': web.origin }),
      HITHINK_FINANCE_API_KEY: key,
      HTTP_PROXY: `http://me:${encode(httpProxyPassword)}@${proxy}`,
      HTTPS_PROXY: `http://me:${encode(httpsProxyPassword)}@${proxy}`,
      NO_PROXY: '127.0.0.1,localhost',
      FEASTGAP_PING_URL: `${web.origin}/${encode(pingPath)}?token=${encode(pingQuery)}`,
      FEASTGAP_SMTP_URL: `smtp://me:${encode(mailPassword)}@127.0.0.1:${servers.mail.port}`,
      FEASTGAP_MAIL_FROM: 'Feast Gap <report@example.com>',
      FEASTGAP_WEBHOOKS: JSON.stringify(Object.fromEntries(hooks)),
    }
    await using db = await openEmbedded(join(folder.path, 'database'), 0)
    await migrate(db, join(ROOT, 'sql'), NOW)
    await keepEdition(db)
  })
  afterAll(async () => {
    await web[Symbol.asyncDispose]()
    for (const server of Object.values(servers)) await server[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })

  it('are found in no output, row, page, report or file, whatever goes wrong', {
    timeout: 600_000,
  }, async () => {
    const day = ['--from', '2023-06-01', '--to', '2023-06-02']
    await run('a site that repeats its key', [
      ...['backfill', ...day, '--source', 'ths-official-history', 'cfets'],
    ])
    await run('letters and messages that are refused', ['send'])
    await run('a night and its dead-man switch', ['nightly', '--steps', 'report', 'send'])
    const looks = [
      ['send', '--check'],
      ['doctor', '--json'],
      ['status', '--json'],
    ]
    for (const look of looks.slice(0, timesOf({ sample: 1, full: looks.length })))
      await run(look.join(' '), look)
    await run('a server that tells the password', ['status'], {
      DATABASE_URL: `postgres://me:${encode(databasePassword)}@127.0.0.1:${servers.postgres.port}/x`,
    })
    await run('a server that is not there', ['copy', '--from', 'embedded'], {
      DATABASE_URL: `postgres://me:${encode(databasePassword)}@127.0.0.1:1/x`,
    })
    await run('a signing key that is none', ['send', '--edition', '1'], {
      FEASTGAP_DKIM_DOMAIN: 'example.com',
      FEASTGAP_DKIM_SELECTOR: 'x',
      FEASTGAP_DKIM_KEY_FILE: folder.write('key.pem', signingKey),
    })
    const unusable = {
      DATABASE_URL: `postgres//me:${misplaced[0]}@host/x`,
      FEASTGAP_SMTP_URL: `me:${misplaced[1]}@host`,
      HTTP_PROXY: `http://[me:${misplaced[2]}`,
      FEASTGAP_PING_URL: `${misplaced[3]}`,
      FEASTGAP_WEBHOOKS: `{"desk":{"url":"http://hooks.example/${misplaced[4]}"}}`,
      HTTPS_PROXY: `ftp://me:${misplaced[5]}@`,
      FEASTGAP_LOCK_WAIT_SECONDS: `${misplaced[6]}`,
      FEASTGAP_CONTACT: `${misplaced[7]}`,
      FEASTGAP_REWRITE_HOSTS: `{"x":"${misplaced[8]}"}`,
    }
    await run('an environment that is not usable', ['status'], unusable)

    const codes = [...ended].map(([what, { code }]) => [what, code])
    expect(codes.filter(([, code]) => code === 0 || code === 1)).toEqual([])
    const places = new Map([
      ...[...ended].map(([what, { out, err }]) => [what, `${out}${err}`] as const),
      ...(await readDatabase(join(folder.path, 'database'))),
      ...readFiles(folder.path),
    ])
    expect(misplaced).toHaveLength(9)
    expect(findSecrets(places)).toEqual([])
    process.stdout.write(`${SECRETS.length} secrets, ${places.size} places looked at, 0 found\n`)
  })
})

/** Each secret in each form it may take, wherever it stands. */
function findSecrets(places: ReadonlyMap<string, string>): readonly string[] {
  const forms = (secret: string): readonly string[] => [
    secret,
    encode(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64').replaceAll('=', ''),
    Buffer.from(secret).toString('hex'),
  ]
  return [...places].flatMap(([place, text]) =>
    SECRETS.filter((secret) => forms(secret).some((form) => text.includes(form))).map(
      (secret) => `${secret} in ${place}`,
    ),
  )
}

/** Every row of every table as text, and the bytes of every kept page. */
async function readDatabase(path: string): Promise<readonly (readonly [string, string])[]> {
  await using db = await openEmbedded(path, 0)
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
  `.execute(db.reader)
  const texts: [string, string][] = []
  for (const { name } of tables.rows) {
    const rows = await sql<{ line: string }>`
      select row_to_json(t)::text as line from ${sql.raw(name)} t
    `.execute(db.reader)
    texts.push([name, rows.rows.map(({ line }) => line).join('\n')])
  }
  const bodies = await sql<{ encoding: string; bytes: Uint8Array | null }>`
    select encoding, bytes from body
  `.execute(db.reader)
  for (const { encoding, bytes } of bodies.rows) {
    const plain = encoding === 'zstd' && bytes !== null ? zstdDecompressSync(bytes) : (bytes ?? '')
    texts.push(['a kept page', Buffer.from(plain).toString()])
  }
  return texts
}

/** All files of the home folder, but the configuration and the key somebody put there. */
function readFiles(home: string): readonly (readonly [string, string])[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'key.pem')
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return [entry.name, (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()]
    })
}
