/** Messages as mail servers write them; each names the letter it is about by its Message-ID. */
interface About {
  readonly to: string
  readonly messageId: string
}

const BOUNDARY = 'b1_report'

/** A delivery status notification (RFC 3464). */
export function makeBounce(
  { to, messageId }: About,
  {
    action = 'failed',
    status = '5.1.1',
    original = to,
    final = to,
    diagnostic = 'smtp; 550 5.1.1 no such mailbox',
    returned = 'message/rfc822',
  }: {
    readonly action?: string
    readonly status?: string
    readonly original?: string | undefined
    readonly final?: string
    readonly diagnostic?: string
    readonly returned?: 'message/rfc822' | 'text/rfc822-headers'
  } = {},
): string {
  return makeReport({
    head: ['From: MAILER-DAEMON@mx.example.com', 'Subject: Undelivered Mail Returned to Sender'],
    type: 'delivery-status',
    fields: [
      'Reporting-MTA: dns; mx.example.com',
      '',
      ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]),
      `Final-Recipient: rfc822; ${final}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: ${diagnostic}`,
    ],
    returned,
    about: { to, messageId },
  })
}

/** A complaint (RFC 5965). */
export function makeComplaint({ to, messageId }: About, type = 'abuse'): string {
  return makeReport({
    head: ['From: fbl@provider.example', 'Subject: complaint'],
    type: 'feedback-report',
    fields: [
      `Feedback-Type: ${type}`,
      'User-Agent: Provider/1',
      'Version: 1',
      `Original-Rcpt-To: <${to}>`,
    ],
    returned: 'message/rfc822',
    about: { to, messageId },
  })
}

/** A report for programs: words for people, its fields, and the letter it is about (RFC 6522). */
function makeReport({
  head,
  type,
  fields,
  returned,
  about: { to, messageId },
}: {
  readonly head: readonly string[]
  readonly type: string
  readonly fields: readonly string[]
  readonly returned: string
  readonly about: About
}): string {
  return [
    ...head,
    'To: bounces@example.com',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain',
    '',
    'This is about a letter of yours.',
    `--${BOUNDARY}`,
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    `--${BOUNDARY}`,
    `Content-Type: ${returned}`,
    '',
    'From: Feast Gap <report@example.com>',
    `To: ${to}`,
    'Subject: =?UTF-8?B?55ub5a60?=',
    `Message-ID: ${messageId}`,
    '',
    'the letter',
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n')
}

/** A letter to the address of List-Unsubscribe. */
export function makeUnsubscription(token: string): string {
  return `From: reader@example.com\r\nTo: leave@example.com\r\nSubject: unsubscribe ${token}\r\n\r\n`
}

/** Messages one after the other, as an mbox file has them. */
export function toMbox(messages: readonly string[]): string {
  return messages
    .map(
      (text) => `From MAILER-DAEMON Mon Nov 24 02:00:00 2026\n${text.replaceAll('\r\n', '\n')}\n`,
    )
    .join('\n')
}
