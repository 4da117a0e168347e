import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Sender } from '../deliver/compose.ts'
import { parseMailbox, parseMailServer } from '../deliver/mail-settings.ts'
import { redactor } from '../deliver/redact.ts'
import type { DeliverySettings } from '../deliver/settings.ts'
import { proxyAgents } from '../extract/fetch/proxy.ts'
import { alertsSchema } from '../model/alerts-config.ts'
import { type MailAddress, parseMailAddress } from '../model/mail-address.ts'
import { recipientsSchema } from '../model/recipients-config.ts'
import { type Config, configFile, ROOT } from './config.ts'
import { readYaml } from './config-files.ts'
import { ConfigError } from './errors.ts'
import { proxyEnvironment } from './polite-fetch.ts'
import { secretsOfAddress } from './secrets.ts'

/** Where it is written down who gets what; without it nothing is ever sent. */
export function recipientsFile(config: Config): string {
  return configFile(config, 'recipients.yaml')
}

/** What readers are told between editions. */
export function readAlerts(config: Config): Promise<DeliverySettings['alerts']> {
  return readYaml(configFile(config, 'alerts.yaml'), alertsSchema)
}

/** Reads recipients, alerts and the settings of the mail server; every problem says what to do. */
export async function readDelivery(config: Config): Promise<DeliverySettings> {
  const path = recipientsFile(config)
  if (!existsSync(path))
    throw new ConfigError(
      `${path} does not exist. Copy config/recipients.example.yaml there and write down who gets what.`,
      { code: 'recipients' },
    )
  const recipients = await readYaml(path, recipientsSchema)
  const missing = recipients.webhooks.filter(({ id }) => !config.FEASTGAP_WEBHOOKS.has(id))
  if (missing.length > 0)
    throw new ConfigError(
      `FEASTGAP_WEBHOOKS has no address for ${missing.map(({ id }) => id).join(', ')} of recipients.yaml. Give it one, as {"${missing[0]?.id}": {"url": "https://…"}}, or take it out of the file.`,
      { code: 'webhooks' },
    )
  const mail = await mailSettings(config)
  const mailto = config.FEASTGAP_UNSUBSCRIBE_MAILTO
  const proxy = proxyAgents(proxyEnvironment(config))
  return {
    recipients,
    alerts: await readAlerts(config),
    ...(mail === undefined ? {} : { mail }),
    webhooks: config.FEASTGAP_WEBHOOKS,
    ...(proxy === undefined ? {} : { proxy }),
    unsubscribe: {
      ...(config.FEASTGAP_UNSUBSCRIBE_URL === undefined
        ? {}
        : { url: config.FEASTGAP_UNSUBSCRIBE_URL }),
      ...(mailto === undefined ? {} : { mailto: addressOf(mailto, 'FEASTGAP_UNSUBSCRIBE_MAILTO') }),
    },
    archive: config.FEASTGAP_SITE_URL,
    redact: redactor(secretsOf(config, mail)),
  }
}

async function mailSettings(config: Config): Promise<DeliverySettings['mail']> {
  const { FEASTGAP_SMTP_URL: address, FEASTGAP_MAIL_FROM: from } = config
  if (address === undefined) return undefined
  const step = config.FEASTGAP_MAIL_STEP_SECONDS * 1000
  const server = parseMailServer(address, {
    connect: step,
    step,
    reply: config.FEASTGAP_MAIL_REPLY_SECONDS * 1000,
  })
  if (!server.ok)
    throw new ConfigError(`FEASTGAP_SMTP_URL is not usable: ${server.problems.join('; ')}.`, {
      code: 'smtp-url',
    })
  const mailbox = parseMailbox(from ?? '')
  if (mailbox === undefined)
    throw new ConfigError(
      'Set FEASTGAP_MAIL_FROM to who letters come from, as Feast Gap <report@example.com>.',
      { code: 'mail-from' },
    )
  const dkim = await dkimOf(config)
  const bounces = config.FEASTGAP_MAIL_BOUNCES
  return {
    server: server.value,
    sender: { ...mailbox, ...(dkim === undefined ? {} : { dkim }) },
    bouncesTo:
      bounces === undefined ? mailbox.address : addressOf(bounces, 'FEASTGAP_MAIL_BOUNCES'),
    connections: config.FEASTGAP_MAIL_CONNECTIONS,
  }
}

async function dkimOf(config: Config): Promise<Sender['dkim']> {
  const {
    FEASTGAP_DKIM_DOMAIN: domain,
    FEASTGAP_DKIM_SELECTOR: selector,
    FEASTGAP_DKIM_KEY_FILE: file,
  } = config
  if (domain === undefined && selector === undefined && file === undefined) return undefined
  if (domain === undefined || selector === undefined || file === undefined)
    throw new ConfigError(
      'DKIM needs FEASTGAP_DKIM_DOMAIN, FEASTGAP_DKIM_SELECTOR and FEASTGAP_DKIM_KEY_FILE, or none of them.',
      { code: 'dkim' },
    )
  const privateKey = await readFile(resolve(ROOT, file), 'utf8').catch((cause: unknown) => {
    throw new ConfigError('The file of FEASTGAP_DKIM_KEY_FILE cannot be read.', {
      code: 'dkim',
      cause,
    })
  })
  return { domain, selector, privateKey }
}

function addressOf(text: string, variable: string): MailAddress {
  const address = parseMailAddress(text)
  if (address !== undefined) return address
  throw new ConfigError(`${variable} is no plain mail address.`, { code: 'address' })
}

function secretsOf(
  { FEASTGAP_WEBHOOKS: webhooks }: Config,
  mail: DeliverySettings['mail'],
): readonly string[] {
  const { user, password } = mail?.server.login ?? { user: '', password: '' }
  const places = [...webhooks.values()].flatMap(({ url, secret = '' }) => [
    ...secretsOfAddress(url),
    secret,
  ])
  return [
    password,
    `\0${user}\0${password}`,
    mail?.sender.dkim?.privateKey ?? '',
    ...places,
  ].filter((text) => text !== '' && text !== '\0\0')
}
