import type { Findings } from '../model/findings.ts'
import type { Letter } from '../model/letter.ts'
import { oneLine } from '../model/mail-address.ts'
import { fitLetter } from './letter/fit.ts'
import { type EditionLetterPage, FOOTER_PLACE, type LetterLayout } from './letter/layout.ts'
import { toText, withAddress } from './letter/text.ts'
import { type EditionLetterView, toEditionLetterView } from './letter/view.ts'
import { type Reader, timeInWords } from './letter-view.ts'
import { speaker, textOf } from './messages/catalogue.ts'
import { listed, type Words, wordsOf } from './view/words.ts'

/** An edition of the archive, as far as a letter tells of it. */
export interface LetterEdition {
  readonly sha256: string
  readonly findings: Findings
  readonly renderedAt: Temporal.Instant
}

export interface EditionReader extends Reader {
  /** Tracks the table is about; absent: all. */
  readonly tracks?: readonly string[] | undefined
  /** Address of the whole edition; absent when no archive is configured. */
  readonly fullEdition?: string | undefined
  /** Address of the archive's page of the edition, where each headline figure has its place; absent likewise. */
  readonly places?: string | undefined
}

/** Digits of the hash that name an edition in words. */
const SHORT_HASH = 8

/**
 * The letter of an edition: the first screen, and every track the reader wants in one table. The headline track is always
 * among them. Its subject is the edition's own, so that no mail program hangs two editions together.
 */
export function renderLetter(
  edition: LetterEdition,
  reader: EditionReader,
  layout: LetterLayout,
): Letter {
  const { lang, zone, tracks, fullEdition, places } = reader
  const key = JSON.stringify([edition.sha256, lang, zone, tracks, fullEdition, places])
  const letter = layout.once(edition.findings, key, () => toSharedLetter(edition, reader, layout))
  return addressed(letter, reader, layout)
}

/** All of a letter but its last lines, which are the reader's own. */
function toSharedLetter(
  edition: LetterEdition,
  reader: Omit<EditionReader, 'name' | 'unsubscribe'>,
  layout: LetterLayout,
): Letter {
  const { findings } = edition
  const words = wordsOf(findings, reader.lang)
  const wanted = wordsOf(forTracks(findings, reader.tracks), reader.lang)
  const whole = toEditionLetterView(words, wanted, layout.pictures(findings, reader.lang))
  return fitLetter(whole, (view, leftOut) => {
    const page = toPage(view, leftOut, { edition, reader, words })
    return {
      subject: page.subject,
      html: layout.edition(page),
      text: toText(page, words.say('letter.colon')),
      attachments: view.pictures.map(({ image }) => image),
    }
  })
}

function addressed(
  letter: Letter,
  { name, lang, unsubscribe }: EditionReader,
  layout: LetterLayout,
): Letter {
  const say = speaker(lang)
  const why = { text: say('letter.why', { name: oneLine(name) }), href: '' }
  const bye = { text: say('letter.unsubscribe-here'), href: unsubscribe ?? '' }
  const footer = unsubscribe === undefined ? [why] : [why, bye]
  const at = letter.html.lastIndexOf(FOOTER_PLACE)
  const [before, after] = [letter.html.slice(0, at), letter.html.slice(at + FOOTER_PLACE.length)]
  return {
    ...letter,
    html: `${before}${layout.footer(footer)}${after}`,
    text: `${letter.text}\n${footer.map(withAddress).join('\n')}\n`,
  }
}

function toPage(
  view: EditionLetterView,
  leftOut: readonly string[],
  {
    edition,
    reader,
    words,
  }: {
    readonly edition: LetterEdition
    readonly reader: Pick<EditionReader, 'zone' | 'fullEdition' | 'places'>
    readonly words: Words
  },
): EditionLetterPage {
  const { say } = words
  const hash = edition.sha256.slice(0, SHORT_HASH)
  const verdicts = view.verdicts.map(({ label, text }) => say('letter.verdict', { label, text }))
  const { track, period } = view
  const title = say.runs('title', { period })
  const parts = leftOut.flatMap((part) => (part === 'links' ? [] : [say.code('letter.part', part)]))
  return {
    ...view,
    lang: say.locale,
    subject: oneLine(
      say('letter.subject', {
        track,
        period: textOf(period),
        verdicts: verdicts.slice(0, 2).join(say('letter.comma')),
        hash,
      }),
    ),
    preview: verdicts.join(say('letter.comma')),
    brand: say('brand'),
    title,
    window: textOf(title),
    full: {
      text: say(reader.fullEdition === undefined ? 'letter.full-nowhere' : 'letter.full', { hash }),
      href: reader.fullEdition ?? '',
      places: reader.places ?? '',
      placesOfMore: leftOut.includes('links') ? '' : (reader.places ?? ''),
    },
    leftOut: parts.length === 0 ? '' : say('letter.left-out', { parts: listed(parts, words) }),
    headings: { propositions: say('section.propositions') },
    notes: [
      ...view.notes,
      say.runs('letter.edition', { hash, time: timeInWords(edition.renderedAt, reader, say) }),
      say.runs('notice'),
    ],
  }
}

/** The findings of the tracks a reader wants; the headline track is always among them. */
export function forTracks(findings: Findings, tracks: readonly string[] | undefined): Findings {
  if (tracks === undefined) return findings
  const isWanted = ({ id }: { readonly id: string }): boolean =>
    id === findings.headline || tracks.includes(id)
  return { ...findings, tracks: findings.tracks.filter(isWanted) }
}
