import type { Findings } from '../model/findings.ts'
import type { LagTests } from '../model/transmission-finding.ts'
import type { NamedRows } from './export-inflow.ts'

/** The tables of proposition 6: every lag that was tested, by quarter and by month, and every past run. */
export function transmissionTables({ transmission }: Findings): readonly NamedRows[] {
  const { monthly, eventStudy } = transmission
  const { runs, ...study } = eventStudy
  return [
    ...lagTables('transmission', 'quarters', transmission),
    // Editions of the archive may be older than the tests by month.
    ...lagTables('transmission-monthly', 'months', monthly ?? { family: {}, tracks: [] }),
    { name: 'theme-runs', rows: runs },
    { name: 'theme-runs-summary', rows: [study] },
  ]
}

function lagTables(
  name: string,
  spans: string,
  { family, tracks }: LagTests,
): readonly NamedRows[] {
  return [
    {
      name,
      rows: tracks.map(({ lags: _, stationarity: __, spans: ___, ...one }) => ({
        ...one,
        family,
      })),
    },
    {
      name: `${name}-lags`,
      rows: tracks.flatMap(({ track, lags }) => lags.map((line) => ({ track, ...line }))),
    },
    {
      name: `${name}-${spans}`,
      // Older editions of the archive name the rows otherwise.
      rows: tracks.flatMap(({ track, spans: own = [] }) => own.map((line) => ({ track, ...line }))),
    },
    {
      name: `${name}-unit-roots`,
      rows: tracks.flatMap(({ track, stationarity }) =>
        stationarity.map((test) => ({ track, ...test })),
      ),
    },
  ]
}
