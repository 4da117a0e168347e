import { QUARTERS } from '../../model/grid.ts'
import type { Metric } from '../metric.ts'
import { type ExcessHistory, excessBySpan, type SpanEnd } from './excess-by-span.ts'

/**
 * Log excess of each track's deciding index, quarter by quarter, from its first bar to the last whole quarter of the
 * period: `ln(P_q / P_{q−1}) − ln(B_q / B_{q−1})`, closes of the benchmark's last session in each quarter. A quarter
 * without the close of both ends is missing. Needs `layOutThemes`.
 *
 * Unit: natural logarithms a quarter.
 * Source: closes as vendors publish them.
 */
export const quarterlyExcess: Metric<readonly SpanEnd[], ExcessHistory> = excessBySpan(
  'quarterly-excess',
  QUARTERS,
)
