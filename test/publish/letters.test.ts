import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { LetterRefused } from '../../src/deliver/check-letter.ts'
import { composeMessage } from '../../src/deliver/compose.ts'
import type { Findings } from '../../src/model/findings.ts'
import { compareHeadlines, headlineFigure } from '../../src/model/headline-figures.ts'
import { LARGEST_LETTER_BYTES, type Letter } from '../../src/model/letter.ts'
import { type MailAddress, parseMailAddress } from '../../src/model/mail-address.ts'
import { isWanted, recipientsSchema } from '../../src/model/recipients-config.ts'
import { readLetterLayout } from '../../src/publish/read-layout.ts'
import { renderLetter } from '../../src/report/render-letter.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { NOW } from '../support/databases.ts'
import { makeFindings, makeTrack } from '../support/make-findings.ts'
import { makeRecipient } from '../support/publishing.ts'

const SHA = 'c0ffee'.padEnd(64, '0')
const SENDER = { name: 'Feast Gap', address: 'report@example.com' as MailAddress }

async function letterOf(
  findings: Findings,
  reader: Partial<Parameters<typeof renderLetter>[1]> = {},
): Promise<Letter> {
  return renderLetter(
    { sha256: SHA, findings, renderedAt: NOW },
    { name: '王小明', lang: 'zh', zone: 'Asia/Shanghai', ...reader },
    await readLetterLayout(join(ROOT, 'templates')),
  )
}

function compose(letter: Letter, name = '王小明'): Promise<Uint8Array> {
  return composeMessage(
    letter,
    {
      to: { name, address: 'wang@example.com' as MailAddress },
      messageId: '<0123@example.com>',
      date: NOW,
      unsubscribe: {
        url: 'https://archive.example.com/unsubscribe/t0',
        mailto: 'mailto:bye@example.com?subject=unsubscribe%20t0',
      },
    },
    SENDER,
  )
}

const parse = (bytes: Uint8Array): Promise<Email> => PostalMime.parse(bytes)
const header = (mail: Email, key: string): string | undefined =>
  mail.headers.find((one) => one.key === key)?.value

describe.each(['zh', 'en'] as const)('the letter of an edition in %s', (lang) => {
  it('is text and HTML in UTF-8, the same bytes each time, with all a mail program must know', async () => {
    const letter = await letterOf(makeFindings(), { lang })
    const bytes = await compose(letter)
    expect(await compose(await letterOf(makeFindings(), { lang }))).toEqual(bytes)
    const mail = await parse(bytes)
    for (const figure of [/33\.8/, /31\.6/, /556|5,558/]) {
      expect(mail.text).toMatch(figure)
      expect(mail.html).toMatch(figure)
    }
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw.match(/^Content-Type: text.*charset=[\w-]+/gm)).toEqual([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Type: text/html; charset=utf-8',
    ])
    expect(mail.subject).toContain(SHA.slice(0, 8))
    expect(header(mail, 'message-id')).toBe('<0123@example.com>')
    expect(header(mail, 'list-unsubscribe')).toBe(
      '<https://archive.example.com/unsubscribe/t0>, <mailto:bye@example.com?subject=unsubscribe%20t0>',
    )
    expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header(mail, 'auto-submitted')).toBe('auto-generated')
  })

  it('asks nobody for anything and tells the time where the reader is', async () => {
    const letter = await letterOf(makeFindings(), { lang, zone: 'America/New_York' })
    expect(letter.html).not.toMatch(/<(?:script|link|iframe)|https?:|data:|url\(|src="(?!cid:)/)
    expect(letter.text).toMatch(/2026年11月23日|23 November 2026/)
  })

  it('has only the tracks a reader wants, and always the headline', async () => {
    const findings = makeFindings()
    const letter = await letterOf(findings, { lang, tracks: ['somewhere-else'] })
    const names = findings.tracks.map((track) => track.names[lang])
    expect(letter.text).toContain(names[0])
    expect(letter.html.match(/scope="rowgroup"/g)).toHaveLength(1)
  })
})

