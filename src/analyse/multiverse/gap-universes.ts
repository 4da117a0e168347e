import type { GapShare } from '../../model/multiverse-finding.ts'
import type { Question } from '../metric.ts'
import type { MarketDefinition } from '../metrics/market-definitions.ts'
import {
  CORRECTIONS,
  INSTRUMENTS,
  type InflowChoice,
  type InflowFigure,
  UNDISCLOSED_RULES,
} from './inflow-figures.ts'
import { signShare } from './sign-share.ts'

const AXES = [
  'series',
  'weighting',
  'benchmark',
  'window',
  'instrument',
  'undisclosed',
  'correction',
] as const

type Gap = number | { readonly lacking: string }

export interface GapSides {
  readonly market: readonly MarketDefinition[]
  readonly inflow: InflowFigure
  /** Why our rows may state no growth at all, whatever the definition. */
  readonly barred: string | undefined
}

/**
 * Growth gap under every definition: ln(P1/P0) − ln(benchmark) − ln(F/F of the same days a year before). Its sign says
 * whether shares or money grew more. The rules of the gap hold in each: enough disclosed deals on both sides, one source
 * regime, rows that are most of what was published.
 */
export function gapUniverses(
  { market, inflow, barred }: GapSides,
  { rules }: Pick<Question, 'rules'>,
): GapShare {
  const growths = growthsOf(inflow, new Set(market.map(({ window }) => window)), {
    minimum: rules.gap.minimum_disclosed,
    barred,
  })
  const gaps = market.flatMap((definition) =>
    (growths.get(definition.window) ?? []).map(({ choice, growth }) => ({
      choices: choicesOf(definition, choice),
      gap: gapOf(definition, growth),
    })),
  )
  const known = gaps.map(({ gap }) => gap).filter((gap) => typeof gap === 'number')
  const positive = known.filter((gap) => gap > 0).length
  const isPositive = positive * 2 >= known.length
  const share = signShare(
    AXES,
    gaps.map(({ choices, gap }) => ({
      choices,
      outcome: typeof gap === 'number' ? gap > 0 === isPositive : gap,
    })),
    rules.multiverse.min_sign_share,
  )
  if (known.length === 0) return { ...share, sign: 'none' }
  return { ...share, sign: isPositive ? 'positive' : 'negative' }
}

interface Growth {
  readonly choice: InflowChoice
  /** ln(F/F of the year before). */
  readonly growth: Gap
}

function growthsOf(
  inflow: InflowFigure,
  windows: ReadonlySet<string>,
  { minimum, barred }: { readonly minimum: number; readonly barred: string | undefined },
): ReadonlyMap<string, readonly Growth[]> {
  const choices = (window: string): readonly InflowChoice[] =>
    INSTRUMENTS.flatMap((instrument) =>
      UNDISCLOSED_RULES.flatMap((undisclosed) =>
        CORRECTIONS.map((correction) => ({ window, instrument, undisclosed, correction })),
      ),
    )
  const growth = (choice: InflowChoice): Gap =>
    barred === undefined ? growthOf(inflow, choice, minimum) : { lacking: barred }
  return new Map(
    [...windows].map((window) => [
      window,
      choices(window).map((choice) => ({ choice, growth: growth(choice) })),
    ]),
  )
}

function growthOf(inflow: InflowFigure, choice: InflowChoice, minimum: number): Gap {
  const [now, before] = [inflow('now', choice), inflow('before', choice)]
  if ('lacking' in now) return now
  if ('lacking' in before) return before
  if (Math.min(now.disclosed, before.disclosed) < minimum) return { lacking: 'fewer-than-10-deals' }
  if (now.yuan <= 0 || before.yuan <= 0) return { lacking: 'nothing-disclosed' }
  return Math.log(now.yuan / before.yuan)
}

function gapOf({ growth, base_growth, weighting }: MarketDefinition, inflow: Gap): Gap {
  if (growth === null)
    return { lacking: weighting === 'equal' ? 'no-equal-weights' : 'no-price-in-period' }
  if (base_growth === null) return { lacking: 'no-price-in-period' }
  if (typeof inflow === 'object') return inflow
  return Math.log(Number(growth)) - Math.log(Number(base_growth)) - inflow
}

function choicesOf(
  { series, weighting, benchmark, window }: MarketDefinition,
  { instrument, undisclosed, correction }: InflowChoice,
): readonly string[] {
  return [series, weighting, benchmark, window, instrument, undisclosed, correction]
}
