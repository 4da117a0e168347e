import { MONTHS } from '../../model/grid.ts'
import type { Metric } from '../metric.ts'
import { type DealHistory, dealsBySpan, type SpanDealsRow } from './deals-by-span.ts'

/**
 * Recorded inflow by track and month of its printed date, until the period's end. Needs `layOutDeals`.
 *
 * Unit: deals and yuan a month.
 * Source: the same deals as the inflow.
 */
export const monthlyDeals: Metric<readonly SpanDealsRow[], DealHistory> = dealsBySpan(
  'monthly-deals',
  MONTHS,
)
