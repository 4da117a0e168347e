import { type Findings, isLacking } from '../model/findings.ts'
import type { Lang } from './messages/catalogue.ts'
import { known, nameOf, signatureWords, wordsOf } from './view/words.ts'

/** The verdict table for a terminal, one row a track. */
export function renderSummary(findings: Findings, lang: Lang): string {
  const words = wordsOf(findings, lang)
  const { say, format } = words
  const header = [
    say('col.track'),
    say('col.change'),
    say('col.excess'),
    say('col.gain'),
    say('col.disclosed'),
    say('col.bounded'),
    say('col.passthrough'),
    say('col.secondary'),
    say('col.primary'),
  ]
  const rows = findings.tracks.map((track) => [
    nameOf(track, words),
    known(track.market.deciding, words, ({ change }) => format.change(change)).text,
    known(track.market.deciding, words, ({ excess }) => format.points(excess)).text,
    known(track.market.paperGain, words, ({ excessGain }) => format.yuan(excessGain)).text,
    track.inflow.n === track.inflow.undisclosed ? '–' : format.yuan(track.inflow.disclosed),
    track.inflow.nRange.high === 0 ? '–' : format.yuan(track.inflow.bounded),
    known(track.gap.passThrough, words, format.per100).text,
    signatureWords(track.secondary, words),
    signatureWords(track.primary, words),
  ])
  const widths = header.map((text, index) =>
    Math.max(...[text, ...rows.map((row) => row[index] ?? '')].map(displayWidth)),
  )
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd()
  const capture = findings.capture.countShare
  return [
    `${say('title', { period: findings.period.id })}  ${say('asof', { asOf: findings.asOf })}`,
    toLine(header),
    toLine(widths.map((width) => '─'.repeat(width))),
    ...rows.map(toLine),
    say('legend.hindsight'),
    ...(isLacking(capture) ? [] : [`${say('method.capture')} ${format.share(capture)}`]),
  ].join('\n')
}

/** Wide East Asian characters take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”]/u

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)
}
