import type { CaptureRange, LevelBasis } from '../model/capture-finding.ts'
import { Decimal, decimal, ratioText } from '../model/decimal.ts'
import { type Inflow, type Interval, isLacking, type Known } from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import type { Question } from './metric.ts'
import { type DatedTotal, floorsFor, totalsFor } from './metrics/published-totals.ts'

/**
 * Recorded ÷ published for the same days and the tracks named, by every publisher of a comparable region: low = fewest
 * recorded ÷ most published, high = most recorded ÷ fewest published. Where a publisher only says "over 700", the share
 * has a high end alone. A share is printed beside a level and never used to gross one up.
 *
 * Unit: shares 0…1.
 * Source: own rule: every publisher of a comparable region, so that no one of them decides.
 */
export function captureRange(
  inflow: Inflow,
  published: readonly PublishedTotal[],
  rules: VerdictRules,
): CaptureRange {
  const of = (metric: string): readonly PublishedTotal[] =>
    published.filter((total) => total.metric === metric)
  const { nRange: recorded, disclosed } = inflow
  const [counts, amounts] = [of('deal_count'), of('amount')]
  const count = { low: String(recorded.low), high: String(recorded.high) }
  const countShare = shareOf(count, totalsAmong(counts), floorsAmong(counts))
  const yuanShare = shareOf(disclosed, totalsAmong(amounts), floorsAmong(amounts))
  const publishers = [...new Set([...counts, ...amounts].map(({ publisher }) => publisher))]
  return {
    recorded,
    publishers,
    countShare,
    yuanShare,
    levels: levelBasis({ countShare, yuanShare, publishers }, rules),
  }
}

/** The totals and floors of exactly the period that captures of some tracks are taken of. */
export function comparableTotals(
  totals: readonly DatedTotal[],
  tracks: readonly string[],
  { period, rules }: Question,
): readonly PublishedTotal[] {
  return [...totalsFor(totals, period), ...floorsFor(totals, period)].filter(
    ({ fit, region, track }) =>
      fit === 'exact' && rules.capture.regions.includes(region) && tracks.includes(track),
  )
}

function totalsAmong(published: readonly PublishedTotal[]): readonly Interval[] {
  return published.flatMap(({ isFloor, value }) => (isFloor === true ? [] : [value]))
}

function floorsAmong(published: readonly PublishedTotal[]): readonly Interval[] {
  return published.flatMap(({ isFloor, value }) => (isFloor === true ? [value] : []))
}

/** Σ of a part ÷ what was published of the whole, by whoever published it; the floors count as the least there was. */
export function shareOf(
  recorded: Interval,
  totals: readonly Interval[],
  floors: readonly Interval[],
): Known<Interval> {
  // "Under 11 bn" says nothing of the least there was.
  const fewest = [...totals, ...floors].map(({ low }) => low).filter((low) => decimal(low).gt(0))
  const most = totals.map(({ high }) => high)
  if (fewest.length === 0) return { lacking: 'no-published-total' }
  return {
    low: most.length === 0 ? '0' : ratioText(decimal(recorded.low).div(Decimal.max(...most))),
    high: ratioText(decimal(recorded.high).div(Decimal.min(...fewest))),
  }
}

/** Rows may speak for the whole only where even the low end of their share is at the configured bar. */
function levelBasis(
  { countShare, yuanShare, publishers }: Omit<CaptureRange, 'levels' | 'recorded'>,
  { capture }: VerdictRules,
): LevelBasis {
  const share = isLacking(countShare) ? yuanShare : countShare
  const bar = String(capture.minimum_share)
  if (isLacking(share)) return { from: 'nothing', details: { bar } }
  const details = { captureLow: share.low, captureHigh: share.high, bar }
  if (decimal(share.low).gte(capture.minimum_share)) return { from: 'rows', details }
  return { from: 'published', details: { ...details, publishers: publishers.join('、') } }
}
