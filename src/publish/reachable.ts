import { knowRecipients, type RecipientState } from '../load/recipients.ts'
import { type Addressee, addresseesOf } from './addressees.ts'
import type { PublishEffects } from './effects.ts'

type Around = Pick<PublishEffects, 'db' | 'now' | 'newToken' | 'settings'>

/** What is known of every address of the configuration. */
export function statesOf({
  db,
  now,
  newToken,
  settings,
}: Around): Promise<ReadonlyMap<string, RecipientState>> {
  const addresses = addresseesOf(settings.recipients)
    .filter(({ channel }) => channel === 'mail')
    .map(({ recipient }) => recipient)
  return knowRecipients(db.reader, addresses, { now: now(), newToken })
}

/** Readers of the configuration who are written to. */
export async function reachable(around: Around): Promise<readonly Addressee[]> {
  const states = await statesOf(around)
  return addresseesOf(around.settings.recipients).filter(
    ({ recipient }) => states.get(recipient)?.disabledWhy == null,
  )
}
