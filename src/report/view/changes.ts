import { CAUSES, type ChangesInPeriod, type SplitFigure } from '../../model/change-finding.ts'
import { isLacking } from '../../model/findings.ts'
import { periodInWords } from '../period-words.ts'
import { type CellView, cell, head, type LineView, line, num, type TableView } from './cells.ts'
import { figureInWords, moveInWords } from './figure-words.ts'
import { chained, trackName, type Words } from './words.ts'

export interface ChangesView {
  readonly title: string
  /** A few short lines for the first screen. */
  readonly lines: readonly LineView[]
}

/** What changed since the last edition of this period, of the headline track first, and since that of another one. */
export function toChanges(words: Words): ChangesView {
  const { say, findings } = words
  const { samePeriod } = findings.changes
  return {
    title: say('changes.title'),
    lines: [
      ...(isLacking(samePeriod)
        ? [line('changes.samePeriod', say.code('lacking', samePeriod.lacking))]
        : linesOf(samePeriod, words)),
      ...otherLines(words),
    ],
  }
}

function linesOf(changes: ChangesInPeriod, words: Words): readonly LineView[] {
  const { say, findings } = words
  const { asOf, figures, verdicts, deals } = changes
  const path = 'changes.samePeriod'
  return [
    line(
      path,
      say('changes.since', { asOf, figures: figures.length, verdicts: verdicts.length, ...deals }),
    ),
    ...verdicts.map((change, index) =>
      line(`${path}.verdicts.${index}`, verdictInWords(change, words)),
    ),
    ...figures.flatMap((figure, index) =>
      figure.track === findings.headline
        ? [line(`${path}.figures.${index}`, figureLine(figure, words))]
        : [],
    ),
  ]
}

function figureLine(figure: SplitFigure, words: Words): string {
  const { say } = words
  const { measure, before, after, parts } = figure
  const moved = isLacking(parts)
    ? []
    : CAUSES.filter((cause) => !isNothing(parts[cause])).map(
        (cause) => `${say.code('cause', cause)} ${moveInWords(measure, parts[cause], words)}`,
      )
  return say('changes.figure', {
    what: say.code('measure', measure),
    before: figureInWords(measure, before, words),
    after: figureInWords(measure, after, words),
    why: moved.length === 0 ? '' : say('changes.why', { parts: chained(moved, words) }),
  })
}

function isNothing({ low, high }: { readonly low: string; readonly high: string }): boolean {
  return Number(low) === 0 && Number(high) === 0
}

function verdictInWords(
  { track, measure, before, after }: ChangesInPeriod['verdicts'][number],
  words: Words,
): string {
  const { say } = words
  return say('changes.verdict', {
    track: trackName(track, words),
    what: say.code('measure', measure),
    before: say.code('verdict', before),
    after: say.code('verdict', after),
  })
}

/** The figures of another period are other figures: only how many verdicts differ is said. */
function otherLines({ say, findings }: Words): readonly LineView[] {
  const { otherPeriod } = findings.changes
  if (isLacking(otherPeriod)) return []
  const { period, asOf, changes } = otherPeriod
  const verdicts = changes.filter(({ before }) => typeof before === 'string').length
  const values = { period: periodInWords(period, say), asOf, verdicts }
  return [line('changes.otherPeriod', say('changes.other', values))]
}

/** Every headline figure that moved since the last edition of this period, and why. */
export function toChangesTable(words: Words): TableView {
  const { say, findings } = words
  const { samePeriod } = findings.changes
  const figures = isLacking(samePeriod) ? [] : samePeriod.figures
  return {
    caption: say('changes.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.figure'), look: '' },
      { text: say('correction.before'), look: 'num' },
      { text: say('changes.now'), look: 'num' },
      ...CAUSES.map((cause) => ({ text: say.code('cause', cause), look: 'num' })),
    ],
    rows: figures.map((figure, index) => rowOf(figure, index, words)),
    empty: isLacking(samePeriod)
      ? say.code('lacking', samePeriod.lacking)
      : say('changes.unchanged'),
  }
}

function rowOf(figure: SplitFigure, index: number, words: Words): readonly CellView[] {
  const { say } = words
  const { track, measure, before, after, parts } = figure
  const path = `changes.samePeriod.figures.${index}`
  const bounds = (side: 'before' | 'after'): CellView =>
    num(
      figure[side] === undefined ? '' : `${path}.${side}`,
      figureInWords(measure, side === 'before' ? before : after, words),
    )
  return [
    head(trackName(track, words)),
    cell(say.code('measure', measure)),
    bounds('before'),
    bounds('after'),
    ...CAUSES.map((cause) =>
      isLacking(parts)
        ? num(`${path}.parts`, '–', { sub: say.code('lacking', parts.lacking) })
        : num(`${path}.parts.${cause}`, moveInWords(measure, parts[cause], words)),
    ),
  ]
}
