import { MONTHS } from '../../model/grid.ts'
import type { Metric } from '../metric.ts'
import { type ExcessHistory, excessBySpan, type SpanEnd } from './excess-by-span.ts'

/**
 * Log excess of each track's deciding index, month by month, from its first bar to the last whole month of the period, as
 * `quarterly-excess` has it by quarter. Needs `layOutThemes`.
 *
 * Unit: natural logarithms a month.
 * Source: closes as vendors publish them.
 */
export const monthlyExcess: Metric<readonly SpanEnd[], ExcessHistory> = excessBySpan(
  'monthly-excess',
  MONTHS,
)