describe('a finished message', () => {
  it('is refused when mail programs would cut it off, and fits with twelve tracks', async () => {
    const many = (count: number): Findings =>
      makeFindings({
        tracks: Array.from({ length: count }, (_, index) =>
          makeTrack(
            index === 0
              ? {}
              : { id: `track-${index}`, names: { zh: `赛道${index}`, en: `Track ${index}` } },
          ),
        ),
      })
    const bytes = await compose(await letterOf(many(12)))
    expect(bytes.length).toBeLessThan(LARGEST_LETTER_BYTES)
    await expect(compose(await letterOf(many(100)))).rejects.toThrow(LetterRefused)
  })

  it('carries pictures inside, never by address', async () => {
    const letter = await letterOf(makeFindings())
    const picture = {
      cid: 'map@feastgap',
      filename: 'map.png',
      contentType: 'image/png',
      content: Buffer.from('89504e470d0a1a0a', 'hex'),
    } as const
    const html = '<p>a</p><img src="cid:map@feastgap" alt="map">'
    const mail = await parse(await compose({ ...letter, html, attachments: [picture] }))
    expect(
      mail.attachments.map(({ contentId, mimeType, disposition }) => ({
        contentId,
        mimeType,
        disposition,
      })),
    ).toEqual([{ contentId: '<map@feastgap>', mimeType: 'image/png', disposition: 'inline' }])
    for (const src of [
      'https://example.com/x.png',
      'data:image/png;base64,AAAA',
      '//example.com/x',
    ])
      await expect(compose({ ...letter, html: `<img src="${src}">` })).rejects.toThrow(
        LetterRefused,
      )
  })

  it.each([
    'x\r\nBcc: victim@example.com',
    'x\nSubject: other\n\n<b>body</b>',
    'x\r\n.\r\nMAIL FROM:<evil@example.com>',
    '"; <evil@example.com>',
    '=?utf-8?q?=0d=0aBcc:_victim@example.com?=',
    'a\u202egnp.exe',
    'x\u0000\u200b\u2028y',
    '<script>alert(1)</script>',
  ])('stays one message to one reader with the name %j', async (name) => {
    const findings = makeFindings({ tracks: [makeTrack({ names: { zh: name, en: name } })] })
    const bytes = await compose(await letterOf(findings, { name }), name)
    const mail = await parse(bytes)
    expect(mail.to?.map(({ address }) => address)).toEqual(['wang@example.com'])
    expect([mail.bcc, mail.cc, mail.replyTo]).toEqual([undefined, undefined, undefined])
    expect(mail.subject).toMatch(/c0ffee00$/)
    expect(mail.headers.filter(({ key }) => key === 'subject')).toHaveLength(1)
    expect(mail.html).not.toContain('<script>')
    const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')
    expect(head).not.toMatch(/^(?:Bcc|MAIL FROM)/im)
  })
})

describe('addresses', () => {
  it.each(['wang@example.com', "o'neil+x@mail.example.co.uk", 'a.b@xn--fiqs8s.example'])(
    'takes %s',
    (text) => {
      expect(parseMailAddress(text)).toBe(text)
    },
  )

  it.each([
    '',
    'wang',
    'wang@localhost',
    'wang@example.com\r\nRCPT TO:<x@example.com>',
    'wang@example.com, x@example.com',
    '"wang x"@example.com',
    'wang@[127.0.0.1]',
    'wang@example.com>',
    'Wang <wang@example.com>',
    'wang..x@example.com',
    '.wang@example.com',
    'wang@-example.com',
    '王@example.com',
    'wang@exam\u200bple.com',
    'wang@example.com SIZE=1',
    `${'x'.repeat(65)}@example.com`,
  ])('refuses %j', (text) => {
    expect(parseMailAddress(text)).toBeUndefined()
  })

  it('are written to only in allowed domains, each once', () => {
    const parsed = recipientsSchema.safeParse({
      domains: ['example.com'],
      recipients: [
        makeRecipient('wang@example.com'),
        makeRecipient('WANG@EXAMPLE.COM'),
        makeRecipient('wang@evil.example.com'),
        makeRecipient('wang@example.com.evil.org'),
      ],
    })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'wang@evil.example.com is outside the allowed domains',
      'wang@example.com.evil.org is outside the allowed domains',
      'wang@example.com is listed twice',
    ])
    expect(recipientsSchema.safeParse({ recipients: [] }).success).toBe(false)
  })

  it('want editions by the length of their period', () => {
    const { period, previous } = makeFindings()
    expect([isWanted('every', period), isWanted(['half-yearly'], previous)]).toEqual([true, true])
    expect(isWanted(['monthly', 'yearly'], period)).toBe(false)
  })
})

describe('headline figures', () => {
  it('are compared exactly, the unknown being neither zero nor equal to anything', () => {
    const before = makeFindings()
    expect(compareHeadlines(before, makeFindings())).toEqual([])
    const track = makeTrack()
    const after = makeFindings({
      tracks: [
        makeTrack({
          market: { ...track.market, paperGain: { lacking: 'no-board' } },
          inflow: { ...track.inflow, disclosed: { low: '4095107720.96', high: '6460134058.169' } },
          primary: { ...track.primary, verdict: 'between' },
        }),
      ],
    })
    expect(compareHeadlines(before, after)).toMatchObject([
      { track: track.id, measure: 'excess-gain', after: undefined, moved: undefined },
      { track: track.id, measure: 'disclosed', moved: '0.1' },
      { track: track.id, measure: 'primary', before: 'no', after: 'between' },
    ])
    expect(headlineFigure(makeFindings().tracks[1] ?? track, 'disclosed')).toBeUndefined()
  })
})
