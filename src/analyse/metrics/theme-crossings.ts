import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

/** A session on which a track's excess over the months before reached the bar from below. */
export interface Crossing {
  readonly track: string
  readonly from: CalendarDate
  readonly on: CalendarDate
  readonly excess: string
}

/** The first session of a rolling window may lie so many days after its calendar start. */
const LONGEST_HOLIDAY_DAYS = 10

/**
 * Sessions on which a track's rolling excess reached the configured bar, until the period's end. Excess = R − R(benchmark)
 * from the first session at or after the same day so many months before; a fraction. Windows that reach back before the
 * first bar are left out. Needs `layOutThemes`.
 *
 * Unit: fractions.
 * Source: own definition of a theme run; the bar stands in config/verdicts.yaml.
 */
export const themeCrossings: Metric<readonly Crossing[], readonly Crossing[]> = {
  id: 'theme-crossings',

  async fetch(db, { rules }) {
    const { excess, months } = rules.transmission.runs
    const found = await sql<Crossing>`
      with rolling as (
        select track_id, trade_date, first_value(trade_date) over past as first_day,
          close / first_value(close) over past - base / first_value(base) over past as excess
        from theme_in_view where close is not null
        window past as (partition by track_id order by trade_date
          range between ${sql.lit(`${months} months`)}::interval preceding and current row)
      ), whole as (
        select *, lag(excess) over (partition by track_id order by trade_date) as before
        from rolling
        where first_day <= trade_date - make_interval(months => ${months}) + make_interval(days => ${LONGEST_HOLIDAY_DAYS})
      )
      select track_id as track, first_day as from, trade_date as on, excess
      from whole
      where excess >= ${excess} and before < ${excess}
      order by track_id, trade_date
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows,
}
