import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { caniemail } from 'caniemail'
import { load } from 'cheerio'
import { Parser } from 'htmlparser2'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeLargestFindings } from '../../scripts/bench/largest-edition.ts'
import { checkLetter, LetterRefused } from '../../src/deliver/check-letter.ts'
import { composeMessage } from '../../src/deliver/compose.ts'
import { makeMailLane } from '../../src/deliver/smtp/mail-lane.ts'
import { HEADLINE_MEASURES } from '../../src/model/change-finding.ts'
import { type Findings, isLacking, type TrackFindings } from '../../src/model/findings.ts'
import { headlineFigure } from '../../src/model/headline-figures.ts'
import {
  encodedBytes,
  LARGEST_LETTER_BYTES,
  type Letter,
  withoutMarks,
} from '../../src/model/letter.ts'
import type { MailAddress } from '../../src/model/mail-address.ts'
import { readBack } from '../../src/publish/read-back.ts'
import { readLetterLayout } from '../../src/publish/read-layout.ts'
import { flattenFindings } from '../../src/report/flatten-findings.ts'
import type { LetterLayout } from '../../src/report/letter/layout.ts'
import { renderLetter } from '../../src/report/render-letter.ts'
import { addresses } from '../../src/report/site/addresses.ts'
import { figureInWords } from '../../src/report/view/figure-words.ts'
import { nameOf, signatureWords, type Words, wordsOf } from '../../src/report/view/words.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { BROWSER, type Shown, showInBrowser } from '../support/browser.ts'
import { CONTRASTS, type Seen } from '../support/contrasts.ts'
import { makeEffects, NOW } from '../support/databases.ts'
import { ATTRIBUTES, ELEMENTS, MISSED, NEVER, PROPERTIES } from '../support/mail-features.ts'
import { makeFindings } from '../support/make-findings.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample } from '../support/sample.ts'

const SENDER = { name: 'Feast Gap', address: 'report@example.com' as MailAddress }
const FROM_BOUNCES = 'bounces@example.com' as MailAddress
const TO = { name: '王小明', address: 'wang@example.com' as MailAddress }
const LANGS = ['zh', 'en'] as const
const ARCHIVE = 'https://archive.example.com/'

let sample: Findings
let layout: LetterLayout
beforeAll(async () => {
  layout = await readLetterLayout(join(ROOT, 'templates'))
  await using db = await newEmbedded()
  const effects = await makeEffects(db)
  await importSample(effects)
  sample = await find(effects, '2023-H1')
}, 120_000)

function letterOf(
  findings: Findings,
  lang: 'zh' | 'en',
  sha256 = 'c0ffee'.padEnd(64, '0'),
): Letter {
  return renderLetter(
    { sha256, findings, renderedAt: NOW },
    {
      name: TO.name,
      lang,
      zone: 'Asia/Shanghai',
      unsubscribe: `https://archive.example.com/unsubscribe/${'x'.repeat(32)}`,
      fullEdition: `${ARCHIVE}${addresses.report({ sha256 })}`,
      places: `${ARCHIVE}${addresses.edition(lang, { sha256 })}`,
    },
    layout,
  )
}

function compose(letter: Letter): Promise<Uint8Array> {
  return composeMessage(
    letter,
    { to: TO, messageId: '<0123@example.com>', date: NOW, unsubscribe: {} },
    SENDER,
  )
}

/** As those who read them see texts: any blank is a space. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')
const textIn = (html: string): string => plain(load(html)('body').text())

/** What a letter has to say of a track: its name, its two verdicts and its headline figures as far as they are known. */
function headlinesOf(track: TrackFindings, words: Words): readonly string[] {
  const measures = HEADLINE_MEASURES.filter((one) => headlineFigure(track, one) !== undefined)
  return [
    nameOf(track, words),
    signatureWords(track.secondary, words),
    signatureWords(track.primary, words),
    ...measures.map((one) => plain(figureInWords(one, headlineFigure(track, one), words))),
  ]
}

