import { capGroup } from '../../model/caps.ts'
import { decimal, sumIntervals } from '../../model/decimal.ts'
import type { AboveFloor, Division, InflowPart } from '../../model/inflow-finding.ts'
import type { Period } from '../../model/period.ts'
import type { Question } from '../metric.ts'
import { type DatedDeal, placeIn } from './deal-rows.ts'
import { sumsOf } from './inflow.ts'

/** What some deals add up to, in yuan: the figures of the whole inflow, so parts add up to it. */
function partOf(part: string, deals: readonly DatedDeal[], question: Question): InflowPart {
  const { unconverted: _, ...sums } = sumsOf(deals, question.period, question)
  return { part, ...sums }
}

const UNKNOWN = 'unknown'

/** What a deal is put under. */
export const PARTS: Readonly<Record<Division, (deal: DatedDeal) => string>> = {
  byRound: ({ round }) => capGroup(round),
  byFounded: ({ foundedYear }) => foundedYear?.toString() ?? UNKNOWN,
  byProvince: ({ province }) => province ?? UNKNOWN,
}

/** Deals part by part, in the order of the alphabet, what nobody knows last: every deal is in one part. */
export function partsOf(
  deals: readonly DatedDeal[],
  toPart: (deal: DatedDeal) => string,
  question: Question,
): readonly InflowPart[] {
  return [...Map.groupBy(deals, toPart)]
    .sort(([a], [b]) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || a.localeCompare(b, 'en'))
    .map(([part, own]) => partOf(part, own, question))
}

/**
 * Deals of at least the configured floor in dollars, at the rate of each deal's day. An amount that may lie on either
 * side, has no rate to tell, or perhaps lies outside the period, is perhaps above it: it counts in the high bounds only.
 */
export function aboveFloor(deals: readonly DatedDeal[], period: Period): AboveFloor {
  const disclosed = deals.flatMap((deal) => {
    const { yuan, floorYuan } = deal
    const place = placeIn(period, deal)
    return yuan === undefined || place === 'outside' ? [] : [{ yuan, floorYuan, place }]
  })
  const surely = disclosed.filter(
    ({ yuan, floorYuan, place }) =>
      place === 'inside' && floorYuan !== undefined && decimal(yuan.low).gte(floorYuan),
  )
  const perhaps = disclosed.filter(
    ({ yuan, floorYuan }) => floorYuan === undefined || decimal(yuan.high).gte(floorYuan),
  )
  return {
    n: { low: surely.length, high: perhaps.length },
    disclosed: {
      low: sumIntervals(surely.map(({ yuan }) => yuan)).low,
      high: sumIntervals(perhaps.map(({ yuan }) => yuan)).high,
    },
  }
}

/** Deals filed under their track with at least the configured confidence. */
export function confidentPart(deals: readonly DatedDeal[], question: Question): InflowPart {
  const { confidence_bar: bar, track_confidence: confidence } = question.rules.inflow
  const sure = deals.filter(({ trackConfidence }) => (confidence[trackConfidence] ?? 0) >= bar)
  return partOf(`confidence ≥ ${bar}`, sure, question)
}
