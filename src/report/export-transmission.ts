import type { Findings } from '../model/findings.ts'

/** The tables of proposition 6: every lag that was tested, and every past run. */
export function transmissionTables({ transmission }: Findings): readonly {
  readonly name: string
  readonly rows: readonly object[]
}[] {
  const { family, tracks, eventStudy } = transmission
  const { runs, ...study } = eventStudy
  return [
    {
      name: 'transmission',
      rows: tracks.map(({ lags: _, stationarity: __, quarters: ___, ...one }) => ({
        ...one,
        family,
      })),
    },
    {
      name: 'transmission-lags',
      rows: tracks.flatMap(({ track, lags }) => lags.map((line) => ({ track, ...line }))),
    },
    {
      name: 'transmission-quarters',
      rows: tracks.flatMap(({ track, quarters }) => quarters.map((line) => ({ track, ...line }))),
    },
    {
      name: 'transmission-unit-roots',
      rows: tracks.flatMap(({ track, stationarity }) =>
        stationarity.map((test) => ({ track, ...test })),
      ),
    },
    { name: 'theme-runs', rows: runs },
    { name: 'theme-runs-summary', rows: [study] },
  ]
}
