import { sql } from 'kysely'
import type { Forecast } from '../../model/forecast-finding.ts'
import type { Metric } from '../metric.ts'

type ForecastRow = Omit<Forecast, 'author' | 'note'> & {
  readonly author: string | null
  readonly note: string | null
}

/**
 * Every forecast known on the day asked for, whatever period the edition is of.
 *
 * Unit: forecasts.
 * Source: dated predictions as their outlets printed them (decision 013).
 */
export const knownForecasts: Metric<readonly ForecastRow[], readonly Forecast[]> = {
  id: 'forecasts',

  async fetch(db, { asOf }) {
    const found = await sql<ForecastRow>`
      select f.made_on as "madeOn", f.outlet, f.author, f.statement, f.track, f.horizon_from as "from",
        f.due_on as due, f.measure, f.predicts, f.url, f.note
      from forecast_as_of(day_end(${asOf}::date)) f
      order by f.due_on, f.made_on, f.outlet, f.statement, f.track
    `.execute(db)
    return found.rows
  },

  summarise: (rows) =>
    rows.map(({ author, note, ...row }) => ({
      ...row,
      ...(author === null ? {} : { author }),
      ...(note === null ? {} : { note }),
    })),
}
