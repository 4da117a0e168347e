import { createHash } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import { encodingOf, type Letter, withoutMarks } from '../model/letter.ts'
import type { MailAddress } from '../model/mail-address.ts'
import { checkLetter, checkSize } from './check-letter.ts'

export interface Sender {
  readonly name: string
  readonly address: MailAddress
  /** Signs what leaves (RFC 6376). */
  readonly dkim?: {
    readonly domain: string
    readonly selector: string
    readonly privateKey: string
  }
}

export interface Envelope {
  readonly to: { readonly name: string; readonly address: MailAddress }
  readonly messageId: string
  readonly date: Temporal.Instant
  /** Where letters can be ended: a web address takes one click (RFC 8058). */
  readonly unsubscribe: { readonly url?: string; readonly mailto?: string }
}

/** The finished message. The same letter to the same reader gives the same bytes, unless it is signed. Throws `LetterRefused`. */
export async function composeMessage(
  letter: Letter,
  { to, messageId, date, unsubscribe }: Envelope,
  sender: Sender,
): Promise<Uint8Array> {
  const html = withoutMarks(letter.html)
  checkLetter({ ...letter, html })
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: to.name, address: to.address },
    subject: letter.subject,
    messageId,
    date: new Date(date.epochMilliseconds),
    text: encoded(letter.text),
    html: encoded(html),
    attachments: letter.attachments.map(({ content, ...image }) => ({
      ...image,
      content: Buffer.from(content),
      contentDisposition: 'inline',
    })),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
    textEncoding: 'B',
    newline: 'windows',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await composer.compile().build()
  const message = sender.dkim === undefined ? bytes : await sign(bytes, sender.dkim)
  checkSize(message)
  return message
}

function encoded(content: string): { content: string; contentTransferEncoding: string } {
  return { content, contentTransferEncoding: encodingOf(content) }
}

function listHeaders({
  url,
  mailto,
}: Envelope['unsubscribe']): Record<string, { prepared: boolean; value: string }> {
  const places = [url, mailto].filter((place) => place !== undefined)
  if (places.length === 0) return {}
  const header = (value: string): { prepared: boolean; value: string } => ({
    prepared: true,
    value,
  })
  return {
    'List-Unsubscribe': header(places.map((place) => `<${place}>`).join(', ')),
    ...(url === undefined ? {} : { 'List-Unsubscribe-Post': header('List-Unsubscribe=One-Click') }),
  }
}

async function sign(
  bytes: Uint8Array,
  { domain, selector, privateKey }: NonNullable<Sender['dkim']>,
): Promise<Uint8Array> {
  const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey })
  const signed: Buffer[] = []
  for await (const part of dkim.sign(Buffer.from(bytes))) signed.push(Buffer.from(part))
  return Buffer.concat(signed)
}
