import type { Findings, TrackFindings } from '../model/findings.ts'
import { type Lang, textOf } from './messages/catalogue.ts'
import { isSumKnown } from './view/counts.ts'
import { asOfInWords, captureInWords, periodOf } from './view/first-screen.ts'
import { known, nameOf, signatureWords, type Words, wordsOf } from './view/words.ts'

const COLUMNS = [
  ['col.track', 'left'],
  ['sum.change', 'right'],
  ['sum.excess', 'right'],
  ['sum.gain', 'right'],
  ['sum.disclosed', 'right'],
  ['sum.bounded', 'right'],
  ['sum.passthrough', 'right'],
  ['sum.secondary', 'left'],
  ['sum.primary', 'left'],
] as const

/** The verdict table, one row a track. */
export function summaryTable(words: Words): {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  return {
    header: COLUMNS.map(([key]) => words.say(key)),
    rows: words.findings.tracks.map((track) => toRow(track, words)),
  }
}

/** The verdict table for a terminal. */
export function renderSummary(findings: Findings, lang: Lang): string {
  const words = wordsOf(findings, lang)
  const { say } = words
  const { header, rows } = summaryTable(words)
  const widths = header.map((text, index) =>
    Math.max(...[text, ...rows.map((row) => row[index] ?? '')].map(displayWidth)),
  )
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const room = ' '.repeat((widths[index] ?? 0) - displayWidth(cell))
        return COLUMNS[index]?.[1] === 'right' ? room + cell : cell + room
      })
      .join('  ')
      .trimEnd()
  return [
    `${say('title', { period: textOf(periodOf(words)) })}  ${textOf(asOfInWords(words))}`,
    toLine(header),
    toLine(widths.map((width) => '─'.repeat(width))),
    ...rows.map(toLine),
    say('legend.hindsight'),
    say('sum.legend'),
    textOf(captureInWords(words)),
  ].join('\n')
}

function toRow(track: TrackFindings, words: Words): readonly string[] {
  const { format } = words
  const { market, inflow, gap } = track
  return [
    nameOf(track, words),
    known(market.deciding, words, ({ change }) => format.change(change)).text,
    known(market.deciding, words, ({ excess }) => format.points(excess)).text,
    known(market.paperGain, words, ({ excessGain }) => format.yuan(excessGain)).text,
    isSumKnown(inflow) ? format.yuan(inflow.disclosed) : '–',
    inflow.nRange.high === 0 ? '–' : format.yuan(inflow.bounded),
    known(gap.passThrough, words, format.per100).text,
    signatureWords(track.secondary, words),
    signatureWords(track.primary, words),
  ]
}

/** Wide East Asian characters take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”]/u

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)
}
