import { z } from 'zod'
import { toJson, withScheme } from './config-text.ts'
import { ConfigError } from './errors.ts'
import { schemaProblems } from './schema-problems.ts'

const seconds = z.coerce.number().min(0).max(86_400)

const rewritesSchema = z.record(z.string(), z.url({ protocol: /^https?$/ }))

/** The address of a webhook is a key to it; plain http is for this machine. */
const webhooksSchema = z.record(
  z.string(),
  z.strictObject({
    url: z.union([
      z.url({ protocol: /^https$/ }),
      z.url({ protocol: /^http$/, hostname: /^(?:localhost|127\.0\.0\.1)$/ }),
    ]),
    secret: z.string().min(1).optional(),
  }),
)

const proxy = z.string().transform(withScheme).pipe(z.url()).optional()

/** The environment, the only place secrets come from. */
export const configSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'PostgreSQL 15 or newer, postgres://user:password@host:port/database. Unset: the embedded database.',
    ),
  FEASTGAP_DATABASE_SILENCE_SECONDS: seconds
    .min(1)
    .default(60)
    .describe(
      'After this long without an answer of PostgreSQL to a query, it is asked whether it is still at it.',
    ),
  FEASTGAP_HOME: z
    .string()
    .min(1)
    .default('.feastgap')
    .describe('Folder of the embedded database and of reports; relative to the project.'),
  FEASTGAP_CONFIG: z
    .string()
    .min(1)
    .default('config')
    .describe('Folder of the configuration files (*.yaml).'),
  FEASTGAP_LOCK_WAIT_SECONDS: seconds
    .default(30)
    .describe('How long a command waits for another one that has the embedded database open.'),
  FEASTGAP_LEASE_SECONDS: seconds
    .min(1)
    .default(90)
    .describe('How long a scheduled job may be silent before another machine takes it over.'),
  FEASTGAP_LOG: z
    .enum(['text', 'json'])
    .optional()
    .describe(
      'Form of the diary on stderr. Unset: text, but JSON lines of commands that run unattended when stderr is no terminal.',
    ),
  FEASTGAP_PING_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address of a dead-man switch, a secret: asked after every night that ended well, with /fail after one that did not.',
    ),
  FEASTGAP_SERVE_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address feastgap serve listens on; 0.0.0.0 for all of the machine.'),
  FEASTGAP_SERVE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port feastgap serve listens on.'),
  FEASTGAP_SITE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where the archive stands in public; its feed names the pages by it, and letters lead there.',
    ),
  FEASTGAP_ERRORS_TO: z
    .string()
    .regex(
      /^[^\s@:/]+@[^\s@:/]+$|^https:\/\/\S*\{edition\}\S*$/,
      'an e-mail address, or a web address with {edition} and {figure} in it',
    )
    .optional()
    .describe(
      'Where readers of the archive report errors: an e-mail address, or a web address with {edition} and {figure} in it.',
    ),
  FEASTGAP_CONTACT: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$|^https?:\/\/\S+$/, 'an e-mail address or a web address')
    .optional()
    .describe(
      'Who a site may write to about our requests; it stands in the User-Agent. Needed before anything is fetched.',
    ),
  HITHINK_FINANCE_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Key of the official THS interface, a secret. Unset: its sources are off.'),
  HTTP_PROXY: proxy.describe('Proxy for http requests, may hold a password.'),
  HTTPS_PROXY: proxy.describe('Proxy for https requests, may hold a password.'),
  NO_PROXY: z.string().optional().describe('Hosts asked without a proxy, with commas between.'),
  FEASTGAP_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'smtps://user:password@host:465 or smtp://user:password@host:587')
    .optional()
    .describe(
      'Mail server, a secret: smtps://user:password@host:465, or smtp://… with STARTTLS. Unencrypted only on this machine, or with ?plain and no password. Unset: no mail is sent.',
    ),
  FEASTGAP_MAIL_FROM: z
    .string()
    .optional()
    .describe('Who letters come from, as Feast Gap <report@example.com>. Needed to send mail.'),
  FEASTGAP_MAIL_BOUNCES: z
    .string()
    .optional()
    .describe('Address that bounces go to; otherwise the one of FEASTGAP_MAIL_FROM.'),
  FEASTGAP_MAIL_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(20)
    .default(4)
    .describe('Connections to the mail server at a time.'),
  FEASTGAP_MAIL_STEP_SECONDS: seconds
    .default(60)
    .describe('How long the mail server may take to connect and for each step of a letter.'),
  FEASTGAP_MAIL_REPLY_SECONDS: seconds
    .default(600)
    .describe('How long it may take to answer a whole letter; after that its fate is unknown.'),
  FEASTGAP_DKIM_DOMAIN: z.string().optional().describe('Domain letters are signed for (DKIM).'),
  FEASTGAP_DKIM_SELECTOR: z.string().optional().describe('Selector of the key in its DNS.'),
  FEASTGAP_DKIM_KEY_FILE: z.string().optional().describe('File of the private key, PEM.'),
  FEASTGAP_UNSUBSCRIBE_URL: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe('Where the archive server takes unsubscriptions; the token is appended. One click.'),
  FEASTGAP_UNSUBSCRIBE_MAILTO: z
    .string()
    .optional()
    .describe('Address that takes unsubscriptions by mail; feastgap bounces reads its mailbox.'),
  FEASTGAP_WEBHOOKS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      const parsed = webhooksSchema.safeParse(toJson(text))
      if (parsed.success) return new Map(Object.entries(parsed.data))
      context.addIssue('a JSON object of id to {"url": "https://…", "secret": "…"}')
      return z.NEVER
    })
    .describe(
      'JSON object, id of a webhook in recipients.yaml to {"url", "secret"}, both secrets.',
    ),
  FEASTGAP_REWRITE_HOSTS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      const parsed = rewritesSchema.safeParse(toJson(text))
      if (parsed.success) return new Map(Object.entries(parsed.data))
      context.addIssue(
        'a JSON object of host to origin, as {"www.example.com":"http://127.0.0.1:8080"}',
      )
      return z.NEVER
    })
    .describe(
      'JSON object, host to origin: points sources at replay servers. For tests and development.',
    ),
})

export type Config = z.infer<typeof configSchema>

/** Reads the environment; all problems are listed together. An empty variable counts as unset. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = configSchema.safeParse(given)
  if (parsed.success) return parsed.data
  // The value itself may be a secret: only its name and what is wrong are told.
  const problems = schemaProblems(parsed.error)
  throw new ConfigError(
    `The environment is not usable:\n${problems.join('\n')}\nSee .env.example.`,
    {
      code: 'environment',
    },
  )
}
