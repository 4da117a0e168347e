import { decimal, ratioText } from '../../model/decimal.ts'
import { type Condition, isLacking, type Known, type Signature } from '../../model/findings.ts'
import type { MarketSide } from '../../model/market-side-finding.ts'
import type { SeriesFinding } from '../../model/series-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import { allHold, anyFails, condition, scaledBar } from './conditions.ts'

/**
 * Was there a feast in the secondary market? Yes: every condition holds. No: the excess is small. Between: a condition
 * fails. Not judged: none fails but some cannot be known. Only dated series decide.
 *
 * Unit: yes, no, between or not judged; fractions.
 * Source: own rule, with the bars of config/verdicts.yaml.
 */
export function judgeSecondary(market: MarketSide, months: number, rules: VerdictRules): Signature {
  const { secondary } = rules
  const bar = (value: number) => scaledBar(value, months, secondary.reference_months)
  const small = condition('excess-at-most', market.deciding, ({ excess }) => ({
    holds: decimal(excess).lte(bar(secondary.no_excess)),
    details: { excess, bar: ratioText(bar(secondary.no_excess)) },
  }))
  if (small.holds === 'yes') return { verdict: 'no', conditional: false, conditions: [small] }

  const conditions = [
    condition('excess-at-least', market.deciding, ({ excess }) => ({
      holds: decimal(excess).gte(bar(secondary.yes_excess)),
      details: { excess, bar: ratioText(bar(secondary.yes_excess)) },
    })),
    percentileCondition(market, rules),
    condition('shifts-at-least', market.shifts, ({ lowest, sessions, cells }) => ({
      holds: decimal(lowest).gte(bar(secondary.yes_shifted_excess)),
      details: { lowest, bar: ratioText(bar(secondary.yes_shifted_excess)), sessions, cells },
    })),
    turnoverCondition(market, secondary.yes_turnover_ratio),
    confirmation(market.confirming, ratioText(bar(secondary.confirm_excess))),
  ]
  if (allHold(conditions)) return { verdict: 'yes', conditional: false, conditions }
  return {
    verdict: anyFails(conditions) ? 'between' : 'not-judged',
    conditional: false,
    conditions,
  }
}

/** Tolerance for windows that start on the first session of the history, not on its first day. */
const YEARS_TOLERANCE = 0.1

function percentileCondition(market: MarketSide, { secondary }: VerdictRules): Condition {
  const needed = secondary.history_years - YEARS_TOLERANCE
  const figure = market.percentile
  if (
    !isLacking(figure) &&
    decimal(figure.years).lt(needed) &&
    decimal(figure.percentile).gte(secondary.yes_percentile)
  ) {
    return {
      id: 'percentile-at-least',
      holds: 'unknown',
      details: {
        lacking: 'history-too-short',
        years: figure.years,
        needed: secondary.history_years,
      },
    }
  }
  return condition('percentile-at-least', figure, ({ percentile, years }) => ({
    holds: decimal(percentile).gte(secondary.yes_percentile),
    details: { percentile, bar: String(secondary.yes_percentile), years },
  }))
}

function turnoverCondition(market: MarketSide, bar: number): Condition {
  const turnover = market.turnover
  const ratio = isLacking(turnover) ? turnover : turnover.ratio
  return condition('turnover-ratio-at-least', ratio, (value) => ({
    holds: decimal(value).gte(bar),
    details: {
      ratio: value,
      bar: String(bar),
      ...(isLacking(turnover) ? {} : { share: turnover.share }),
      ...(isLacking(turnover) || isLacking(turnover.yearBefore)
        ? {}
        : { yearBefore: turnover.yearBefore }),
    },
  }))
}

function confirmation(series: readonly SeriesFinding[], bar: string): Condition {
  const second: Known<SeriesFinding> = series.find(({ membership }) => membership === 'dated') ?? {
    lacking: 'no-second-series',
  }
  return condition('second-index-agrees', second, ({ code, excess }) => ({
    holds: decimal(excess).gte(bar),
    details: { name: code, excess, bar },
  }))
}