/** The elements, attributes and rules beside elements that a letter is made of. */
function featuresOf(
  html: string,
): Readonly<Record<'elements' | 'attributes' | 'rules', readonly string[]>> {
  const found = { elements: [] as string[], attributes: [] as string[], rules: [] as string[] }
  const parser = new Parser({
    onopentag(name, attributes) {
      found.elements.push(name)
      found.attributes.push(...Object.keys(attributes))
      found.rules.push(...(attributes['style'] ?? '').split(';').filter((rule) => rule !== ''))
    },
  })
  parser.end(html)
  return found
}

const propertyOf = (rule: string): string => rule.slice(0, rule.indexOf(':')).trim()

describe.each(LANGS)('the letter of the sample in %s', (lang) => {
  it('is at most 90,000 bytes as it is sent, with all its parts, and its size was foreseen', async () => {
    const letter = letterOf(sample, lang)
    const bytes = await compose(letter)
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_LETTER_BYTES)
    expect(encodedBytes(letter)).toBeGreaterThanOrEqual(bytes.length)
    expect(encodedBytes(letter) - bytes.length).toBeLessThan(4000)
    expect(letter.attachments.map(({ cid }) => cid)).toEqual(['curve@feastgap', 'map@feastgap'])
    expect(textIn(letter.html)).toContain(wordsOf(sample, lang).say('section.propositions'))
  })

  it('is a plain text beside HTML with its pictures, all of it read back as it was', async () => {
    const letter = letterOf(sample, lang)
    const bytes = await compose(letter)
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw.match(/^Content-Type: [a-z]+\/[a-z]+/gm)).toEqual(
      [
        'multipart/alternative',
        'text/plain',
        'multipart/related',
        'text/html',
        'image/png',
        'image/png',
      ].map((type) => `Content-Type: ${type}`),
    )
    expect(raw.match(/^Content-Type: text.*charset=[\w-]+/gm)).toEqual([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Type: text/html; charset=utf-8',
    ])
    const mail = await PostalMime.parse(bytes)
    expect(mail.text?.trim()).toBe(letter.text.trim())
    expect(mail.html?.trim()).toBe(withoutMarks(letter.html).trim())
    expect(mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer))).toEqual(
      letter.attachments.map(({ content }) => new Uint8Array(content)),
    )
    const $ = load(mail.html ?? '')
    for (const picture of $('img').toArray()) {
      expect($(picture).attr('src')).toMatch(/^cid:/)
      expect($(picture).attr('alt')?.length).toBeGreaterThan(15)
      expect(Number($(picture).attr('width')) * Number($(picture).attr('height'))).toBeGreaterThan(
        0,
      )
    }
  })

  it('says every headline figure of every track in both forms', () => {
    const letter = letterOf(sample, lang)
    const wanted = sample.tracks.flatMap((track) => headlinesOf(track, wordsOf(sample, lang)))
    expect(wanted.length).toBeGreaterThan(60)
    for (const form of [plain(letter.text), textIn(letter.html)])
      expect(wanted.filter((text) => !form.includes(text))).toEqual([])
  })

  it('says of each track how much of what was published it holds', () => {
    const { html, text } = letterOf(sample, lang)
    const { say, format } = wordsOf(sample, lang)
    const told = sample.tracks.map(({ capture: { yuanShare, countShare } }) => {
      const share = isLacking(yuanShare) ? countShare : yuanShare
      return isLacking(share) ? say('capture.unknown') : format.shareRange(share)
    })
    expect(new Set(told).size).toBeGreaterThan(2)
    const $ = load(html)
    const lines = $('.more').toArray()
    for (const [index, share] of told.entries())
      expect(plain($(lines[index]).text())).toContain(share)
    expect(text.match(new RegExp(say('capture.unknown'), 'g'))).toHaveLength(
      told.filter((one) => one === say('capture.unknown')).length,
    )
  })

  it('names each figure by a path of the findings until it is sent, and by none after', () => {
    const { html } = letterOf(sample, lang)
    const known = [...flattenFindings(sample)].map(({ id }) => id)
    const $ = load(html)
    const paths = $('[data-figure]')
      .toArray()
      .map((element) => $(element).attr('data-figure') ?? '')
    expect(paths.length).toBeGreaterThan(100)
    expect(
      paths.filter((path) => !known.some((id) => id === path || id.startsWith(`${path}.`))),
    ).toEqual([])
    expect(withoutMarks(html)).not.toMatch(/data-[a-z]+/)
    expect(textIn(withoutMarks(html))).toBe(textIn(html))
  })

  it('prints under each path the figure of the findings, read back as the gate reads pages', () => {
    const { html, text } = letterOf(sample, lang)
    const edition = { findings: sample, sha256: 'c0ffee'.padEnd(64, '0'), renderedAt: NOW }
    const reader = { name: TO.name, lang, zone: 'Asia/Shanghai' }
    readBack({ html, text }, edition, reader)
    const wrong = html.replace(/(<span data-figure="[^"]*disclosed"[^>]*>[^<\d]*)\d/, '$19')
    expect(wrong).not.toBe(html)
    expect(() => readBack({ html: wrong, text }, edition, reader)).toThrow(
      /inflow\.disclosed: .* is printed, the rows give/,
    )
  })

  it('leads from every figure of the headline and of each track to its place in the archive', () => {
    const $ = load(letterOf(sample, lang).html)
    const places = `${ARCHIVE}${lang}/editions/c0ffee0000000000.html#`
    const leadsTo = (within: string): readonly (string | undefined)[] =>
      $(`${within} a.figure`)
        .toArray()
        .map((link) => $(link).attr('href'))
    // Of a side the sum leads to its verdict, below which its own row stands.
    expect(leadsTo('.sum')).toEqual(
      sample.tracks.flatMap(({ id }) =>
        ['secondary', 'primary'].map((side) => `${places}tracks.${id}.${side}.verdict`),
      ),
    )
    for (const link of $('.sum a.figure').toArray())
      expect($(link).text()).toBe($(link).parent().text())
    const ofHeadline = $('.verdict a.figure').toArray()
    expect(ofHeadline.length).toBeGreaterThan(3)
    for (const link of ofHeadline)
      expect($(link).attr('href')).toBe(`${places}${$(link).children().attr('data-figure')}`)
    expect(leadsTo('.stamp').map((href) => href?.split('.').at(-2))).toEqual([
      'secondary',
      'primary',
    ])
    // What was captured has a table in the edition itself, and no place on the archive's page of it.
    const ofMore = $('.more [data-figure]:not([data-figure*=".capture."])').toArray()
    expect(ofMore.length).toBeGreaterThan(3 * sample.tracks.length)
    for (const one of ofMore)
      expect($(one).parent().attr('href')).toBe(`${places}${$(one).attr('data-figure')}`)
    const all = 2 * sample.tracks.length + ofHeadline.length + ofMore.length
    expect($('a.figure')).toHaveLength(all)
  })

  it('holds nothing that mail programs do not know, or that they miss without harm', () => {
    const html = withoutMarks(letterOf(sample, lang).html)
    const { elements, attributes, rules } = featuresOf(html)
    const unknown = [
      ...elements.filter((one) => !(one in ELEMENTS)),
      ...attributes.filter((one) => !(one in ATTRIBUTES)),
      ...rules.filter((rule) => !(propertyOf(rule) in PROPERTIES) || NEVER.test(rule)),
      ...[...html.matchAll(/<!--(.*?)-->/gs)]
        .map(([, comment = '']) => comment)
        .filter((comment) => !/^\[if mso\]>.*<!\[endif\]$/s.test(comment)),
    ]
    expect(unknown).toEqual([])
  })

  it('misses by caniemail.com only what it does not need, in Gmail, Outlook and Apple Mail', () => {
    const html = withoutMarks(letterOf(sample, lang).html)
    const { issues } = caniemail({ clients: ['gmail.*', 'outlook.*', 'apple-mail.*'], html })
    const missed = new Set([...issues.errors.values()].flat().map(({ title }) => title))
    expect([...missed].filter((title) => !(title in MISSED))).toEqual([])
  })
})

