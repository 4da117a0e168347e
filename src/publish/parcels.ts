import type { Lane } from '../deliver/channel.ts'
import { LetterRefused } from '../deliver/check-letter.ts'
import { composeMessage } from '../deliver/compose.ts'
import type { Outcome } from '../deliver/outcome.ts'
import type { DeliverySettings, MailSettings } from '../deliver/settings.ts'
import { makeMailLane } from '../deliver/smtp/mail-lane.ts'
import type { HeldDelivery } from '../load/deliveries.ts'
import type { Letter } from '../model/letter.ts'
import { type Addressee, unsubscribePlaces } from './addressees.ts'
import type { PublishEffects } from './effects.ts'
import { type Writable, writeLetter } from './write-letter.ts'

/** A delivery in hand with all that its message is made of. */
export interface Parcel {
  readonly writable: Writable
  readonly addressee: Addressee
  readonly held: Pick<HeldDelivery, 'messageId'>
  readonly effects: Pick<PublishEffects, 'settings' | 'layout'>
  /** Token of the address; absent for webhooks. */
  readonly token: string | undefined
}

type TakingLane = Lane<Parcel> & { readonly takes: (channel: string) => boolean }

/** As many lanes to the mail server as the settings allow. */
export function openLanes(settings: DeliverySettings): readonly TakingLane[] {
  const { mail } = settings
  if (mail === undefined) return []
  return Array.from({ length: mail.connections }, () => mailLane(mail, settings))
}

function mailLane(mail: MailSettings, { redact }: DeliverySettings): TakingLane {
  const lane = makeMailLane(mail.server, redact)
  return {
    takes: (channel) => channel === 'mail',
    close: lane.close,
    async send(parcel, beforeLastByte) {
      try {
        const bytes = await composeParcel(parcel, mail)
        const to = parcel.addressee.address ?? parcel.addressee.recipient
        return await lane.send({ from: mail.bouncesTo, to, bytes }, beforeLastByte)
      } catch (error) {
        if (error instanceof LetterRefused) return unsendable(error)
        throw error
      }
    },
  }
}

function unsendable({ message }: LetterRefused): Outcome {
  return { stage: 'refused_perm', step: 'envelope', reply: message, isBadAddress: false }
}

/** The letter of a parcel, in the words of its reader. */
export function letterOf({ writable, addressee, effects, token }: Omit<Parcel, 'held'>): Letter {
  const places = token === undefined ? {} : unsubscribePlaces(effects.settings, token)
  return writeLetter(
    writable,
    { ...addressee, unsubscribe: places.url ?? places.mailto },
    effects.layout,
  )
}

/** The finished message of a parcel. Throws `LetterRefused`. */
export async function composeParcel(
  parcel: Parcel,
  { sender }: Pick<MailSettings, 'sender'>,
): Promise<Uint8Array> {
  const { addressee, writable, held, effects, token } = parcel
  if (addressee.address === undefined) throw new Error(`${addressee.recipient} has no address`)
  return composeMessage(
    letterOf(parcel),
    {
      to: { name: addressee.name, address: addressee.address },
      messageId: held.messageId,
      date: writable.dispatch.createdAt,
      unsubscribe: token === undefined ? {} : unsubscribePlaces(effects.settings, token),
    },
    sender,
  )
}
