import { type Findings, type Inflow, isLacking } from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import type { SeriesFinding } from '../model/series-finding.ts'
import { conditionRow, type Row } from './export-condition.ts'
import { type ExportTable, toTable } from './to-export-table.ts'

/** What the edition found of each track, both sides and their verdicts. */
export function trackTables({ tracks }: Findings): readonly ExportTable[] {
  return [
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
  ]
}

function inflowRow(track: string, span: string, inflow: Inflow): Row {
  return { track, span, ...inflow }
}

function totalRow(
  track: string,
  { period, metric, publisher, url, value, unit, fit, region, isFloor }: PublishedTotal,
): Row {
  const what = { track, period, region, metric, publisher }
  return { ...what, value, isFloor: isFloor === true, unit, fit, url }
}
