import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { addressKey, oneLine } from '../../model/mail-address.ts'
import type { Report, ReportedRecipient } from './report.ts'

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }
const MOST_RECIPIENTS = 100
const LONGEST_HEADERS = 64 * 1024
const UNSUBSCRIBE = /^\s*unsubscribe\s+(?<token>[\w-]{32,64})\s*$/i

/** Reads a text of others: whatever it is made of, it is a report, something other or no message, never a failure. */
export async function readReport(bytes: Uint8Array): Promise<Report> {
  const email = await parse(bytes)
  if (email === undefined) return { kind: 'other' }
  if (!email.headers.some(({ key }) => key === 'from')) return { kind: 'no-message' }
  const status = partOf(email, 'message/delivery-status')
  if (status !== undefined)
    return {
      kind: 'bounce',
      messageId: await messageIdOf(email),
      recipients: await recipientsOf(textOf(status)),
    }
  const feedback = partOf(email, 'message/feedback-report')
  if (feedback !== undefined) {
    const [fields] = await fieldsOf(textOf(feedback))
    return {
      kind: 'complaint',
      messageId: await messageIdOf(email),
      type: oneLine(fields?.get('feedback-type') ?? '', 40).toLowerCase(),
    }
  }
  const token = UNSUBSCRIBE.exec(email.subject ?? '')?.groups?.['token']
  return token === undefined ? { kind: 'other' } : { kind: 'unsubscribe', token }
}

/** Undefined: it goes beyond the limits. */
async function parse(message: Uint8Array | string): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(message, { ...LIMITS, forceRfc822Attachments: true })
  } catch {
    return undefined
  }
}

function partOf({ attachments }: Email, type: string): Attachment | undefined {
  return attachments.find(({ mimeType }) => mimeType === type)
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** Message-ID of the letter a report is about, from its headers in the report. */
async function messageIdOf(email: Email): Promise<string | undefined> {
  const returned = partOf(email, 'message/rfc822') ?? partOf(email, 'text/rfc822-headers')
  if (returned === undefined) return undefined
  const [head = ''] = textOf(returned)
    .slice(0, LONGEST_HEADERS)
    .split(/\r?\n\r?\n/)
  const { messageId } = (await parse(`${head}\r\n\r\n`)) ?? {}
  return messageId === undefined ? undefined : oneLine(messageId)
}

async function recipientsOf(text: string): Promise<readonly ReportedRecipient[]> {
  const [, ...blocks] = await fieldsOf(text)
  return blocks.map((fields) => ({
    original: addressOf(fields.get('original-recipient')),
    final: addressOf(fields.get('final-recipient')),
    action: oneLine(fields.get('action') ?? '', 20).toLowerCase(),
    status: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0],
    diagnostic: oneLine((fields.get('diagnostic-code') ?? '').replace(/^\s*smtp\s*;/i, '')),
  }))
}

/** The fields of each block of a report, by name in lower case. */
async function fieldsOf(text: string): Promise<readonly ReadonlyMap<string, string>[]> {
  const blocks = text
    .slice(0, LONGEST_HEADERS)
    .split(/(?:\r?\n){2,}/)
    .filter((block) => block.trim() !== '')
    .slice(0, MOST_RECIPIENTS + 1)
  const emails = await Promise.all(blocks.map((block) => parse(`${block}\r\n\r\n`)))
  return emails.map((email) => new Map(email?.headers.map(({ key, value }) => [key, value])))
}

/** `rfc822; wang@example.com` */
function addressOf(text: string | undefined): string | undefined {
  const address = /^\s*(?:[\w-]+\s*;)?\s*<?(?<address>[^\s<>]{3,254})>?\s*$/.exec(text ?? '')
    ?.groups?.['address']
  return address === undefined ? undefined : addressKey(address)
}
