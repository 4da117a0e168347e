import type { DeliverySettings } from '../deliver/settings.ts'
import { editionKey, enterDispatch, type NewDispatch, standingsOf } from '../load/dispatches.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import { domainOf } from '../model/mail-address.ts'
import type { DigestNotice } from '../model/notice.ts'
import { type Addressee, addresseesOf } from './addressees.ts'
import { type Delivered, deliverOpen } from './deliver-open.ts'
import type { Attempt, PublishEffects } from './effects.ts'
import { type PlannedReader, planEdition } from './plan-edition.ts'
import { reachable, statesOf } from './reachable.ts'

/** Who would get an edition now. Sends nothing. */
export async function planOf(
  edition: ArchivedEdition,
  effects: PublishEffects,
): Promise<readonly PlannedReader[]> {
  const addressees = addresseesOf(effects.settings.recipients)
  const states = await statesOf(effects)
  const standings = await standingsOf(effects.db.reader, editionKey(edition.sha256))
  return planEdition(edition, addressees, { states, standings })
}

/** Decides that something is sent to these readers. The same decision made twice is one. Returns its id. */
export async function dispatchTo(
  readers: readonly Addressee[],
  dispatch: NewDispatch,
  { db, now, settings }: PublishEffects,
): Promise<string> {
  const host = messageHost(settings)
  return db.transaction((transaction) =>
    enterDispatch(transaction, dispatch, readers, { now: now(), host }),
  )
}

/** The domain of Message-IDs. */
export function messageHost({ mail }: Pick<DeliverySettings, 'mail'>): string {
  return mail === undefined ? 'feastgap.invalid' : domainOf(mail.sender.address)
}

/** Sends what is open of these dispatches, then tells the owners once of what failed in this run. */
export async function publish(
  dispatchIds: readonly string[] | 'all',
  { which, run }: { readonly which: 'due' | 'failed'; readonly run: string },
  effects: PublishEffects,
): Promise<Delivered> {
  const delivered = await deliverOpen(dispatchIds, which, effects)
  const failures = delivered.attempts.flatMap(failureOf)
  if (failures.length === 0) return delivered
  const notice: DigestNotice = { kind: 'digest', run, failures }
  const owners = (await reachable(effects)).filter(({ owner }) => owner)
  const digest = await dispatchTo(owners, { key: `digest:${run}`, kind: 'digest', notice }, effects)
  // A digest that fails is seen in the status; it never makes another digest.
  if (delivered.broken === undefined) await deliverOpen([digest], 'due', effects)
  return delivered
}

function failureOf({ stage, ...rest }: Attempt): DigestNotice['failures'] {
  if (stage === 'accepted') return []
  const { recipient, channel, step, reply } = rest
  return [{ recipient, channel, stage, step, reply }]
}
