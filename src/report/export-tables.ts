import {
  type Condition,
  type DealLine,
  type Findings,
  type Inflow,
  isLacking,
} from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import type { SeriesFinding } from '../model/series-finding.ts'
import { changesTables } from './export-changes.ts'
import { claimsTables } from './export-claims.ts'
import { definitionsTables } from './export-definitions.ts'
import { inflowTables } from './export-inflow.ts'
import { transmissionTables } from './export-transmission.ts'
import type { ExportCell } from './to-csv.ts'

export interface ExportTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

type Row = Readonly<Record<string, unknown>>

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
    toTable(
      'tracks',
      tracks.map(
        ({
          id,
          parent,
          names,
          secondary,
          primary,
          ceilingShare,
          flipLine,
          onlyAShares,
          unicorns,
          gap,
        }) => ({
          track: id,
          parent,
          names,
          secondary: secondary.verdict,
          primary: primary.verdict,
          conditional: primary.conditional,
          onlyAShares,
          ceilingShare,
          flipLine,
          unicorns,
          gap,
        }),
      ),
    ),
    toTable(
      'market',
      tracks.map(({ id, market }) => {
        const { curve: _, confirming: __, shown: ___, abroad: ____, ...side } = market
        return { track: id, ...side }
      }),
    ),
    toTable(
      'series',
      tracks.flatMap(({ id, market }) => {
        const all = [market.deciding, ...market.confirming, ...market.shown]
        return all
          .filter((one): one is SeriesFinding => 'code' in one)
          .map((one) => ({ track: id, ...one }))
      }),
    ),
    toTable(
      'series-abroad',
      tracks.flatMap(({ id, market }) => market.abroad.map((line) => ({ track: id, ...line }))),
    ),
    toTable(
      'listed-money',
      tracks.flatMap(({ id, conceptMoney: money }) =>
        isLacking(money) ? [] : money.lines.map((line) => ({ track: id, ...line })),
      ),
    ),
    toTable(
      'concept-money',
      tracks.map(({ id, conceptMoney: money }) => {
        if (isLacking(money)) return { track: id, ...money }
        const { lines: _, ...figures } = money
        return { track: id, ...figures }
      }),
    ),
    toTable(
      'policy-support',
      tracks.map(({ id, policySupport }) => ({ track: id, ...policySupport })),
    ),
    toTable(
      'attention',
      tracks.flatMap(({ id, attention }) =>
        attention.map(({ months: _, ...series }) => ({ track: id, ...series })),
      ),
    ),
    toTable(
      'attention-months',
      tracks.flatMap(({ id, attention }) =>
        attention.flatMap(({ source, measure, subject, months }) =>
          months.map((month) => ({ track: id, source, measure, subject, ...month })),
        ),
      ),
    ),
    toTable(
      'follow-on',
      tracks.flatMap(({ id, followOn }) => followOn.map((cohort) => ({ track: id, ...cohort }))),
    ),
    toTable(
      'first-deals',
      tracks.map(({ id, firstDeals }) => ({ track: id, ...firstDeals })),
    ),
    toTable(
      'inflow',
      tracks.flatMap((track) => [
        inflowRow(track.id, 'current', track.inflow),
        inflowRow(track.id, 'previous', track.previousInflow),
        inflowRow(track.id, 'year-before', track.yearBeforeInflow),
      ]),
    ),
    toTable(
      'conditions',
      tracks.flatMap(({ id, secondary, primary, onlyConditions }) => [
        ...secondary.conditions.map((one) => conditionRow({ track: id, side: 'secondary' }, one)),
        ...primary.conditions.map((one) => conditionRow({ track: id, side: 'primary' }, one)),
        ...onlyConditions.map((one) => conditionRow({ track: id, side: 'only' }, one)),
      ]),
    ),
    toTable(
      'published-totals',
      tracks.flatMap(({ id, published }) => published.map((one) => totalRow(id, one))),
    ),
    toTable('capture', [{ ...findings.capture }]),
    toTable(
      'capture-by-track',
      tracks.map(({ id, capture }) => ({ track: id, ...capture })),
    ),
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

function inflowRow(track: string, span: string, inflow: Inflow): Row {
  return { track, span, ...inflow }
}

function conditionRow(of: Row, { id, holds, details }: Condition): Row {
  return { ...of, condition: id, holds, details: JSON.stringify(details) }
}

function totalRow(
  track: string,
  { period, metric, publisher, url, value, unit, fit, region }: PublishedTotal,
): Row {
  return { track, period, region, metric, publisher, value, unit, fit, url }
}

function dealRow({ investors, ...deal }: DealLine): Row {
  return {
    ...deal,
    investors: investors.map(({ name, lead }) => (lead ? `*${name}` : name)).join(';'),
  }
}

/** A column for every leaf any row has, in the order they first occur; nested parts become `inflow.disclosed.low`. */
function toTable(name: string, rows: readonly object[]): ExportTable {
  const flat = rows.map((row) => new Map(leaves(row, '')))
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))]
  return { name, columns, rows: flat.map((row) => columns.map((column) => row.get(column))) }
}

function* leaves(value: unknown, path: string): Iterable<[string, ExportCell]> {
  if (Array.isArray(value))
    yield [
      path,
      value
        .map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)))
        .join(';'),
    ]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value))
      yield* leaves(part, path === '' ? key : `${path}.${key}`)
  } else if (typeof value === 'number') yield [path, value]
  else if (value !== undefined) yield [path, String(value)]
}
