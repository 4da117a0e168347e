import { type MailAddress, oneLine, parseMailAddress } from '../model/mail-address.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { MailServer } from './smtp/mail-server.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const

/**
 * Reads `smtps://user:password@host:port` (encrypted from the first byte) or `smtp://…` (STARTTLS before anything else).
 * Only a server on this machine, unless marked `?starttls`, or one marked `?plain` is spoken to without encryption; a
 * password leaves this machine encrypted only.
 */
export function parseMailServer(
  text: string,
  patience: MailServer['patience'],
): Result<MailServer> {
  const url = URL.parse(text)
  const port = PORTS[url?.protocol as keyof typeof PORTS]
  if (url === null || port === undefined || url.hostname === '')
    return fail('write smtps://user:password@host:465 or smtp://user:password@host:587')
  const encryption = encryptionOf(url)
  if (encryption === 'none' && url.password !== '' && !LOOPBACK.has(url.hostname))
    return fail('a password is never sent without encryption: leave ?plain out')
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === undefined || password === undefined) return fail('user or password has a stray %')
  return ok({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? port : Number(url.port),
    encryption,
    ...(user === '' ? {} : { login: { user, password } }),
    patience,
  })
}

function encryptionOf({ protocol, hostname, searchParams }: URL): MailServer['encryption'] {
  if (protocol === 'smtps:') return 'tls'
  if (searchParams.has('starttls')) return 'starttls'
  return LOOPBACK.has(hostname) || searchParams.has('plain') ? 'none' : 'starttls'
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What a sender is called who gives an address alone. */
const NAMELESS = 'Feast Gap'

/** Reads `Feast Gap <report@example.com>` or a bare address. */
export function parseMailbox(
  text: string,
): { readonly name: string; readonly address: MailAddress } | undefined {
  const {
    name = '',
    bracketed,
    bare,
  } = /^(?:(?<name>[^<>"]*?)\s*<(?<bracketed>[^<>]+)>|(?<bare>[^\s<>]+))$/.exec(text.trim())
    ?.groups ?? {}
  const address = parseMailAddress(bracketed ?? bare ?? '')
  return address === undefined ? undefined : { name: oneLine(name, 100) || NAMELESS, address }
}
