import type { Findings } from '../model/findings.ts'
import { oneLine } from '../model/mail-address.ts'
import type { Notice } from '../model/notice.ts'
import type { Post, PostSection } from '../model/post.ts'
import { type Reader, timeInWords } from './letter-view.ts'
import { type Say, speaker, textOf } from './messages/catalogue.ts'
import { forTracks, type LetterEdition } from './render-letter.ts'
import { noticeView } from './render-notice.ts'
import { summaryTable } from './render-summary.ts'
import { toFirstScreen } from './view/first-screen.ts'
import { wordsOf } from './view/words.ts'

const SHORT_HASH = 8

/** What a robot says of an edition: the verdicts, every track it is to tell of, then what stands behind the verdicts. */
export function renderPost(
  edition: LetterEdition,
  reader: Reader & { readonly tracks?: readonly string[] | undefined },
): Post {
  const { findings } = edition
  const wanted = wordsOf(forTracks(findings, reader.tracks), reader.lang)
  const { say } = wanted
  const first = toFirstScreen(wordsOf(findings, reader.lang))
  const hash = edition.sha256.slice(0, SHORT_HASH)
  return {
    lang: reader.lang,
    title: `${say('brand')} · ${first.track} · ${textOf(first.period)}`,
    sections: [
      {
        title: say('letter.verdicts'),
        lines: first.verdicts.map(({ label, text }) => say('letter.verdict', { label, text })),
      },
      trackSection(summaryTable(wanted), say),
      ...first.blocks.map(({ title, lines }) => ({
        title,
        lines: lines.map(({ sentence }) => textOf(sentence)),
      })),
    ],
    foot: [
      ...first.notes.map(textOf),
      say('letter.edition', { hash, time: timeInWords(edition.renderedAt, reader, say) }),
      say('notice'),
    ],
    more: say('post.more'),
  }
}

/** Every track with its headline figures, each under its name. */
function trackSection(
  { header: [title = '', ...names], rows }: ReturnType<typeof summaryTable>,
  say: Say,
): PostSection {
  const lines = rows.map(([track = '', ...cells]) => {
    const figures = cells.map((cell, index) => `${names[index]} ${cell}`)
    return say('letter.verdict', { label: track, text: figures.join(' · ') })
  })
  return { title, lines: [...lines, say('sum.legend')] }
}

/** What a robot says of a correction, an alert or failures. */
export function renderNoticePost(
  notice: Notice,
  findings: Findings | undefined,
  reader: Reader & { readonly tracks?: readonly string[] | undefined },
): Post {
  const { subject, blocks, table, notes } = noticeView(notice, findings, reader)
  const rows = { title: table.header.join(' · '), lines: table.rows.map((row) => row.join(' · ')) }
  return {
    lang: reader.lang,
    title: oneLine(subject),
    sections: rows.lines.length === 0 ? blocks : [...blocks, rows],
    foot: notes,
    more: speaker(reader.lang)('post.more'),
  }
}
