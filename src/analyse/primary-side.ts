import { decimal } from '../model/decimal.ts'
import type { Inflow, Known } from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import { marketTotal } from './capture.ts'
import { judgePrimary, type PrimaryJudgement } from './judge/primary.ts'
import type { Question } from './metric.ts'
import type { DatedDeal } from './metrics/deal-rows.ts'
import { inflowOf } from './metrics/inflow.ts'
import { type DatedTotal, floorsFor, totalsFor } from './metrics/published-totals.ts'

/** The primary side of one track over the days of a question. */
export interface PrimarySide extends PrimaryJudgement {
  readonly inflow: Inflow
  /** Published amounts and counts of deals of the track that speak of these days, floors among them. */
  readonly published: readonly PublishedTotal[]
  readonly amounts: readonly PublishedTotal[]
  /** The lowest of the amounts. */
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
  const amounts = bounded.filter(({ metric, unit }) => metric === 'amount' && unit === 'CNY')
  const [lowest] = [...amounts].sort((a, b) => decimal(a.value.high).cmp(b.value.high))
  const ceiling = lowest ?? { lacking: 'no-ceiling' }
  const trackTotal = amounts.find(({ fit }) => fit === 'exact') ?? { lacking: 'no-published-total' }
  const judgement = judgePrimary(
    { inflow, ceiling, marketTotal: marketTotal(totals, 'amount', question), trackTotal },
    rules,
  )
  return { inflow, published, amounts, ceiling, ...judgement }
}
