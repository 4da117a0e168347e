import { type Sentence, textOf } from '../messages/catalogue.ts'
import type { EditionLetterPage, LinkedWords } from './layout.ts'

/** The letter for those who read no HTML: every figure of it but the pictures, in lines of their own. */
export function toText(page: EditionLetterPage, separator: string): string {
  const { verdicts, blocks, tracks, pictures, propositions } = page
  const parts = [
    `${page.brand} · ${textOf(page.title)}`,
    `${page.track} · ${textOf(page.period)}`,
    ...verdicts.map(({ label, text, lines }) =>
      listed(
        `${label}${separator}${text}`,
        lines.map(({ sentence }) => sentence),
      ),
    ),
    ...blocks.map(({ title, lines }) =>
      listed(
        title,
        lines.map(({ sentence }) => sentence),
      ),
    ),
    [
      tracks.title,
      ...tracks.rows.map(({ name, series, market, money, more }) =>
        [
          `${name} (${series})`,
          `  ${tracks.header[1]}${separator}${textOf(market.sum)} · ${market.verdict}`,
          `  ${tracks.header[2]}${separator}${textOf(money.sum)} · ${money.verdict}`,
          `  ${textOf(more)}`,
        ].join('\n'),
      ),
      ...tracks.notes,
    ].join('\n'),
    pictures.map(({ alt }) => alt).join('\n'),
    propositions.length === 0
      ? ''
      : [
          page.headings.propositions,
          ...propositions.map(
            ({ number, title, verdict, reason }) =>
              `${number}. ${title}${separator}${verdict}${reason.length === 0 ? '' : `\n   ${textOf(reason)}`}`,
          ),
        ].join('\n'),
    page.leftOut,
    withAddress(page.full),
    page.notes.map(textOf).join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function listed(title: string, sentences: readonly Sentence[]): string {
  return [title, ...sentences.map((sentence) => `- ${textOf(sentence)}`)].join('\n')
}

/** Words, and behind them the address they lead to. */
export function withAddress({ text, href }: LinkedWords): string {
  return href === '' ? text : `${text} ${href}`
}
