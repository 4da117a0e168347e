import type { Findings } from '../model/findings.ts'
import { isLacking } from '../model/findings.ts'
import type { Division, InflowDetail } from '../model/inflow-finding.ts'

export interface NamedRows {
  readonly name: string
  readonly rows: readonly object[]
}

/** The tables of what was recorded, estimated and seen late on the primary side. */
export function inflowTables(findings: Findings): readonly NamedRows[] {
  const { tracks } = findings
  return [
    {
      name: 'inflow-detail',
      rows: tracks.map(({ id, inflowDetail }) => {
        const { mean, top5Share, hhi, undisclosedWidth, estimate } = inflowDetail
        const { aboveFloor, confident, firstFunded } = inflowDetail
        const figures = { mean, top5Share, hhi, undisclosedWidth, aboveFloor, confident }
        return { track: id, ...figures, firstFunded, estimate: withoutCells(estimate) }
      }),
    },
    { name: 'inflow-by-round', rows: partsIn(findings, 'byRound') },
    { name: 'inflow-by-founding-year', rows: partsIn(findings, 'byFounded') },
    { name: 'inflow-by-province', rows: partsIn(findings, 'byProvince') },
    {
      name: 'inflow-by-investor-kind',
      rows: tracks.flatMap(({ id, inflowDetail: { investors } }) => [
        ...investors.kinds.map((kind) => ({ track: id, ...kind })),
        { track: id, kind: 'unknown', ...investors.unknown },
      ]),
    },
    {
      name: 'estimate-cells',
      rows: tracks.flatMap(({ id, inflowDetail: { estimate } }) =>
        isLacking(estimate) ? [] : estimate.cells.map((cell) => ({ track: id, ...cell })),
      ),
    },
    {
      name: 'nowcasts',
      rows: [{ id: 'all', late: findings.lateReporting.all }, ...tracks].flatMap(({ id, late }) =>
        late.map((deals) => ({ track: id, ...deals })),
      ),
    },
    {
      name: 'investor-shift',
      rows: isLacking(findings.investorShift.managers) ? [] : findings.investorShift.managers,
    },
    { name: 'money-behind', rows: findings.investorShift.moneyBehind },
    { name: 'nowcast-scores', rows: findings.lateReporting.score.lines },
    { name: 'reporting-delays', rows: findings.lateReporting.delays },
    {
      name: 'investor-kinds',
      rows: findings.kindsOverTime.flatMap(({ kinds, unknown, ...half }) =>
        [...kinds, { kind: 'unknown', ...unknown }].map(({ deals, yuan, kind }) => ({
          half: half.half,
          breaks: half.breaks,
          regime: half.regime,
          dealsInHalf: half.deals,
          knownInHalf: half.known,
          kind,
          deals,
          yuan,
        })),
      ),
    },
  ]
}

function withoutCells(estimate: InflowDetail['estimate']): object {
  if (isLacking(estimate)) return estimate
  const { cells: _, ...figure } = estimate
  return figure
}

function partsIn({ tracks }: Findings, by: Division): readonly object[] {
  return tracks.flatMap(({ id, inflowDetail: { [by]: parts = [] } }) =>
    // Editions of the archive may be older than the division.
    parts.map((part) => ({ track: id, ...part })),
  )
}
