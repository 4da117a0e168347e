import { isLacking } from '../../model/findings.ts'
import { type Grid, type Span, spansFrom } from '../../model/grid.ts'
import type { Known, Lacking } from '../../model/known.ts'
import { lastSpan } from '../last-span.ts'
import type { Question } from '../metric.ts'
import type { DealHistory } from '../metrics/deals-by-span.ts'
import { regimeOf } from '../source-regime.ts'

export interface SpanStanding {
  /** Spans of one number may be compared. */
  readonly regime: Known<number>
  /** So old on the day of knowledge that hardly any deal is told later. */
  readonly isMature: boolean
}

/** What may be done with each span from the first recorded one to the last whole one of the edition. */
export function spanStandings(
  { recorded }: DealHistory,
  grid: Grid,
  question: Question,
): ReadonlyMap<Span, SpanStanding> {
  const known = new Set(recorded)
  const last = lastSpan(grid, question)
  const [first = last + 1] = recorded
  return new Map(
    spansFrom(first, last).map((span) => {
      const days = grid.daysOf(span)
      const { regime } = regimeOf(days, question.rules.gap.breaks)
      return [
        span,
        {
          regime: known.has(span) ? regime : NOT_RECORDED,
          isMature: isMature(days.to, question),
        },
      ]
    }),
  )
}

const NOT_RECORDED: Lacking = { lacking: 'not-recorded' }

/** Older than the slowest group of rounds is told. */
function isMature(end: string, { asOf, rules }: Question): boolean {
  const groups = Object.values(rules.late_reporting.groups)
  const months = Math.max(...groups.map(({ told_within_months }) => told_within_months))
  return Temporal.PlainDate.from(end).add({ months }).toString() <= asOf
}

/** The longest row of spans that are mature and of one regime; of equal ones the newest. */
export function longestStretch(standings: ReadonlyMap<Span, SpanStanding>): readonly Span[] {
  let longest: readonly Span[] = []
  let current: readonly Span[] = []
  for (const [span, { regime, isMature }] of standings) {
    if (!isMature || isLacking(regime)) current = []
    else if (standings.get(span - 1)?.regime === regime) current = [...current, span]
    else current = [span]
    if (current.length >= longest.length) longest = current
  }
  return longest
}
