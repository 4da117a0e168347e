import { createHash } from 'node:crypto'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Letter } from '../model/letter.ts'
import type { MailAddress } from '../model/mail-address.ts'

/** Gmail cuts a message off at 102 kB; encoded text and HTML must stay well below. */
export const LARGEST_LETTER_BYTES = 90_000
/** All pictures of a letter, encoded. */
const LARGEST_PICTURES_BYTES = 400_000

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

/** A letter that mail programs would cut off, or that is not what it must be. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
  readonly code = 'letter-refused'
}

/** Whatever makes a mail program fetch something, in the tags of a page. */
const ELSEWHERE =
  /\b(?:src|srcset|background|poster)\s*=(?!\s*["']?cid:)|url\(|<(?:link|script|iframe|object|embed)\b|@import/i

/** The finished message. The same letter to the same reader gives the same bytes, unless it is signed. */
export async function composeMessage(
  letter: Letter,
  { to, messageId, date, unsubscribe }: Envelope,
  sender: Sender,
): Promise<Uint8Array> {
  if (ELSEWHERE.test(letter.html.replaceAll(/>[^<]*</g, '><')))
    throw new LetterRefused(
      'The letter fetches something from elsewhere; everything it shows must be in it.',
    )
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: to.name, address: to.address },
    subject: letter.subject,
    messageId,
    date: new Date(date.epochMilliseconds),
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({ content, ...image }) => ({
      ...image,
      content: Buffer.from(content),
      contentDisposition: 'inline',
    })),
    headers: { 'Auto-Submitted': 'auto-generated', ...listHeaders(unsubscribe) },
    // Chinese in base64 is a third longer than its bytes, in quoted-printable three times as long.
    encoding: 'base64',
    textEncoding: 'B',
    newline: 'windows',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await composer.compile().build()
  checkSize(letter, bytes)
  return sender.dkim === undefined ? bytes : sign(bytes, sender.dkim)
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

function checkSize({ attachments }: Letter, bytes: Uint8Array): void {
  const pictures = attachments.reduce((sum, { content }) => sum + encodedLength(content.length), 0)
  const rest = bytes.length - pictures
  if (rest > LARGEST_LETTER_BYTES)
    throw new LetterRefused(
      `The letter has ${rest} bytes encoded, ${LARGEST_LETTER_BYTES} are allowed: mail programs would cut it off.`,
    )
  if (pictures > LARGEST_PICTURES_BYTES)
    throw new LetterRefused(
      `The pictures of the letter have ${pictures} bytes encoded, ${LARGEST_PICTURES_BYTES} are allowed.`,
    )
}

/** Base64 in lines of 76 characters, as it stands in a message. */
function encodedLength(bytes: number): number {
  const characters = Math.ceil(bytes / 3) * 4
  return characters + Math.floor(characters / 76) * 2
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
