import { type Inflow, isLacking, type Known } from '../model/findings.ts'
import type { Period } from '../model/period.ts'
import type { CaptureOfDeals, MarketCapture, PublishedTotal } from '../model/published-finding.ts'
import { captureRange, comparableTotals, shareOf } from './capture-range.ts'
import type { Question } from './metric.ts'
import { type DatedTotal, totalsFor } from './metrics/published-totals.ts'

/** The published totals of the whole market, or of another of its fields, for exactly the period, whoever published them. */
export function marketTotals(
  totals: readonly DatedTotal[],
  metric: string,
  { period, rules }: Question,
  track = rules.market_totals.track,
): readonly PublishedTotal[] {
  const { region } = rules.market_totals
  return totalsFor(totals, period).filter(
    (total) =>
      total.fit === 'exact' &&
      total.region === region &&
      total.track === track &&
      total.metric === metric,
  )
}

/** That of the first publisher that has one. */
export function marketTotal(
  totals: readonly DatedTotal[],
  metric: string,
  question: Question,
): Known<PublishedTotal> {
  const exact = marketTotals(totals, metric, question)
  for (const publisher of question.rules.market_totals.publishers) {
    const found = exact.find((total) => total.publisher === publisher)
    if (found !== undefined) return found
  }
  return { lacking: 'no-published-total' }
}

/**
 * How much of the market our rows show: printed beside every level, those of earlier spans too, and never used to gross
 * anything up.
 *
 * Unit: shares 0…1; deals; yuan.
 * Source: own rule: what we see is set against what was published, and never used to gross up.
 */
export function captureOf(
  {
    period: all,
    previous,
    yearBefore,
  }: Readonly<Record<'period' | 'previous' | 'yearBefore', Inflow>>,
  totals: readonly DatedTotal[],
  question: Question,
): MarketCapture {
  const publishedAmount = marketTotal(totals, 'amount', question)
  const dealsIn = (span: Period, recorded: Inflow): CaptureOfDeals => {
    const published = marketTotal(totals, 'deal_count', { ...question, period: span })
    return { publishedCount: published, countShare: countShareOf(recorded, published) }
  }
  const directions = totalsFor(totals, question.period)
    .filter(
      ({ fit, track, metric }) =>
        fit === 'exact' && track === 'all' && metric === 'amount_change_yoy',
    )
    .map(({ publisher, value, url }) => ({ publisher, percent: value.low, url }))
  const signs = new Set(directions.map(({ percent }) => Math.sign(Number(percent))))
  return {
    recorded: all.n,
    recordedRange: all.nRange,
    recordedYuan: all.disclosed,
    ...dealsIn(question.period, all),
    publishedAmount,
    previous: dealsIn(question.previous, previous),
    yearBefore: dealsIn(question.yearBefore, yearBefore),
    yuanShare: isLacking(publishedAmount)
      ? publishedAmount
      : shareOf(all.disclosed, [publishedAmount.value], []),
    range: captureRange(
      all,
      comparableTotals(totals, [question.rules.market_totals.track], question),
      question.rules,
    ),
    directions,
    directionDisputed: signs.has(1) && signs.has(-1),
  }
}

/** Recorded deals as a share of the fewest that were published. */
function countShareOf({ n }: Inflow, published: Known<PublishedTotal>): Known<string> {
  if (isLacking(published)) return published
  const share = shareOf({ low: String(n), high: String(n) }, [published.value], [])
  return isLacking(share) ? share : share.high
}
