import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Attempt, PublishEffects } from '../publish/effects.ts'
import { readLetterLayout } from '../publish/read-layout.ts'
import { ROOT } from './config.ts'
import { readDelivery } from './delivery.ts'
import type { Live } from './live.ts'

const TOKEN_BYTES = 24

/** What an address unsubscribes with. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** Everything delivering needs, on top of what every command has. Ctrl-C lets what is in hand end. */
export async function goPublishing(
  { db, now, config }: Live,
  tell: (attempt: Attempt) => void,
): Promise<PublishEffects> {
  let isStopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      isStopped = true
    })
  return {
    db,
    now,
    newToken,
    settings: await readDelivery(config),
    layout: await readLetterLayout(join(ROOT, 'templates')),
    tell,
    isStopped: () => isStopped,
  }
}
