import { sql } from 'kysely'
import { capGroup } from '../../model/caps.ts'
import { decimal } from '../../model/decimal.ts'
import type { CentralEstimate, DrawnCell, PoolLevel } from '../../model/inflow-finding.ts'
import type { Known } from '../../model/known.ts'
import type { Metric, Question } from '../metric.ts'
import { type Bounds, type DrawCell, drawTotals } from '../statistics/draw-totals.ts'
import { quantile } from '../statistics/quantile.ts'
import { seededRandom } from '../statistics/seeded-random.ts'

interface AmountRow {
  readonly track: string
  readonly round: string
  readonly year: number
  readonly place: 'inside' | 'perhaps' | 'outside'
  /** By the date as printed. */
  readonly is_in_pool: boolean
  readonly is_disclosed: boolean
  /** Yuan; null where undisclosed, or in a currency without a rate. */
  readonly yuan_low: string | null
  readonly yuan_high: string | null
}

/** Figures of an estimate are carried with no more digits than they can bear. */
const SIGNIFICANT = 3

/**
 * Central estimate of a track's inflow in yuan, with an 80 % interval: disclosed amounts, and each undisclosed deal
 * drawn from the disclosed ones of the same round, year and track. A cell with fewer than the configured number of
 * amounts draws from its round in all years of the pool, and then from the whole track; below that number in the whole
 * track there is no estimate. The pool holds the configured years up to the period's end by the date as printed, so that
 * nothing announced later is drawn from. A deal whose date only perhaps lies in the period brings anything from nothing
 * to its amount, as it does to the sums.
 *
 * Unit: yuan, three significant digits.
 * Source: matched drawing after CSET, which fills undisclosed values from comparable deals; smoothed bootstrap
 * (Silverman 1986).
 */
export const centralEstimate: Metric<
  readonly AmountRow[],
  (track: string) => Known<CentralEstimate>
> = {
  id: 'central-estimate',

  async fetch(db, { period, rules }) {
    const first = Temporal.PlainDate.from(period.to)
      .subtract({ years: rules.inflow.estimate.pool_years })
      .toString()
    const found = await sql<AmountRow>`
      select track, round, extract(year from announced_on)::integer as year,
        case when announced_until < ${period.from}::date or announced_from > ${period.to}::date then 'outside'
          when announced_from >= ${period.from}::date and announced_until <= ${period.to}::date then 'inside'
          else 'perhaps' end as place,
        announced_on > least(${first}::date, ${period.from}::date - 1) and announced_on <= ${period.to}::date as is_in_pool,
        is_disclosed, yuan_low, yuan_high
      from inflow_in_view
      where announced_until > least(${first}::date, ${period.from}::date - 1) and announced_from <= ${period.to}::date
      order by track, announced_on, id
    `.execute(db)
    return found.rows
  },

  summarise(rows, question) {
    const byTrack = Map.groupBy(rows, ({ track }) => track)
    return (track) => estimateOf(track, byTrack.get(track) ?? [], question)
  },
}

function estimateOf(
  track: string,
  rows: readonly AmountRow[],
  { period, rules }: Question,
): Known<CentralEstimate> {
  const { minimum, draws, level } = rules.inflow.estimate
  const pool = rows.filter(({ is_in_pool, yuan_high }) => is_in_pool && yuan_high !== null)
  if (pool.length < minimum)
    return { lacking: 'fewer-than-10-amounts', details: { n: pool.length, minimum } }
  const current = rows.filter(({ place }) => place !== 'outside')
  const undisclosed = current.filter(({ is_disclosed }) => !is_disclosed)
  const cells = [
    ...Map.groupBy(undisclosed, ({ round, year }) => `${year} ${capGroup(round)}`).values(),
  ].map((deals) => toCell(deals, pool, minimum))
  const seed = `${period.id} inflow ${track}`
  const totals = drawTotals(
    current.filter(({ yuan_high }) => yuan_high !== null).map(toShare),
    cells,
    { draws, random: seededRandom(seed) },
  )
  const tail = (1 - level) / 2
  return {
    central: rounded(quantile(totals, 0.5)),
    interval: { low: rounded(quantile(totals, tail)), high: rounded(quantile(totals, 1 - tail)) },
    draws,
    seed,
    cells: cells.map(({ pool: amounts, perhaps: _, ...cell }) => ({
      ...cell,
      amounts: amounts.length,
    })),
  }
}

function toCell(
  deals: readonly AmountRow[],
  pool: readonly AmountRow[],
  minimum: number,
): DrawCell & Omit<DrawnCell, 'amounts'> {
  const [{ round: printed, year }] = deals as readonly [AmountRow, ...AmountRow[]]
  const round = capGroup(printed)
  const ofRound = pool.filter((row) => capGroup(row.round) === round)
  const ladder: readonly (readonly [PoolLevel, readonly AmountRow[]])[] = [
    ['round-year', ofRound.filter((row) => row.year === year)],
    ['round', ofRound],
  ]
  const [from, amounts] = ladder.find(([, rows]) => rows.length >= minimum) ?? ['track', pool]
  const perhaps = deals.filter(({ place }) => place === 'perhaps').length
  return { round, year, deals: deals.length, perhaps, from, pool: amounts.map(toBounds) }
}

/** What an amount brings to the period. */
function toShare(row: AmountRow): Bounds {
  return row.place === 'perhaps' ? { ...toBounds(row), low: 0 } : toBounds(row)
}

function toBounds({ yuan_low, yuan_high }: AmountRow): Bounds {
  return { low: Number(yuan_low), high: Number(yuan_high) }
}

function rounded(value: number): string {
  return decimal(value).toSignificantDigits(SIGNIFICANT).toFixed()
}
