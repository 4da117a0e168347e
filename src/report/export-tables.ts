import type { DealLine, Findings } from '../model/findings.ts'
import { NO_REVEALED } from '../model/revealed-finding.ts'
import { NO_REVISIONS } from '../model/revision-finding.ts'
import { changesTables } from './export-changes.ts'
import { claimsTables } from './export-claims.ts'
import { conditionRow, type Row } from './export-condition.ts'
import { definitionsTables } from './export-definitions.ts'
import { inflowTables } from './export-inflow.ts'
import { trackTables } from './export-tracks.ts'
import { transmissionTables } from './export-transmission.ts'
import { type ExportTable, toTable } from './to-export-table.ts'

/** Every table of the report with full figures: verdicts can be recomputed from these alone. */
export function exportTables(findings: Findings): readonly ExportTable[] {
  const { tracks } = findings
  return [
    toTable('edition', [
      {
        period: findings.period,
        previous: findings.previous,
        yearBefore: findings.yearBefore,
        asOf: findings.asOf,
      },
    ]),
    ...trackTables(findings),
    toTable('capture', [{ ...findings.capture }]),
    toTable(
      'capture-by-track',
      tracks.map(({ id, capture }) => ({ track: id, ...capture })),
    ),
    ...revisionTables(findings),
    ...revealedTables(findings),
    toTable(
      'propositions',
      findings.propositions.map(({ for: _, against: __, ...line }) => line),
    ),
    toTable(
      'evidence',
      findings.propositions.flatMap(({ number, for: pro, against }) => [
        ...pro.map((one) => conditionRow({ proposition: number, side: 'for' }, one)),
        ...against.map((one) => conditionRow({ proposition: number, side: 'against' }, one)),
      ]),
    ),
    toTable('deals', findings.deals.map(dealRow)),
    toTable(
      'deal-investors',
      findings.deals.flatMap(({ dealId, company, investors }) =>
        investors.map((investor) => ({ dealId, company, ...investor })),
      ),
    ),
    toTable('exclusions', findings.exclusions.map(dealRow)),
    toTable('exclusion-totals', findings.exclusionTotals),
    toTable('amounts-by-reason', findings.amounts.lines),
    toTable('amounts-by-month', findings.amounts.months),
    ...claimsTables(findings).map(({ name, rows }) => toTable(name, rows)),
    toTable(
      'forecasts',
      findings.forecasts.map(({ results: _, ...line }) => line),
    ),
    toTable(
      'forecast-results',
      findings.forecasts.flatMap(({ statement, madeOn, results }) =>
        results.flatMap(({ signature: { conditions, ...signature }, ...result }) =>
          conditions.map((one) =>
            conditionRow({ statement, madeOn, ...result, ...signature }, one),
          ),
        ),
      ),
    ),
    toTable('unicorns', findings.unicorns),
    toTable('policies', findings.policies),
    toTable(
      'curves',
      tracks.flatMap(({ id, market }) => market.curve.map((point) => ({ track: id, ...point }))),
    ),
    toTable(
      'inflow-steps',
      tracks.flatMap(({ id, inflowSteps }) => inflowSteps.map((step) => ({ track: id, ...step }))),
    ),
    ...[inflowTables, definitionsTables, changesTables, transmissionTables].flatMap((tablesOf) =>
      tablesOf(findings).map(({ name, rows }) => toTable(name, rows)),
    ),
    toTable('sources', findings.sources),
    toTable('faults', findings.faults),
    toTable('caps', findings.caps),
    toTable('rules', findings.rules),
  ]
}

function revisionTables({ revisions = NO_REVISIONS }: Findings): readonly ExportTable[] {
  return [
    toTable('publishers', revisions.publishers),
    toTable('published-revisions', revisions.lines),
  ]
}

function revealedTables({ revealed = NO_REVEALED }: Findings): readonly ExportTable[] {
  return [toTable('bounds', revealed.scores), toTable('revealed-amounts', revealed.lines)]
}

function dealRow({ investors, ...deal }: DealLine): Row {
  return {
    ...deal,
    investors: investors.map(({ name, lead }) => (lead ? `*${name}` : name)).join(';'),
  }
}
