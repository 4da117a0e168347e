import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { redactor } from '../../src/deliver/redact.ts'
import type { DeliverySettings } from '../../src/deliver/settings.ts'
import type { Database } from '../../src/load/database.ts'
import { editionKey } from '../../src/load/dispatches.ts'
import { type ArchivedEdition, findEdition, storeEdition } from '../../src/load/editions.ts'
import { alertsSchema } from '../../src/model/alerts-config.ts'
import type { Findings } from '../../src/model/findings.ts'
import type { MailAddress } from '../../src/model/mail-address.ts'
import { recipientsSchema } from '../../src/model/recipients-config.ts'
import type { Attempt, PublishEffects } from '../../src/publish/effects.ts'
import { dispatchTo, planOf, publish } from '../../src/publish/publish.ts'
import { readLetterLayout } from '../../src/publish/read-layout.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { NOW } from './databases.ts'
import type { Folder } from './folders.ts'
import { makeFindings } from './make-findings.ts'

/** A reader as `recipients.yaml` writes one. */
export function makeRecipient(
  address: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { address, name: '王小明', lang: 'zh', zone: 'Asia/Shanghai', ...more }
}

/** Settings of deliveries to a server on loopback. */
export function makeSettings(
  port: number,
  given: {
    readonly recipients?: readonly Record<string, unknown>[]
    readonly webhooks?: readonly Record<string, unknown>[]
    readonly places?: DeliverySettings['webhooks']
    readonly alerts?: readonly Record<string, unknown>[]
    readonly connections?: number
  },
): DeliverySettings {
  const from = 'report@example.com' as MailAddress
  return {
    recipients: recipientsSchema.parse({
      domains: ['example.com'],
      recipients: given.recipients ?? [],
      webhooks: given.webhooks ?? [],
    }),
    alerts: alertsSchema.parse({
      corrections: { excess: '0.01', relative: '0.05', verdicts: true },
      alerts: given.alerts ?? [],
    }),
    mail: {
      server: {
        host: '127.0.0.1',
        port,
        encryption: 'none',
        patience: { connect: 4000, step: 1200, reply: 1200 },
      },
      sender: { name: 'Feast Gap', address: from },
      bouncesTo: 'bounces@example.com' as MailAddress,
      connections: given.connections ?? 2,
    },
    webhooks: given.places ?? new Map(),
    unsubscribe: { url: 'https://archive.example.com/unsubscribe/' },
    redact: redactor([]),
  }
}

/** The effects of a run of deliveries, its clock standing still, and what it told. */
export async function makePublishing(
  db: Database,
  settings: DeliverySettings,
  now: () => Temporal.Instant = () => NOW,
): Promise<{ readonly effects: PublishEffects; readonly told: Attempt[] }> {
  const told: Attempt[] = []
  const effects: PublishEffects = {
    db,
    now,
    newToken: () => `token-${randomUUID()}`,
    settings,
    layout: await readLetterLayout(join(ROOT, 'templates')),
    tell: (attempt) => void told.push(attempt),
    isStopped: () => false,
  }
  return { effects, told }
}

/** An edition of the archive that passed its checks. */
export async function keepEdition(
  db: Database,
  {
    name = 'one',
    findings = makeFindings(),
    lang = 'zh',
  }: {
    readonly name?: string
    readonly findings?: Findings
    readonly lang?: 'zh' | 'en'
  } = {},
): Promise<ArchivedEdition> {
  const sha256 = await storeEdition(
    db,
    { html: `<p>${name}</p>`, lang, findings, reasons: [] },
    NOW,
  )
  const edition = await findEdition(db.reader, sha256)
  if (edition === undefined) throw new Error('the edition was not kept')
  return edition
}

/** Queues an edition for whoever has not got it. */
export async function enterEdition(
  edition: ArchivedEdition,
  effects: PublishEffects,
): Promise<string> {
  const readers = (await planOf(edition, effects)).filter(({ decision }) => decision === 'send')
  return dispatchTo(
    readers.map(({ addressee }) => addressee),
    { key: editionKey(edition.sha256), kind: 'edition', editionId: edition.id },
    effects,
  )
}

/** Sends an edition as the command does. */
export async function sendEdition(
  edition: ArchivedEdition,
  effects: PublishEffects,
  {
    which = 'due',
    run = 'run-1',
  }: { readonly which?: 'due' | 'failed'; readonly run?: string } = {},
): Promise<void> {
  await publish([await enterEdition(edition, effects)], { which, run }, effects)
}

/** A folder of configuration with these recipients, for the command line. */
export function makeConfigFolder(
  folder: Folder,
  recipients: Readonly<Record<string, unknown>>,
): string {
  const path = join(folder.path, 'config')
  cpSync(join(ROOT, 'config'), path, { recursive: true })
  // JSON is YAML.
  folder.write(
    'config/recipients.yaml',
    JSON.stringify({ domains: ['example.com'], ...recipients }),
  )
  return path
}
