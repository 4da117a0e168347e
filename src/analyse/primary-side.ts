import { isAmountOfYuan, isBelowRecorded } from '../model/bounding-totals.ts'
import { decimal } from '../model/decimal.ts'
import { type Inflow, isLacking, type Known, type Lacking } from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import { marketTotal } from './capture.ts'
import { judgePrimary, type PrimaryJudgement } from './judge/primary.ts'
import type { Question } from './metric.ts'
import type { DatedDeal } from './metrics/deal-rows.ts'
import { inflowOf } from './metrics/inflow.ts'
import { type DatedTotal, floorsFor, totalsFor } from './metrics/published-totals.ts'

const BELOW_RECORDED: Lacking = { lacking: 'total-below-recorded' }

/** The primary side of one track over the days of a question. */
export interface PrimarySide extends PrimaryJudgement {
  readonly inflow: Inflow
  /** Published amounts and counts of deals of the track that speak of these days, floors among them. */
  readonly published: readonly PublishedTotal[]
  /** Of the amounts those that may bound the track: none below what was recorded. */
  readonly amounts: readonly PublishedTotal[]
  /** The lowest of them. */
  readonly ceiling: Known<PublishedTotal>
}

/** Was there a feast in the primary market of a track, over the period asked for? `deals` is the track's own inflow. */
export function primarySide(
  track: string,
  {
    deals,
    totals,
  }: { readonly deals: readonly DatedDeal[]; readonly totals: readonly DatedTotal[] },
  question: Question,
): PrimarySide {
  const { period, rules } = question
  const inflow = inflowOf(deals, period, question)
  const names = rules.ceilings[track] ?? []
  const ofTrack = ({ region, track: field, metric }: PublishedTotal): boolean =>
    region === rules.market_totals.region &&
    names.includes(field) &&
    ['amount', 'deal_count'].includes(metric)
  const bounded = totalsFor(totals, period).filter(ofTrack)
  const published = [...bounded, ...floorsFor(totals, period).filter(ofTrack)]
  const told = bounded.filter(isAmountOfYuan)
  const amounts = told.filter((total) => !isBelowRecorded(total, inflow))
  const [lowest] = [...amounts].sort((a, b) => decimal(a.value.high).cmp(b.value.high))
  const none = told.length === 0 ? undefined : BELOW_RECORDED
  const ceiling = lowest ?? none ?? { lacking: 'no-ceiling' }
  const trackTotal = amounts.find(({ fit }) => fit === 'exact') ??
    none ?? { lacking: 'no-published-total' }
  const market = marketTotal(totals, 'amount', question)
  const isMarketHeld = isLacking(market) || !isBelowRecorded(market, inflow)
  const judgement = judgePrimary(
    { inflow, ceiling, marketTotal: isMarketHeld ? market : BELOW_RECORDED, trackTotal },
    rules,
  )
  return { inflow, published, amounts, ceiling, ...judgement }
}
