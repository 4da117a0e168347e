import {
  disableRecipient,
  enableRecipient,
  knowRecipients,
  type RecipientState,
} from '../load/recipients.ts'
import { addressKey, parseMailAddress } from '../model/mail-address.ts'
import { type Addressee, addresseesOf } from '../publish/addressees.ts'
import { readDelivery } from '../runtime/delivery.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { newToken } from '../runtime/publish.ts'
import type { RecipientsOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

/** Lists who gets what and how they stand, or ends and resumes letters to somebody. */
export async function tellRecipients(
  options: RecipientsOptions,
  around: Surroundings,
): Promise<ExitCode> {
  const { enable, unsubscribe } = options
  if (enable === undefined && unsubscribe === undefined) return list(options, around)
  return change(options, around)
}

async function list(
  { json = false }: RecipientsOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const addressees = addresseesOf((await readDelivery(live.config)).recipients)
  const states = await stateOf(
    addressees.filter(({ channel }) => channel === 'mail').map(({ recipient }) => recipient),
    live,
  )
  for (const addressee of addressees) {
    const state = states.get(addressee.recipient)
    if (json) sayJson(terminal.out, asObject(addressee, state))
    else say(terminal.out, inWords(addressee, state))
  }
  return EXIT.done
}

function asObject(addressee: Addressee, state: RecipientState | undefined): unknown {
  const { softBounces = 0, disabledWhy = null, evidence = null } = state ?? {}
  return { ...addressee, softBounces, disabledWhy, evidence }
}

function inWords(addressee: Addressee, state: RecipientState | undefined): string {
  const { recipient, channel, lang, zone, cadence, tracks, owner } = addressee
  const editions = cadence === 'every' ? 'every edition' : cadence.join(', ')
  return [
    `${channel} ${recipient}: ${lang}, ${zone}`,
    editions,
    tracks?.join(', ') ?? 'all tracks',
    ...(owner ? ['owner'] : []),
    ...(state?.disabledWhy == null
      ? []
      : [`NOT WRITTEN TO (${state.disabledWhy}: ${state.evidence})`]),
  ].join('; ')
}

async function change(
  { enable, unsubscribe, by, why }: RecipientsOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (enable !== undefined && unsubscribe !== undefined)
    throw new OperatorError('Either --enable or --unsubscribe, not both.', { code: 'recipients' })
  if (by === undefined || why === undefined)
    throw new OperatorError('Say who decides and why: --by NAME --why TEXT.', { code: 'decision' })
  const address = addressIn(enable ?? unsubscribe ?? '')
  const evidence = `${by}: ${why}`
  if (enable !== undefined) {
    const wasDisabled = await enableRecipient(live.db.reader, address, {
      evidence,
      now: live.now(),
    })
    if (!wasDisabled)
      throw new OperatorError(`Letters to ${enable} were not ended.`, { code: 'recipients' })
    say(terminal.out, `${address}: written to again.`)
    return EXIT.done
  }
  await stateOf([address], live)
  await disableRecipient(live.db.reader, address, { why: 'unsubscribed', evidence }, live.now())
  say(terminal.out, `${address}: not written to any more.`)
  return EXIT.done
}

/** A slip in an address must not look as if its reader had been heard. */
function addressIn(text: string): string {
  const address = parseMailAddress(text)
  if (address !== undefined) return addressKey(address)
  throw new OperatorError(
    `"${text}" is no mail address. feastgap recipients lists those that are written to.`,
    { code: 'recipients' },
  )
}

function stateOf(
  addresses: readonly string[],
  { db, now }: Live,
): ReturnType<typeof knowRecipients> {
  return knowRecipients(db.reader, addresses, { now: now(), newToken })
}
