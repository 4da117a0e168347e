import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { parseMailbox, parseMailServer } from '../../src/deliver/mail-settings.ts'
import { redactor } from '../../src/deliver/redact.ts'
import { checkServer } from '../../src/deliver/smtp/check-server.ts'
import type { MailServer } from '../../src/deliver/smtp/mail-server.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { makeConfigFolder, makeRecipient } from '../support/publishing.ts'

const TLS = {
  key: readFileSync(join(ROOT, 'test/support/tls/localhost.key')),
  cert: readFileSync(join(ROOT, 'test/support/tls/localhost.pem')),
}
const PATIENCE = { connect: 3000, step: 3000, reply: 3000 }
const SECRET = 'p@ss:w/rd canary-7f'

interface Running extends AsyncDisposable {
  readonly port: number
}

/** A real mail server that wants a login, and repeats the password it was given when it refuses. */
async function serveMail(encryption: 'tls' | 'starttls'): Promise<Running> {
  const server = new SMTPServer({
    ...TLS,
    secure: encryption === 'tls',
    onAuth({ username, password = '' }, _session, done) {
      if (username === 'feast@gap' && password === SECRET) done(null, { user: username })
      else done(new Error(`no, ${password} is wrong`))
    },
    logger: false,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  }
}

describe.each(['tls', 'starttls'] as const)('a mail server with %s', (encryption) => {
  const scheme = encryption === 'tls' ? 'smtps' : 'smtp'

  it('is not trusted with a certificate nobody vouches for', async () => {
    await using server = await serveMail(encryption)
    const settings: MailServer = {
      host: 'localhost',
      port: server.port,
      encryption,
      login: { user: 'feast@gap', password: SECRET },
      patience: PATIENCE,
    }
    const checked = await checkServer(settings, redactor([SECRET]))
    expect(checked).toMatchObject({
      isFine: false,
      remedy: expect.stringMatching(/NODE_EXTRA_CA_CERTS/),
    })
  })

  it('takes in whoever has the password, and hears no other word of it anywhere', async () => {
    await using server = await serveMail(encryption)
    using folder = makeFolder()
    const config = makeConfigFolder(folder, { recipients: [makeRecipient('a@example.com')] })
    const check = (password: string): ReturnType<typeof runFeastgap> =>
      runFeastgap(['send', '--check'], {
        home: folder.path,
        env: {
          FEASTGAP_CONFIG: config,
          FEASTGAP_SMTP_URL: `${scheme}://feast%40gap:${encodeURIComponent(password)}@localhost:${server.port}?starttls`,
          FEASTGAP_MAIL_FROM: 'Feast Gap <report@example.com>',
          NODE_EXTRA_CA_CERTS: join(ROOT, 'test/support/tls/localhost.pem'),
        },
      })
    const right = await check(SECRET)
    expect([right.code, right.err]).toEqual([0, ''])
    const wrong = await check('another canary-8e')
    expect(wrong).toMatchObject({
      code: 3,
      err: expect.stringMatching(/password in FEASTGAP_SMTP_URL/),
    })
    expect(wrong.err + wrong.out).not.toContain('canary-8e')
  })
})

describe('settings of the mail server', () => {
  it.each([
    ['smtps://u:p@mail.example.com', { host: 'mail.example.com', port: 465, encryption: 'tls' }],
    [
      'smtp://u:p%40@mail.example.com',
      { port: 587, encryption: 'starttls', login: { user: 'u', password: 'p@' } },
    ],
    ['smtp://mail:1025?plain', { host: 'mail', port: 1025, encryption: 'none' }],
    ['smtp://[::1]:25', { host: '::1', port: 25, encryption: 'none' }],
  ])('are read from %s', (text, expected) => {
    expect(parseMailServer(text, PATIENCE)).toMatchObject({ ok: true, value: expected })
  })

  it.each([
    'smtp://u:p@mail.example.com?plain',
    'https://mail.example.com',
    'smtp://',
    'smtp://%zz@x.example',
    'mail',
  ])('are refused as %s', (text) => {
    expect(parseMailServer(text, PATIENCE).ok).toBe(false)
  })

  it.each([
    ['Feast Gap <report@Example.com>', { name: 'Feast Gap', address: 'report@example.com' }],
    ['report@example.com', { name: 'Feast Gap', address: 'report@example.com' }],
    ['X <a@example.com>, Y <b@example.com>', undefined],
    ['nobody', undefined],
  ])('name the sender by %s', (text, expected) => {
    expect(parseMailbox(text)).toEqual(expected)
  })

  it('is named after the program where it names nobody', () => {
    for (const text of ['report@example.com', '<report@example.com>'])
      expect(parseMailbox(text)).toEqual({ name: 'Feast Gap', address: 'report@example.com' })
  })
})

it('keeps nothing of a text that repeats a secret, in whichever form', () => {
  const redact = redactor([SECRET, 'ab'])
  for (const form of [
    SECRET,
    encodeURIComponent(SECRET),
    Buffer.from(SECRET).toString('base64'),
    'x ab y',
  ])
    expect(redact(`535 ${form} is wrong`)).toBe('(withheld: it repeats a secret)')
  expect(redact('550\r\n5.1.1 \u202e no')).toBe('550 5.1.1 no')
})
