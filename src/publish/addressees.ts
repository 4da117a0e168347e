import type { DeliverySettings } from '../deliver/settings.ts'
import type { Findings } from '../model/findings.ts'
import { addressKey, type MailAddress } from '../model/mail-address.ts'
import type { Recipient, RecipientsConfig } from '../model/recipients-config.ts'

/** A reader of any channel, under the key the ledger knows. */
export interface Addressee
  extends Pick<Recipient, 'lang' | 'zone' | 'cadence' | 'tracks' | 'owner'> {
  readonly recipient: string
  readonly channel: 'mail' | 'wecom' | 'feishu' | 'dingtalk' | 'slack'
  readonly name: string
  /** Mail only, as it is written in the configuration. */
  readonly address?: MailAddress
}

/** Tells readers apart over all channels. */
export function keyOf({
  recipient,
  channel,
}: {
  readonly recipient: string
  readonly channel: string
}): string {
  return `${channel} ${recipient}`
}

/** Whether a reader wants to hear of a track; everybody hears of the headline one. */
export function wantsTrack(
  { tracks }: Pick<Addressee, 'tracks'>,
  track: string,
  { headline }: Pick<Findings, 'headline'>,
): boolean {
  return tracks === undefined || track === headline || tracks.includes(track)
}

export function addresseesOf({ recipients, webhooks }: RecipientsConfig): readonly Addressee[] {
  return [
    ...recipients.map(
      (one): Addressee => ({ ...one, recipient: addressKey(one.address), channel: 'mail' }),
    ),
    ...webhooks.map(
      ({ id, kind, ...one }): Addressee => ({ ...one, recipient: id, channel: kind, name: id }),
    ),
  ]
}

/** The places where the holder of a token can end the letters to an address. */
export function unsubscribePlaces(
  { unsubscribe }: Pick<DeliverySettings, 'unsubscribe'>,
  token: string,
): { readonly url?: string; readonly mailto?: string } {
  const { url, mailto } = unsubscribe
  return {
    ...(url === undefined ? {} : { url: `${url}${token}` }),
    ...(mailto === undefined ? {} : { mailto: `mailto:${mailto}?subject=unsubscribe%20${token}` }),
  }
}
