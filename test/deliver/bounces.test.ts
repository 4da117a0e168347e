import { describe, expect, it } from 'vitest'
import { judgeBounce } from '../../src/deliver/bounces/judge-bounce.ts'
import { LARGEST_MESSAGE_BYTES, readMailbox } from '../../src/deliver/bounces/mailbox.ts'
import { readReport } from '../../src/deliver/bounces/read-report.ts'
import {
  makeBounce,
  makeComplaint,
  makeUnsubscription,
  toMbox,
} from '../support/bounce-messages.ts'
import { makeFolder } from '../support/folders.ts'
import { hostileStrings } from '../support/hostile.ts'

const ABOUT = { to: 'wang@example.com', messageId: '<0123456789@example.com>' }

function read(text: string): ReturnType<typeof readReport> {
  return readReport(Buffer.from(text))
}

async function textsOf(path: string): Promise<readonly string[]> {
  const texts: string[] = []
  for await (const { bytes } of readMailbox(path)) texts.push(Buffer.from(bytes).toString())
  return texts
}

describe('a report of a mail server', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'] as const)(
    'is read with %s',
    async (returned) => {
      expect(await read(makeBounce(ABOUT, { returned }))).toEqual({
        kind: 'bounce',
        messageId: ABOUT.messageId,
        recipients: [
          {
            original: ABOUT.to,
            final: ABOUT.to,
            action: 'failed',
            status: '5.1.1',
            diagnostic: '550 5.1.1 no such mailbox',
          },
        ],
      })
    },
  )

  it('may be a complaint, an unsubscription, or something other', async () => {
    expect(await read(makeComplaint(ABOUT))).toEqual({
      kind: 'complaint',
      messageId: ABOUT.messageId,
      type: 'abuse',
    })
    const token = 'x'.repeat(32)
    expect(await read(makeUnsubscription(token))).toEqual({ kind: 'unsubscribe', token })
    for (const text of [
      'From: x@example.com\r\nSubject: Re: unsubscribe please\r\n\r\nhello',
      `From: x@example.com\r\nContent-Type: multipart/report; boundary="${'x'.repeat(5000)}"\r\n\r\n--x`,
      `${'Received: by x\r\n'.repeat(50_000)}\r\nhello`,
      Array.from(
        { length: 500 },
        (_, n) =>
          `From: x@example.com\r\nContent-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
      ).join(''),
    ])
      expect((await read(text)).kind).toBe('other')
  })

  it.each([
    '',
    'no mail at all',
    '# A heading\n\nFrom: here on, words.\n',
    'Note: a line with a colon\n\nand more',
  ])('is no message where nobody sent it: %j', async (text) => {
    expect(await read(text)).toEqual({ kind: 'no-message' })
  })

  it('stays one line of plain text, whatever is in it', async () => {
    for (const text of hostileStrings()) {
      const report = await read(makeBounce(ABOUT, { diagnostic: `smtp; 550 ${text}` }))
      if (report.kind !== 'bounce') throw new Error('it is no bounce any more')
      for (const { diagnostic } of report.recipients) {
        expect(diagnostic.length).toBeLessThanOrEqual(200)
        expect(diagnostic).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }
    }
  })

  it('counts at most a hundred recipients', async () => {
    const block =
      'Final-Recipient: rfc822; x@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n'
    const text = makeBounce(ABOUT).replace(
      'Reporting-MTA: dns; mx.example.com\r\n\r\n',
      (head) => head + block.repeat(500),
    )
    const report = await read(text)
    expect(report.kind === 'bounce' && report.recipients.length).toBe(100)
  })
})

describe('a bounce', () => {
  const failed = {
    original: ABOUT.to,
    final: ABOUT.to,
    action: 'failed',
    status: '5.1.1',
    diagnostic: '',
  }

  it.each([
    ['no such mailbox', {}, 'hard'],
    ['a status of its own', { status: '5.0.0' }, 'hard'],
    ['only the final address', { original: undefined }, 'hard'],
    ['only the first address', { final: 'new@elsewhere.example' }, 'hard'],
    ['a mailbox that was full for days', { status: '4.2.2' }, 'soft'],
    ['the filter of the other side', { status: '5.7.1' }, 'soft'],
    ['a mailbox that takes no more', { status: '5.2.2' }, 'soft'],
    ['a letter too large', { status: '5.3.4' }, 'soft'],
    ['a letter too large for the mailbox', { status: '5.2.3' }, 'soft'],
    ['no status', { status: undefined }, 'soft'],
    ['a delay', { action: 'delayed', status: '4.4.7' }, 'soft'],
    ['one member of a group', { original: 'one@example.com', final: 'one@example.com' }, 'soft'],
    ['a receipt', { action: 'delivered', status: '2.0.0' }, 'nothing'],
    ['a relay', { action: 'relayed', status: '2.0.0' }, 'nothing'],
  ])('for %s', (_why, more, outcome) => {
    expect(judgeBounce([{ ...failed, ...more }], ABOUT.to).outcome).toBe(outcome)
  })

  it('that names several is judged by the one we wrote to', () => {
    const other = { ...failed, original: 'x@example.com', final: 'x@example.com' }
    const own = { ...failed, action: 'delivered', status: '2.0.0' }
    expect(judgeBounce([other, own], ABOUT.to).outcome).toBe('nothing')
    expect(judgeBounce([own, other, failed], ABOUT.to).outcome).toBe('hard')
    expect(judgeBounce([], ABOUT.to).outcome).toBe('nothing')
  })
})

describe('a mailbox', () => {
  const messages = Array.from({ length: 30 }, (_, n) =>
    makeBounce({ ...ABOUT, messageId: `<${n}@example.com>` }, { diagnostic: 'x'.repeat(n * 997) }),
  )
  const trimmed = messages.map((text) => text.replaceAll('\r\n', '\n').trimEnd())

  it('is an mbox file, wherever its parts are cut', async () => {
    using folder = makeFolder()
    folder.write('mbox', toMbox(messages))
    const read = await textsOf(`${folder.path}/mbox`)
    expect(read.map((text) => text === trimmed[read.indexOf(text)])).toEqual(
      messages.map(() => true),
    )
    folder.write('crlf', toMbox(messages).replaceAll('\n', '\r\n'))
    expect(await textsOf(`${folder.path}/crlf`)).toHaveLength(30)
  })

  it('is not parted by a line of a letter that begins with From', async () => {
    using folder = makeFolder()
    folder.write(
      'mbox',
      toMbox(['Subject: x\n\na line\nFrom here on\n>From quoted', 'Subject: y\n\nz']),
    )
    expect(await textsOf(`${folder.path}/mbox`)).toEqual([
      'Subject: x\n\na line\nFrom here on\n>From quoted',
      'Subject: y\n\nz',
    ])
  })

  it('is a Maildir or a folder of messages', async () => {
    using folder = makeFolder()
    for (const name of ['box/new/1', 'box/cur/2:2,S', 'box/tmp/3', 'plain/a.eml', 'plain/b.eml'])
      folder.write(name, `Subject: ${name}\r\n\r\n`)
    expect(await textsOf(`${folder.path}/box`)).toEqual([
      'Subject: box/new/1',
      'Subject: box/cur/2:2,S',
    ])
    expect(await textsOf(`${folder.path}/plain`)).toHaveLength(2)
  })

  it('keeps the beginning of a message that has no end', async () => {
    using folder = makeFolder()
    folder.write(
      'mbox',
      `From x\n${'y'.repeat(LARGEST_MESSAGE_BYTES * 3)}\n\nFrom z\nSubject: small\n`,
    )
    const read = await textsOf(`${folder.path}/mbox`)
    expect(read.map(({ length }) => length <= LARGEST_MESSAGE_BYTES)).toEqual([true, true])
    expect(read[1]).toBe('Subject: small')
  })
})
