import type { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import type { AlertsConfig } from '../model/alerts-config.ts'
import type { MailAddress } from '../model/mail-address.ts'
import type { RecipientsConfig } from '../model/recipients-config.ts'
import type { Sender } from './compose.ts'
import type { MailServer } from './smtp/mail-server.ts'

/** Where a webhook is; both are secrets. */
export interface WebhookPlace {
  readonly url: string
  readonly secret?: string | undefined
}

/** What robots are reached through, where the environment names a proxy. */
export interface RobotProxy {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

export interface MailSettings {
  readonly server: MailServer
  readonly sender: Sender
  /** Envelope sender: what comes back, comes back there. */
  readonly bouncesTo: MailAddress
  readonly connections: number
}

/** Everything outside the database that deliveries need. */
export interface DeliverySettings {
  readonly recipients: RecipientsConfig
  readonly alerts: AlertsConfig
  /** Absent: no mail server is configured. */
  readonly mail?: MailSettings
  readonly webhooks: ReadonlyMap<string, WebhookPlace>
  readonly proxy?: RobotProxy
  readonly unsubscribe: { readonly url?: string; readonly mailto?: MailAddress }
  /** Where the archive stands in public; absent: letters name editions without leading to them. */
  readonly archive?: string | undefined
  readonly redact: (text: string) => string
}
