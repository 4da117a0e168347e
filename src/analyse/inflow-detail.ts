import type { Reader } from '../load/database.ts'
import { decimal, ratioText } from '../model/decimal.ts'
import type { Inflow } from '../model/findings.ts'
import type { InflowDetail } from '../model/inflow-finding.ts'
import type { Known } from '../model/known.ts'
import { measure, type Question } from './metric.ts'
import { centralEstimate } from './metrics/central-estimate.ts'
import { meanOf, shareOfTop } from './metrics/concentration.ts'
import { type DatedDeal, isPrintedIn, placeIn } from './metrics/deal-rows.ts'
import { firstFunded } from './metrics/first-funded.ts'
import { herfindahl } from './metrics/herfindahl.ts'
import { aboveFloor, confidentPart, PARTS, partsOf } from './metrics/inflow-parts.ts'
import { investorKinds } from './metrics/investor-parts.ts'
import { broughtBy, broughtIn, placedAmounts } from './metrics/placed-amounts.ts'

/** A track with its inflow of the period and the deals it is made of. */
interface Measured {
  readonly track: string
  readonly inflow: Inflow
  readonly deals: readonly DatedDeal[]
}

/**
 * Asks the database once for all tracks; what it gives back answers for each. Needs `layOutDeals`.
 *
 * Unit: yuan; shares 0…1; the index of Herfindahl 0…1.
 * Source: conventions of venture statistics: a median from five amounts on, concentration beside every sum.
 */
export async function inflowDetails(
  db: Reader,
  question: Question,
): Promise<(measured: Measured) => InflowDetail> {
  const estimate = await measure(centralEstimate, db, question)
  const first = await measure(firstFunded, db, question)
  return ({ track, inflow, deals }) => {
    const near = deals.filter((deal) => placeIn(question.period, deal) !== 'outside')
    const amounts = placedAmounts(near, question.period)
    const brought = broughtIn(amounts)
    return {
      mean: meanOf(amounts),
      top5Share: shareOfTop(brought, 5),
      hhi: herfindahl(brought),
      undisclosedWidth: undisclosedWidth(inflow),
      estimate: estimate(track),
      aboveFloor: aboveFloor(near, question.period),
      confident: confidentPart(near, question),
      firstFunded: first(track),
      byRound: partsOf(near, PARTS.byRound, question),
      byFounded: partsOf(near, PARTS.byFounded, question),
      byProvince: partsOf(near, PARTS.byProvince, question),
      investors: investorKinds(
        near.map((deal) => ({
          kinds: [...new Set(deal.investors.map(({ kind }) => kind))],
          deals: isPrintedIn(question.period, deal) ? 1 : 0,
          yuan: broughtBy(deal, question.period),
        })),
      ),
    }
  }
}

/** (bounded − disclosed) ÷ (bounded high − bounded low): vague wordings and straddling dates cause the rest. */
function undisclosedWidth({ disclosed, bounded }: Inflow): Known<string> {
  const width = decimal(bounded.high).minus(bounded.low)
  if (width.isZero()) return { lacking: 'exact' }
  return ratioText(decimal(bounded.high).minus(disclosed.high).div(width))
}
