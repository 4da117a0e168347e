import type { Reader } from '../../load/database.ts'
import {
  CAUSES,
  type Cause,
  type ChangesInPeriod,
  type HeadlineMeasure,
  isVerdict,
} from '../../model/change-finding.ts'
import { decimal } from '../../model/decimal.ts'
import { disclosedSum } from '../../model/disclosed-sum.ts'
import type { Findings, Inflow, Interval } from '../../model/findings.ts'
import { compareHeadlines } from '../../model/headline-figures.ts'
import type { Found } from '../find.ts'
import { per100Of } from '../gap.ts'
import type { Question } from '../metric.ts'
import { dealEvidence } from '../metrics/deal-evidence.ts'
import { isInflow } from '../metrics/deal-rows.ts'
import { inflowOf } from '../metrics/inflow.ts'
import {
  byId,
  causeOf,
  changedDeals,
  correctedDeals,
  type DealsById,
  dealsAfterEach,
} from './deal-changes.ts'
import type { MarketPoint } from './market-points.ts'
import { type MarketSteps, marketsAfterEach } from './market-steps.ts'
import { splitChange } from './split-change.ts'

/** An edition of the archive, as far as later ones are set against it. */
export interface Earlier {
  readonly sha256: string
  readonly renderedAt: Temporal.Instant
  readonly findings: Omit<Findings, 'changes'>
}

/** Headline figures that moved since an earlier edition of the same period, each change by its causes. */
export async function changesInPeriod(
  db: Reader,
  { earlier, found }: { readonly earlier: Earlier; readonly found: Found },
  question: Question,
): Promise<ChangesInPeriod> {
  const { findings: then } = earlier
  const lines = { before: byId(then), after: byId(found) }
  const changed = changedDeals(lines.before, lines.after)
  const evidence = await dealEvidence(
    db,
    changed.map(({ dealId }) => dealId),
    { asOf: then.asOf, renderedAt: earlier.renderedAt },
  )
  const byCause = Map.groupBy(changed, (change) =>
    causeOf(change, evidence.get(change.dealId), then.asOf),
  )
  const markets = await marketsAfterEach(db, then, found)
  const afterEach = dealsAfterEach(lines.before, byCause)
  const moved = compareHeadlines(then, found)
  return {
    edition: earlier.sha256,
    period: then.period.id,
    asOf: then.asOf,
    figures: moved
      .filter((change) => !isVerdict(change))
      .map((change) => {
        const market: MarketSteps = markets.get(change.track) ?? {}
        const steps = afterEach.map((deals, index) =>
          figureOf(change.measure, {
            inflow: inflowIn(deals, change.track, question),
            deciding: market.deciding?.[index],
            board: market.board?.[index],
          }),
        )
        return { ...change, parts: splitChange(change.before, steps.with(-1, change.after)) }
      }),
    verdicts: moved.filter(isVerdict),
    deals: Object.fromEntries(
      CAUSES.map((cause) => [cause, byCause.get(cause)?.length ?? 0]),
    ) as Readonly<Record<Cause, number>>,
    corrected: (['corrected', 'redefined'] as const).flatMap((cause) =>
      correctedDeals(byCause.get(cause) ?? [], cause),
    ),
  }
}

function inflowIn(deals: DealsById, track: string, question: Question): Inflow {
  const own = [...deals.values()].filter((deal) => isInflow(deal) && deal.track === track)
  return inflowOf(own, question.period, question)
}

interface Step {
  readonly inflow: Inflow
  readonly deciding: MarketPoint | undefined
  readonly board: MarketPoint | undefined
}

function figureOf(measure: HeadlineMeasure, step: Step): Interval | undefined {
  const { inflow, deciding, board } = step
  switch (measure) {
    case 'excess':
      return exact(deciding?.excess)
    case 'excess-gain':
      return exact(board?.gains?.excessGain)
    case 'disclosed':
      return disclosedSum(inflow)
    case 'bounded':
      return inflow.bounded
    case 'pass-through':
      return passThrough(inflow, board)
  }
}

function exact(value: string | undefined): Interval | undefined {
  return value === undefined ? undefined : { low: value, high: value }
}

function passThrough(inflow: Inflow, board: MarketPoint | undefined): Interval | undefined {
  const gain = decimal(board?.gains?.gain ?? 0)
  const disclosed = disclosedSum(inflow)
  return gain.lte(0) || disclosed === undefined ? undefined : per100Of(gain, disclosed)
}
