import type { Findings } from '../model/findings.ts'
import { isLacking } from '../model/findings.ts'

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
        const { byRound: _, investors: __, estimate, ...figures } = inflowDetail
        if (isLacking(estimate)) return { track: id, ...figures, estimate }
        const { cells: ___, ...figure } = estimate
        return { track: id, ...figures, estimate: figure }
      }),
    },
    {
      name: 'inflow-by-round',
      rows: tracks.flatMap(({ id, inflowDetail }) =>
        inflowDetail.byRound.map((part) => ({ track: id, ...part })),
      ),
    },
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
