import { QUARTERS } from '../../model/grid.ts'
import type { Metric } from '../metric.ts'
import { type DealHistory, dealsBySpan, type SpanDealsRow } from './deals-by-span.ts'

/**
 * Recorded inflow by track and quarter of its printed date, until the period's end. Needs `layOutDeals`.
 *
 * Unit: deals and yuan a quarter.
 * Source: the same deals as the inflow.
 */
export const quarterlyDeals: Metric<readonly SpanDealsRow[], DealHistory> = dealsBySpan(
  'quarterly-deals',
  QUARTERS,
)
