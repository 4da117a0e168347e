import type { AttentionSeries } from '../../model/attention-finding.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import { disclosedCount } from '../../model/disclosed-sum.ts'
import { type Inflow, type Interval, isLacking, type Known } from '../../model/findings.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import { medianOf } from '../statistics/median.ts'
import type { MeasuredAttention } from './attention-series.ts'

/** A track's attention with the deals it is set against. */
export interface TrackAttention {
  readonly track: string
  readonly series: readonly MeasuredAttention[]
  readonly inflow: Inflow
  readonly yearBefore: Inflow
  /** Whether our rows show enough of the market for levels to rest on them. */
  readonly hasLevels: boolean
}

const BILLION = '1e9'

/**
 * Attention set against what was paid (proposition 2): `100 × level ÷ deals`, and per billion yuan disclosed. From one
 * year to the next only with the configured number of disclosed deals on each side; against other tracks, as a ratio to
 * their median, only where the rows of both show enough of the market: tracks are not compared by a thin sample.
 *
 * Unit: attention per 100 deals, or per billion yuan.
 * Source: own definition.
 */
export function attentionPerDeal(
  own: TrackAttention,
  all: readonly TrackAttention[],
  rules: VerdictRules,
): readonly AttentionSeries[] {
  return own.series.map(({ levelYearBefore, ...series }) => {
    const perDeal = perCount(series.level, own.inflow.n)
    return {
      ...series,
      perDeal,
      perBillion: perBillion(series.level, own.inflow.disclosed),
      perDealYearBefore: isComparable(own, rules)
        ? perCount(levelYearBefore, own.yearBefore.n)
        : { lacking: 'fewer-than-10-deals' },
      againstOthers: againstOthers(perDeal, series, { own, all }),
    }
  })
}

function perCount(level: Known<string>, deals: number): Known<string> {
  if (isLacking(level)) return level
  if (deals === 0) return { lacking: 'no-deals' }
  return ratioText(decimal(level).times(100).div(deals))
}

function perBillion(level: Known<string>, { low, high }: Interval): Known<Interval> {
  if (isLacking(level)) return level
  if (decimal(low).isZero()) return { lacking: 'nothing-disclosed' }
  const per = (yuan: string): string =>
    ratioText(decimal(level).times(100).times(BILLION).div(yuan))
  return { low: per(high), high: per(low) }
}

function isComparable({ inflow, yearBefore }: TrackAttention, { gap }: VerdictRules): boolean {
  return [inflow, yearBefore].every((one) => disclosedCount(one) >= gap.minimum_disclosed)
}

function againstOthers(
  perDeal: Known<string>,
  { source, measure }: Pick<MeasuredAttention, 'source' | 'measure'>,
  { own, all }: { readonly own: TrackAttention; readonly all: readonly TrackAttention[] },
): Known<string> {
  if (isLacking(perDeal)) return perDeal
  if (!own.hasLevels) return { lacking: 'capture-too-low' }
  const others = all.flatMap((other) => {
    if (other.track === own.track || !other.hasLevels) return []
    const same = other.series.find((one) => one.source === source && one.measure === measure)
    const per = same === undefined ? undefined : perCount(same.level, other.inflow.n)
    return per === undefined || isLacking(per) ? [] : [decimal(per)]
  })
  const median = medianOf(others)
  if (median === undefined) return { lacking: 'no-other-track' }
  return median.isZero() ? { lacking: 'no-mentions' } : ratioText(decimal(perDeal).div(median))
}
