import { z } from 'zod'
import { addressKey, domainOf, oneLine, parseMailAddress } from './mail-address.ts'
import { monthsIn, type Period } from './period.ts'
import { repeated } from './repeated.ts'
import { timeZone } from './time-zone.ts'

const CHANNELS = ['wecom', 'feishu', 'dingtalk', 'slack'] as const
export type WebhookKind = (typeof CHANNELS)[number]

const lang = z.enum(['zh', 'en'])
const tracks = z.array(z.string().min(1)).min(1).optional()

/** Which editions a reader gets, by the length of their period. */
const CADENCES = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const
const cadence = z
  .union([
    z.literal('every'),
    z.array(z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])).min(1),
  ])
  .default('every')

const domain = z
  .string()
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'a domain in lower case',
  )

const address = z.string().transform((text, context) => {
  const parsed = parseMailAddress(text)
  if (parsed !== undefined) return parsed
  context.addIssue('a plain mail address, as wang@example.com')
  return z.NEVER
})

const name = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => oneLine(text) === text, 'one line without invisible characters')

const recipientSchema = z.strictObject({
  address,
  name,
  lang,
  /** Times in letters are told in this zone. */
  zone: timeZone,
  cadence,
  /** Only these tracks; the headline track is always among them. */
  tracks,
  /** Hears of failures, once a run. */
  owner: z.boolean().default(false),
})

const webhookSchema = z.strictObject({
  /** Its address and secret stand in FEASTGAP_WEBHOOKS under this id. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower case letters, digits and hyphens'),
  kind: z.enum(CHANNELS),
  lang,
  zone: timeZone,
  cadence,
  tracks,
  owner: z.boolean().default(false),
})

/** `config/recipients.yaml`: who gets what. It names people, so it stays outside git. */
export const recipientsSchema = z
  .strictObject({
    /** Only addresses of these domains are written to. */
    domains: z.array(domain).min(1),
    recipients: z.array(recipientSchema).default([]),
    webhooks: z.array(webhookSchema).default([]),
  })
  .superRefine(({ domains, recipients, webhooks }, context) => {
    for (const one of recipients)
      if (!domains.includes(domainOf(one.address)))
        context.addIssue(`${one.address} is outside the allowed domains`)
    for (const twice of repeated(recipients.map((one) => addressKey(one.address))))
      context.addIssue(`${twice} is listed twice`)
    for (const twice of repeated(webhooks.map(({ id }) => id)))
      context.addIssue(`webhook ${twice} is listed twice`)
  })

export type RecipientsConfig = z.infer<typeof recipientsSchema>
export type Recipient = RecipientsConfig['recipients'][number]
export type Webhook = RecipientsConfig['webhooks'][number]

/** Whether a reader of this cadence gets an edition of this period. */
export function isWanted(wanted: Recipient['cadence'], period: Period): boolean {
  return wanted === 'every' || wanted.some((one) => CADENCES[one] === monthsIn(period))
}