describe('letters', () => {
  it('use all they are allowed to', () => {
    const { elements, attributes, rules } = featuresOf(withoutMarks(letterOf(sample, 'zh').html))
    const used = new Set([...elements, ...attributes, ...rules.map(propertyOf)])
    const listed = [ELEMENTS, ATTRIBUTES, PROPERTIES].flatMap((list) => Object.keys(list))
    expect(listed.filter((name) => !used.has(name))).toEqual([])
  })

  it('have a subject of their own', () => {
    const subjects = ['a', 'b'].map((one) => letterOf(sample, 'en', one.repeat(64)).subject)
    expect(new Set(subjects).size).toBe(2)
  })

  it.each(LANGS)('fit with twelve tracks and 2,000 deals, whole, in %s', async (lang) => {
    const findings = makeLargestFindings()
    const letter = letterOf(findings, lang)
    const bytes = await compose(letter)
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_LETTER_BYTES)
    expect(letter.html.match(/scope="rowgroup"/g)).toHaveLength(12)
  })

  const withTracks = (count: number): Findings => {
    const [track] = makeLargestFindings().tracks
    if (track === undefined) throw new Error('no track')
    return makeFindings({
      headline: track.id,
      tracks: Array.from({ length: count }, (_, index) => ({
        ...track,
        ...(index === 0 ? {} : { id: `track-${index}` }),
      })),
    })
  }

  it('do without the links of small figures before they do without a picture', async () => {
    const [short, long] = [letterOf(withTracks(12), 'en'), letterOf(withTracks(20), 'en')]
    const linked = (letter: Letter): number => load(letter.html)('.more a').length
    expect([linked(short) > 0, linked(long)]).toEqual([true, 0])
    expect(load(long.html)('.sum a')).toHaveLength(40)
    expect(long.attachments.map(({ cid }) => cid)).toEqual(short.attachments.map(({ cid }) => cid))
    expect((await compose(long)).length).toBeLessThanOrEqual(LARGEST_LETTER_BYTES)
  }, 60_000)

  it('are sent without the classes that no rule is for, and with all the others', () => {
    const { html } = letterOf(sample, 'zh')
    const classes = (page: string): readonly string[] => [
      ...new Set(
        load(page)('[class]')
          .toArray()
          .flatMap(({ attribs }) => attribs['class']?.split(' ') ?? []),
      ),
    ]
    const sheets = load(html)('style').text()
    const isRuled = (name: string): boolean => new RegExp(`\\.${name}\\b`).test(sheets)
    expect(classes(html).filter((name) => !isRuled(name)).length).toBeGreaterThan(5)
    expect(classes(withoutMarks(html))).toEqual(classes(html).filter(isRuled))
  })

  it('leave out what matters least when they are too long, and say what and where it is', async () => {
    const say = wordsOf(sample, 'en').say
    const letter = letterOf(withTracks(30), 'en')
    expect(letter.attachments.map(({ cid }) => cid)).not.toContain('curve@feastgap')
    for (const form of [letter.text, textIn(letter.html)]) {
      expect(form).toContain(say('letter.part.curve'))
      expect(form).toContain(say('letter.full', { hash: 'c0ffee00' }))
    }
    expect(letter.text).toContain('https://archive.example.com/editions/')
    expect((await compose(letter)).length).toBeLessThanOrEqual(LARGEST_LETTER_BYTES)
  }, 60_000)

  it.each([
    ['a picture from elsewhere', '<img src="https://example.com/x.png">'],
    ['a picture in the HTML', '<img src="data:image/png;base64,AAAA">'],
    ['a ground from elsewhere', '<td background="//example.com/x">a</td>'],
    ['a rule that fetches', '<p style="background:url(https://example.com)">a</p>'],
    ['a sheet that fetches', '<style>@import "https://example.com/x.css";</style>'],
    ['a sheet from elsewhere', '<link rel="stylesheet" href="https://example.com/x.css">'],
    ['a script', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a handler', '<p onclick="alert(1)">a</p>'],
    ['a link that runs', '<a href="javascript:alert(1)">a</a>'],
    ['a link that carries a page', '<a href="data:text/html,x">a</a>'],
    ['a picture it has not', '<img src="cid:nothing@feastgap">'],
    ['too many rules', `<style>${'p{color:red}'.repeat(1400)}</style>`],
    ['half a letter', '<p>\ud842</p>'],
  ])('are refused with %s', (_, html) => {
    expect(() => checkLetter({ subject: 'a', text: 'a', html, attachments: [] })).toThrow(
      LetterRefused,
    )
  })

  it('arrive as they were sent at a real server', async () => {
    const arrived: Buffer[] = []
    const server = new SMTPServer({
      authOptional: true,
      onData(stream, _session, done) {
        stream.on('data', (chunk: Buffer) => arrived.push(chunk))
        stream.on('end', () => done())
      },
    })
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const { port } = server.server.address() as AddressInfo
    const lane = makeMailLane(
      {
        host: '127.0.0.1',
        port,
        encryption: 'none',
        patience: { connect: 5000, step: 5000, reply: 5000 },
      },
      (text) => text,
    )
    const bytes = await compose(letterOf(sample, 'zh'))
    const outcome = await lane.send({ from: FROM_BOUNCES, to: TO.address, bytes }, async () => {})
    lane.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    expect(outcome).toMatchObject({ stage: 'accepted' })
    expect(Buffer.concat(arrived).toString('latin1').trimEnd()).toBe(
      Buffer.from(bytes).toString('latin1').trimEnd(),
    )
  })
})

