import type { Lane } from '../deliver/channel.ts'
import { LetterRefused } from '../deliver/check-letter.ts'
import { composeMessage } from '../deliver/compose.ts'
import type { Outcome } from '../deliver/outcome.ts'
import { makeRobotLane } from '../deliver/robots/robot-lane.ts'
import type { DeliverySettings, MailSettings, WebhookPlace } from '../deliver/settings.ts'
import { makeMailLane } from '../deliver/smtp/mail-lane.ts'
import type { HeldDelivery } from '../load/deliveries.ts'
import type { Letter } from '../model/letter.ts'
import type { Post } from '../model/post.ts'
import type { Webhook } from '../model/recipients-config.ts'
import type { EditionReader } from '../report/render-letter.ts'
import { addresses } from '../report/site/addresses.ts'
import { type Addressee, unsubscribePlaces } from './addressees.ts'
import type { PublishEffects } from './effects.ts'
import { type Writable, writeLetter, writePost } from './write-letter.ts'

/** A delivery in hand with all that its message is made of. */
export interface Parcel {
  readonly writable: Writable
  readonly addressee: Addressee
  readonly held: Pick<HeldDelivery, 'messageId'>
  readonly effects: Pick<PublishEffects, 'settings' | 'layout'>
  /** Token of the address; absent for webhooks. */
  readonly token: string | undefined
}

/** A lane with what it carries and how long it may take. */
export interface TakingLane extends Lane<Parcel> {
  readonly takes: (delivery: Pick<HeldDelivery, 'recipient' | 'channel'>) => boolean
  /** Milliseconds. */
  readonly patience: { readonly step: number; readonly reply: number }
  /** Whoever said so is asked no more in this run. */
  readonly endsAfter: (outcome: Outcome) => boolean
}

/** As many lanes to the mail server as the settings allow, and one to each robot: none waits for another. */
export function openLanes({
  settings,
  now,
}: Pick<PublishEffects, 'settings' | 'now'>): readonly TakingLane[] {
  const { mail, recipients, webhooks } = settings
  const count = mail?.connections ?? 0
  return [
    ...(mail === undefined ? [] : Array.from({ length: count }, () => mailLane(mail, settings))),
    ...recipients.webhooks.flatMap(({ id, kind }) => {
      const place = webhooks.get(id)
      return place === undefined ? [] : [robotLane({ id, kind, place }, { settings, now })]
    }),
  ]
}

const ROBOT_PATIENCE = { step: 20_000, reply: 60_000 }

function robotLane(
  { id, kind, place }: Pick<Webhook, 'id' | 'kind'> & { readonly place: WebhookPlace },
  { settings, now }: Pick<PublishEffects, 'settings' | 'now'>,
): TakingLane {
  const lane = makeRobotLane(kind, place, { ...settings, now, patience: ROBOT_PATIENCE })
  return {
    takes: ({ recipient, channel }) => channel === kind && recipient === id,
    patience: ROBOT_PATIENCE,
    // Services that are asked too often stop listening for longer.
    endsAfter: ({ stage }) => stage === 'refused_temp',
    close: lane.close,
    send: (parcel, beforeLastByte) => lane.send(postOf(parcel), beforeLastByte),
  }
}

function mailLane(mail: MailSettings, { redact }: DeliverySettings): TakingLane {
  const lane = makeMailLane(mail.server, redact)
  return {
    takes: ({ channel }) => channel === 'mail',
    patience: mail.server.patience,
    endsAfter: () => false,
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
    {
      ...addressee,
      unsubscribe: places.url ?? places.mailto,
      ...archiveAddresses(writable, addressee, effects.settings),
    },
    effects.layout,
  )
}

/** What a robot says of a parcel. */
export function postOf({ writable, addressee }: Pick<Parcel, 'writable' | 'addressee'>): Post {
  return writePost(writable, addressee)
}

/** Where the archive has the whole edition, and in the language of the reader its figures one by one. */
function archiveAddresses(
  { edition }: Writable,
  { lang }: Addressee,
  { archive }: DeliverySettings,
): Pick<EditionReader, 'fullEdition' | 'places'> {
  if (edition === undefined || archive === undefined) return {}
  const root = archive.replace(/\/*$/, '/')
  return {
    fullEdition: `${root}${addresses.report(edition)}`,
    places: `${root}${addresses.edition(lang, edition)}`,
  }
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
