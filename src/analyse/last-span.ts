import type { Grid, Span } from '../model/grid.ts'
import type { Question } from './metric.ts'

/** The last span that was over by the period's end and the day of knowledge. */
export function lastSpan(grid: Grid, { period, asOf }: Pick<Question, 'period' | 'asOf'>): Span {
  return grid.lastBy(asOf < period.to ? asOf : period.to)
}
