import { capGroup, capOf } from '../../model/caps.ts'
import { decimal, sumIntervals } from '../../model/decimal.ts'
import type { AboveFloor, Division, InflowPart } from '../../model/inflow-finding.ts'
import type { Interval } from '../../model/known.ts'
import type { Question } from '../metric.ts'
import type { DatedDeal } from './deal-rows.ts'

const NOTHING: Interval = { low: '0.00', high: '0.00' }

/** What some deals add up to, in yuan, by the date as printed: `bounded` adds [0, cap] for each undisclosed one. */
function partOf(
  part: string,
  deals: readonly DatedDeal[],
  { caps }: Pick<Question, 'caps'>,
): InflowPart {
  const disclosed = sumIntervals(deals.map(({ yuan }) => yuan ?? NOTHING))
  const undisclosed = deals.filter(({ original }) => original === undefined)
  const capped = undisclosed.map(({ round, announcedOn }) => ({
    low: '0',
    high: capOf(caps, round, Number(announcedOn.slice(0, 4))),
  }))
  return {
    part,
    n: deals.length,
    undisclosed: undisclosed.length,
    disclosed,
    bounded: sumIntervals([disclosed, ...capped]),
  }
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
  question: Pick<Question, 'caps'>,
): readonly InflowPart[] {
  return [...Map.groupBy(deals, toPart)]
    .sort(([a], [b]) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || a.localeCompare(b, 'en'))
    .map(([part, own]) => partOf(part, own, question))
}

/**
 * Deals of at least the configured floor in dollars, at the rate of each deal's day. An amount that may lie on either
 * side, or has no rate to tell, is perhaps above it: it counts in the high bounds only.
 */
export function aboveFloor(deals: readonly DatedDeal[]): AboveFloor {
  const disclosed = deals.flatMap(({ yuan, floorYuan }) =>
    yuan === undefined ? [] : [{ yuan, floorYuan }],
  )
  const surely = disclosed.filter(
    ({ yuan, floorYuan }) => floorYuan !== undefined && decimal(yuan.low).gte(floorYuan),
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
