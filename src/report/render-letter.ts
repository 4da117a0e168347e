import type { Findings } from '../model/findings.ts'
import type { Letter } from '../model/letter.ts'
import {
  type LetterView,
  type Reader,
  type RenderHtml,
  timeInWords,
  toLetter,
} from './letter-view.ts'
import { textOf } from './messages/catalogue.ts'
import { renderSummary, summaryTable } from './render-summary.ts'
import { toFirstScreen } from './view/first-screen.ts'
import { wordsOf } from './view/words.ts'

/** An edition of the archive, as far as a letter tells of it. */
export interface LetterEdition {
  readonly sha256: string
  readonly findings: Findings
  readonly renderedAt: Temporal.Instant
}

/** Digits of the hash that name an edition in words. */
const SHORT_HASH = 8

/**
 * The letter of an edition: the first screen, and every track the reader wants in one table. The headline track is always
 * among them. Its subject is the edition's own, so that no mail program hangs two editions together.
 */
export function renderLetter(
  edition: LetterEdition,
  reader: Reader & { readonly tracks?: readonly string[] | undefined },
  toHtml: RenderHtml,
): Letter {
  const wanted = forTracks(edition.findings, reader.tracks)
  const words = wordsOf(wanted, reader.lang)
  return toLetter(toView(edition, wanted, reader), { reader, say: words.say, toHtml })
}

function toView(edition: LetterEdition, wanted: Findings, reader: Reader): LetterView {
  const words = wordsOf(wanted, reader.lang)
  const { say } = words
  // The first screen speaks of all tracks, the table of those that are wanted.
  const first = toFirstScreen(wordsOf(edition.findings, reader.lang))
  const hash = edition.sha256.slice(0, SHORT_HASH)
  const verdicts = first.verdicts
    .slice(0, 2)
    .map(({ label, text }) => say('letter.verdict', { label, text }))
  return {
    subject: say('letter.subject', {
      track: first.track,
      period: first.period,
      verdicts: verdicts.join(say('letter.comma')),
      hash,
    }),
    title: `${say('brand')} · ${first.track} · ${first.period}`,
    blocks: [
      {
        title: say('letter.verdicts'),
        lines: first.verdicts.map(({ label, text }) => say('letter.verdict', { label, text })),
      },
      ...first.blocks.map(({ title, lines }) => ({
        title,
        lines: lines.map(({ sentence }) => textOf(sentence)),
      })),
    ],
    table: summaryTable(words),
    tableText: renderSummary(wanted, reader.lang),
    notes: [
      ...first.notes,
      say('letter.edition', { hash, time: timeInWords(edition.renderedAt, reader, say) }),
      say('notice'),
    ],
  }
}

function forTracks(findings: Findings, tracks: readonly string[] | undefined): Findings {
  if (tracks === undefined) return findings
  const isWanted = ({ id }: { readonly id: string }): boolean =>
    id === findings.headline || tracks.includes(id)
  return { ...findings, tracks: findings.tracks.filter(isWanted) }
}