// Registers itself only where there is a browser: what checks the whole project installs one.
if (BROWSER !== undefined) {
  describe.each(LANGS)('the letter in a browser, %s', (lang) => {
    const shown = (): Promise<Shown> => {
      const { html, attachments } = letterOf(sample, lang)
      // A browser knows no cid: it gets the pictures as a mail program has them at hand.
      const withPictures = attachments.reduce(
        (page, { cid, content }) =>
          page.replace(
            `cid:${cid}`,
            `data:image/png;base64,${Buffer.from(content).toString('base64')}`,
          ),
        withoutMarks(html),
      )
      return showInBrowser(withPictures)
    }

    it.each(['light', 'dark'] as const)(
      'has a contrast of at least 4.5 in the %s, however its colours are turned around',
      async (colorScheme) => {
        await using page = await shown()
        const tab = await page.browser.newPage({ colorScheme })
        await tab.goto(page.address)
        const seen = (await tab.evaluate(CONTRASTS)) as readonly Seen[]
        expect(seen.length).toBeGreaterThan(400)
        expect(new Set(seen.map(({ way }) => way)).size).toBe(4)
        expect(seen.filter(({ contrast }) => contrast < 4.5)).toEqual([])
      },
    )

    it.each([360, 768])(
      'fits %i pixels, asks for nothing, and shows its pictures',
      async (width) => {
        await using page = await shown()
        const tab = await page.browser.newPage({ viewport: { width, height: 740 } })
        const requests: string[] = []
        tab.on('request', (request) => requests.push(request.url().slice(0, 10)))
        await tab.goto(page.address)
        expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1)
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        )
        expect(
          await tab.evaluate(
            '[...document.images].every((one) => one.naturalWidth === 2 * one.width && one.width > 300)',
          ),
        ).toBe(true)
      },
    )

    it('has all three verdicts within the first screen of a telephone, in letters of 12 pixels and more', async () => {
      await using page = await shown()
      const tab = await page.browser.newPage({ viewport: { width: 360, height: 740 } })
      await tab.goto(page.address)
      const bottoms = (await tab.evaluate(
        `[...document.querySelectorAll('.stamp')].map((one) => one.getBoundingClientRect().bottom)`,
      )) as readonly number[]
      expect(bottoms).toHaveLength(3)
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(740)
      expect(
        await tab.evaluate(
          `Math.min(...[...document.querySelectorAll('td, p, span, th, h1, h2')].map((one) => parseFloat(getComputedStyle(one).fontSize)))`,
        ),
      ).toBeGreaterThanOrEqual(12)
    })
  })
}
