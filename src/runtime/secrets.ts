import { environmentVariables } from './config.ts'
import { toJson, withScheme } from './config-text.ts'

/** Addresses that may hold a password. */
const ADDRESSES = ['DATABASE_URL', 'FEASTGAP_SMTP_URL'] as const
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY'] as const

/** What of an address is a key to it: path and query too. A bare slash is no secret. */
export function secretsOfAddress(url: string): readonly string[] {
  const { pathname = '', search = '' } = URL.parse(url) ?? {}
  return [url, pathname, search].filter((text) => text.length > 1)
}

/** What must never be written anywhere, also from an environment that is not usable. */
export function environmentSecrets(): readonly string[] {
  const env = environmentVariables()
  const webhooks = Object.values(toRecord(toJson(env['FEASTGAP_WEBHOOKS'] ?? ''))).flatMap(
    (place) => {
      const { url, secret } = toRecord(place)
      return [...secretsOfAddress(String(url ?? '')), String(secret ?? '')]
    },
  )
  const addresses = [
    ...ADDRESSES.map((name) => env[name] ?? ''),
    ...PROXIES.map((name) => withScheme(env[name] ?? '')),
  ]
  const passwords = addresses.flatMap((address) => {
    const { password = '' } = URL.parse(address) ?? {}
    return [password, decoded(password)]
  })
  const keys = [
    env['HITHINK_FINANCE_API_KEY'] ?? '',
    ...secretsOfAddress(env['FEASTGAP_PING_URL'] ?? ''),
  ]
  return [...new Set([...keys, ...passwords, ...webhooks])].filter((secret) => secret !== '')
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
