import type { Reader } from '../../load/database.ts'
import { isLacking, type Known, type Signature, type TrackFindings } from '../../model/findings.ts'
import type { SignShare, TrackMultiverse } from '../../model/multiverse-finding.ts'
import { monthsIn } from '../../model/period.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import { growthBarred } from '../gap.ts'
import { measure, type Question } from '../metric.ts'
import { type InflowCell, inflowCells } from '../metrics/inflow-definitions.ts'
import { type MarketDefinition, marketDefinitions } from '../metrics/market-definitions.ts'
import { gapUniverses } from './gap-universes.ts'
import { inflowFigures } from './inflow-figures.ts'
import { signShare, type Universe } from './sign-share.ts'
import {
  AS_ASKED,
  PRIMARY_AXES,
  primaryUniverses,
  SECONDARY_AXES,
  secondaryUniverses,
  together,
} from './verdict-universes.ts'

/** What every definition needs of the facts: one query a side, whatever the number of definitions. */
export interface Definitions {
  readonly market: ReadonlyMap<string, readonly MarketDefinition[]>
  readonly inflow: ReadonlyMap<string, readonly InflowCell[]>
}

/** Lays nothing out: it reads what `layOutBars` and `layOutDeals` did. */
export async function measureDefinitions(db: Reader, question: Question): Promise<Definitions> {
  const market = await measure(marketDefinitions, db, question)
  const { period } = question
  const windows = new Map([
    [AS_ASKED, { window: AS_ASKED, first_day: period.from, last_day: period.to }],
    ...market.flatMap(({ window, first_day, last_day }) =>
      first_day === null || last_day === null
        ? []
        : [[window, { window, first_day, last_day }] as const],
    ),
  ])
  const cells = await inflowCells(db, [...windows.values()], question)
  return {
    market: Map.groupBy(market, ({ track_id }) => track_id),
    inflow: Map.groupBy(cells, ({ track }) => track),
  }
}

export interface Judged
  extends Pick<TrackFindings, 'id' | 'late' | 'capture' | 'secondary' | 'primary'> {
  readonly ceilings: readonly PublishedTotal[]
  readonly totals: readonly PublishedTotal[]
  readonly isCaptured: boolean
}

/** What the verdict of the primary side is tried with. */
type JudgedPrimary = Pick<Judged, 'late' | 'primary' | 'ceilings' | 'totals' | 'isCaptured'>

/** The primary verdict of a track over the days of a question, with the share of definitions that agree. */
export function triedPrimary(
  judged: JudgedPrimary,
  cells: readonly InflowCell[],
  question: Question,
): Signature {
  const { min_sign_share: bar } = question.rules.multiverse
  const inflow = inflowFigures(cells, judged.late, question)
  const universes = primaryUniverses(judged.primary, { inflow, ...judged }, question.rules)
  return tried(judged.primary, shareOf(PRIMARY_AXES, universes, bar), bar)
}

/**
 * The verdicts and the growth gap of a track under every defensible definition.
 *
 * Unit: share of definitions 0…1.
 * Source: multiverse analysis (Steegen, Tuerlinckx, Gelman and Vanpaemel 2016); axes by decision 018.
 */
export function multiverseOf(
  judged: Judged,
  { market: all, inflow: cells }: Definitions,
  question: Question,
): TrackMultiverse {
  const { rules } = question
  const bar = rules.multiverse.min_sign_share
  const market = all.get(judged.id) ?? []
  const inflow = inflowFigures(cells.get(judged.id) ?? [], judged.late, question)
  const secondary = secondaryUniverses(judged.secondary, market, {
    months: monthsIn(question.period),
    rules,
  })
  const primary = primaryUniverses(judged.primary, { inflow, ...judged }, rules)
  return {
    gap: gapUniverses(
      { market, inflow, barred: growthBarred(judged.capture, question)?.lacking },
      question,
    ),
    secondary: shareOf(SECONDARY_AXES, secondary, bar),
    primary: shareOf(PRIMARY_AXES, primary, bar),
    both: shareOf(
      [...SECONDARY_AXES, ...PRIMARY_AXES],
      together(secondary, primary, [judged.secondary.verdict, judged.primary.verdict]),
      bar,
    ),
  }
}

function shareOf(
  axes: readonly string[],
  universes: Known<readonly Universe[]>,
  bar: number,
): Known<SignShare> {
  return isLacking(universes) ? universes : signShare(axes, universes, bar)
}

/**
 * A verdict with the share of definitions that agree among its conditions. A yes or no that too few agree with depends on
 * the definition; what lies between says neither, and stays.
 */
export function tried(signature: Signature, share: Known<SignShare>, bar: number): Signature {
  if (isLacking(share) || isLacking(share.share)) return signature
  const { agree, computed, definitions, dependsOn } = share
  const agrees = Number(share.share) >= bar
  const stands = agrees || signature.verdict === 'between'
  return {
    verdict: stands ? signature.verdict : 'depends',
    // It rests on no one ceiling then.
    conditional: stands && signature.conditional,
    conditions: [
      ...signature.conditions,
      {
        id: 'definitions-agree',
        holds: agrees ? 'yes' : 'no',
        details: {
          share: share.share,
          bar: String(bar),
          agree,
          computed,
          definitions,
          axes: dependsOn.length === 0 ? 'none' : dependsOn.join(' '),
        },
      },
    ],
  }
}
