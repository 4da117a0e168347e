import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DeliverySettings } from '../deliver/settings.ts'
import { addressKey } from '../model/mail-address.ts'
import { addresseesOf } from '../publish/addressees.ts'
import type { Attempt, PublishEffects } from '../publish/effects.ts'
import { readLetterLayout } from '../publish/read-layout.ts'
import { ROOT } from './config.ts'
import { readDelivery } from './delivery.ts'
import { ConfigError } from './errors.ts'
import type { Live } from './live.ts'

const TOKEN_BYTES = 24
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** What an address unsubscribes with. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** Everything delivering needs, on top of what every command has. While it lives, Ctrl-C lets what is in hand end. */
export async function goPublishing(
  { db, now, config, tracks }: Live,
  tell: (attempt: Attempt) => void,
): Promise<PublishEffects & Disposable> {
  const settings = await readDelivery(config)
  checkAlerts(settings, tracks)
  const layout = await readLetterLayout(join(ROOT, 'templates'))
  let isStopped = false
  const stop = (): void => {
    isStopped = true
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  return {
    db,
    now,
    newToken,
    settings,
    layout,
    tell,
    isStopped: () => isStopped,
    [Symbol.dispose]() {
      for (const signal of SIGNALS) process.off(signal, stop)
    },
  }
}

/** Alerts on tracks or to readers that are not there would never be told. */
function checkAlerts({ alerts, recipients }: DeliverySettings, { versions }: Live['tracks']): void {
  const tracks = new Set(versions.flatMap((version) => version.tracks.map(({ id }) => id)))
  const readers = new Set(addresseesOf(recipients).map(({ recipient }) => recipient))
  const problems = alerts.alerts.flatMap(({ id, track, to = [] }) => [
    ...(track === 'all' || tracks.has(track)
      ? []
      : [`alert ${id}: there is no track ${track} in tracks.yaml`]),
    ...to
      .filter((name) => !readers.has(addressKey(name)))
      .map((name) => `alert ${id}: ${name} is not in recipients.yaml`),
  ])
  if (problems.length > 0)
    throw new ConfigError(`alerts.yaml is not usable:\n  ${problems.join('\n  ')}`, {
      code: 'alerts',
    })
}
