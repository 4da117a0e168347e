import {
  CAUSES,
  type ChangesInPeriod,
  type ChangesOfPeriod,
  isVerdict,
  type SplitFigure,
} from '../../model/change-finding.ts'
import { isLacking } from '../../model/findings.ts'
import type { Interval } from '../../model/known.ts'
import type { Sentence, Value } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import {
  type BlockView,
  type CellView,
  cell,
  figure,
  given,
  head,
  type LineView,
  line,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { figureInWords, moveInWords } from './figure-words.ts'
import { chainedSentences, trackName, type Words } from './words.ts'

/**
 * What changed since the last edition of this period, of the headline track first, and since that of another one. Nothing
 * where this edition is the first.
 */
export function toChanges(words: Words): BlockView | undefined {
  const { say, findings } = words
  const { samePeriod, otherPeriod } = findings.changes
  if (isLacking(samePeriod) && isLacking(otherPeriod)) return undefined
  return {
    title: say('changes.title'),
    lines: [
      ...(isLacking(samePeriod)
        ? [line(say.runs(`lacking.${samePeriod.lacking}`))]
        : linesOf(samePeriod, words)),
      ...(isLacking(otherPeriod) ? [] : [otherLine(otherPeriod, words)]),
    ],
  }
}

function linesOf(changes: ChangesInPeriod, words: Words): readonly LineView[] {
  const { say, format, findings } = words
  const { asOf, figures, verdicts, deals } = changes
  const path = 'changes.samePeriod'
  const byCause = CAUSES.map((cause) => [
    cause,
    figure(`${path}.deals.${cause}`, format.number(deals[cause]), deals[cause]),
  ])
  return [
    line(
      say.runs('changes.since', {
        asOf: given(`${path}.asOf`, format.day(asOf)),
        figures: figure(`${path}.figures`, format.number(figures.length), figures.length),
        verdicts: figure(`${path}.verdicts`, format.number(verdicts.length), verdicts.length),
        ...Object.fromEntries(byCause),
      }),
    ),
    ...verdicts.map((change) => line(verdictInWords(change, words))),
    ...figures.flatMap((one, index) =>
      one.track === findings.headline
        ? [line(figureLine(one, words, `${path}.figures.${index}`))]
        : [],
    ),
  ]
}

function figureLine(
  { measure, before, after, parts }: SplitFigure,
  words: Words,
  path: string,
): Sentence {
  const { say } = words
  const moved = isLacking(parts)
    ? []
    : CAUSES.filter((cause) => !isNothing(parts[cause])).map((cause) =>
        runs(
          `${say.code('cause', cause)} `,
          figure(`${path}.parts.${cause}`, moveInWords(measure, parts[cause], words)),
        ),
      )
  const side = (name: 'before' | 'after', value: Interval | undefined): Value => {
    const text = figureInWords(measure, value, words)
    return value === undefined ? text : figure(`${path}.${name}`, text)
  }
  return say.runs('changes.figure', {
    what: say.code('measure', measure),
    before: side('before', before),
    after: side('after', after),
    why:
      moved.length === 0 ? '' : say.runs('changes.why', { parts: chainedSentences(moved, words) }),
  })
}

function isNothing({ low, high }: { readonly low: string; readonly high: string }): boolean {
  return Number(low) === 0 && Number(high) === 0
}

function verdictInWords(
  { track, measure, before, after }: ChangesInPeriod['verdicts'][number],
  words: Words,
): Sentence {
  const { say } = words
  return say.runs('changes.verdict', {
    track: trackName(track, words),
    what: say.code('measure', measure),
    before: say.code('verdict', before),
    after: say.code('verdict', after),
  })
}

/** The figures of another period are other figures: only how many verdicts differ is said. */
function otherLine({ period, asOf, changes }: ChangesOfPeriod, words: Words): LineView {
  const { say, format } = words
  const verdicts = changes.filter(isVerdict).length
  return line(
    say.runs('changes.other', {
      period: given('changes.otherPeriod.period', periodInWords(period, say)),
      asOf: given('changes.otherPeriod.asOf', format.day(asOf)),
      verdicts: figure('changes.otherPeriod.changes', format.number(verdicts), verdicts),
    }),
  )
}

/** Every headline figure that moved since the last edition of this period, and why. */
export function toChangesTable(words: Words): TableView {
  const { say, findings } = words
  const { samePeriod } = findings.changes
  const figures = isLacking(samePeriod) ? [] : samePeriod.figures
  return table({
    caption: say('changes.caption'),
    columns: [
      { text: say('col.track'), look: '' },
      { text: say('col.figure'), look: '' },
      { text: say('correction.before'), look: 'num' },
      { text: say('changes.now'), look: 'num' },
      ...CAUSES.map((cause) => ({ text: say.code('cause', cause), look: 'num' })),
    ],
    rows: figures.map((one, index) => rowOf(one, index, words)),
    empty: isLacking(samePeriod)
      ? say.code('lacking', samePeriod.lacking)
      : say('changes.unchanged'),
  })
}

function rowOf(one: SplitFigure, index: number, words: Words): readonly CellView[] {
  const { say } = words
  const { track, measure, before, after, parts } = one
  const path = `changes.samePeriod.figures.${index}`
  const bounds = (side: 'before' | 'after'): CellView =>
    num(
      one[side] === undefined ? '' : `${path}.${side}`,
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
