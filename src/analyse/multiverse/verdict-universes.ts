import { decimal } from '../../model/decimal.ts'
import { isLacking, type Known, type Signature } from '../../model/findings.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import { scaledBar } from '../judge/conditions.ts'
import type { MarketDefinition } from '../metrics/market-definitions.ts'
import { CORRECTIONS, INSTRUMENTS, type InflowFigure, UNDISCLOSED_RULES } from './inflow-figures.ts'
import type { Universe } from './sign-share.ts'

export const SECONDARY_AXES = ['series', 'weighting', 'benchmark', 'window'] as const
export const PRIMARY_AXES = ['bound', 'total', 'instrument', 'undisclosed', 'correction'] as const

/** The window of the days asked for, not moved. */
export const AS_ASKED = '0..0'
const NOT_SAID = { lacking: 'not-judged' } as const
/** Conditions of a yes that are not tried anew under each definition: where one of them fails, none of them gives a yes. */
const KEPT_CONDITIONS = [
  'percentile-at-least',
  'turnover-ratio-at-least',
  'second-index-agrees',
  'lower-without-top2',
  'companies-at-least',
]

/**
 * The excess under every definition against the bar of the verdict: a yes stands where the excess reaches the bar, the
 * lower one with start or end moved; as asked for, every moved window of the same definition must reach that one too. A no
 * stands where the excess is at most its bar; a between where it is neither.
 */
export function secondaryUniverses(
  signature: Signature,
  definitions: readonly MarketDefinition[],
  { months, rules }: { readonly months: number; readonly rules: VerdictRules },
): Known<readonly Universe[]> {
  const { verdict } = signature
  if (!isSaid(verdict)) return NOT_SAID
  const { secondary } = rules
  const failsAnyway = hasFailed(signature)
  const bar = (value: number): number =>
    scaledBar(value, months, secondary.reference_months).toNumber()
  const lowest = lowestMoved(definitions)
  const stands = (definition: MarketDefinition, excess: number): boolean => {
    const isSmall = excess <= bar(secondary.no_excess)
    const isAsked = definition.window === AS_ASKED
    const isHeld =
      !isAsked || (lowest.get(nameOf(definition)) ?? excess) >= bar(secondary.yes_shifted_excess)
    const isLarge =
      isHeld && excess >= bar(isAsked ? secondary.yes_excess : secondary.yes_shifted_excess)
    const isNeither = !isSmall && (failsAnyway || !isLarge)
    return { yes: isLarge, no: isSmall, between: isNeither }[verdict]
  }
  return definitions
    .filter(({ benchmark }) => benchmark !== 'none')
    .map((definition) => {
      const { series, weighting, benchmark, window, growth } = definition
      const choices = [series, weighting, benchmark, window]
      if (growth === null && weighting === 'equal')
        return { choices, outcome: { lacking: 'no-equal-weights' } }
      const excess = excessOf(definition)
      if (excess === undefined) return { choices, outcome: { lacking: 'no-price-in-period' } }
      return { choices, outcome: stands(definition, excess) }
    })
}

function excessOf({ growth, base_growth }: MarketDefinition): number | undefined {
  return growth === null || base_growth === null ? undefined : Number(growth) - Number(base_growth)
}

/** The lowest excess of each definition with start or end moved, where any is known. */
function lowestMoved(definitions: readonly MarketDefinition[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>()
  for (const definition of definitions) {
    const excess = definition.window === AS_ASKED ? undefined : excessOf(definition)
    const name = nameOf(definition)
    if (excess !== undefined) lowest.set(name, Math.min(excess, lowest.get(name) ?? excess))
  }
  return lowest
}

/** A definition but for its window. */
function nameOf({ series, weighting, benchmark }: MarketDefinition): string {
  return [series, weighting, benchmark].join(' ')
}

/** Without a verdict there is nothing a definition could agree with. */
function isSaid(verdict: Signature['verdict']): verdict is 'yes' | 'no' | 'between' {
  return verdict === 'yes' || verdict === 'no' || verdict === 'between'
}

function hasFailed({ conditions }: Signature): boolean {
  return conditions.some(({ id, holds }) => holds === 'no' && KEPT_CONDITIONS.includes(id))
}

export interface PrimaryDefinitions {
  readonly inflow: InflowFigure
  /** Amounts published of the track that bound it from above. */
  readonly ceilings: readonly PublishedTotal[]
  /** Amounts published of the whole market for the very period and the region of the rule. */
  readonly totals: readonly PublishedTotal[]
  /** Our rows are most of what was published for the track. */
  readonly isCaptured: boolean
}

/**
 * The share of the market under every definition against the bar of the verdict. No: the lowest ceiling of each
 * publisher, and our own rows in every way to count them where they are most of what was published, against each total
 * of the market. Yes: the low bound of our rows, which holds however little we see. Between: the same figures give
 * neither, the low bound no yes and all others no no.
 */
export function primaryUniverses(
  signature: Signature,
  { inflow, ceilings, totals, isCaptured }: PrimaryDefinitions,
  { primary }: VerdictRules,
): Known<readonly Universe[]> {
  const { verdict } = signature
  if (!isSaid(verdict)) return NOT_SAID
  const failsAnyway = hasFailed(signature)
  const bounds = lowestOfEach(ceilings)
  const rows = rowFigures(inflow, verdict === 'yes' ? ['low'] : UNDISCLOSED_RULES)
  return totals.flatMap((total) => {
    const isSmall = (yuan: number): boolean =>
      decimal(yuan).div(total.value.low).lt(primary.no_upper_share)
    const isLarge = (yuan: number): boolean =>
      decimal(yuan).div(total.value.high).gte(primary.yes_lower_share)
    const stands = {
      yes: isLarge,
      no: isSmall,
      between: (yuan: number, isFloor: boolean): boolean =>
        isFloor ? failsAnyway || !isLarge(yuan) : !isSmall(yuan),
    }[verdict]
    const outside = bounds.map(({ publisher, period, value }) => ({
      choices: [`${publisher} ${period}`, total.publisher, '–', '–', '–'],
      outcome: stands(Number(value.high), false),
    }))
    const own = rows.map(({ choices, figure }) => ({
      choices: ['rows', total.publisher, ...choices],
      outcome:
        'lacking' in figure ? figure : stands(figure.yuan, choices[UNDISCLOSED_AXIS] === 'low'),
    }))
    if (verdict === 'yes') return own
    return [...outside, ...(isCaptured ? own : own.map(withheld))]
  })
}

/** Place of the undisclosed rule among the choices of our own rows. */
const UNDISCLOSED_AXIS = 1

/** A publisher's total of longer days bounds less than his total of shorter ones, and says nothing against it. */
function lowestOfEach(ceilings: readonly PublishedTotal[]): readonly PublishedTotal[] {
  const lowestFirst = ceilings.toSorted((a, b) => decimal(a.value.high).cmp(b.value.high))
  return [...Map.groupBy(lowestFirst, ({ publisher }) => publisher).values()].flatMap((own) =>
    own.slice(0, 1),
  )
}

function withheld({ choices }: Universe): Universe {
  return { choices, outcome: { lacking: 'capture-too-low' } }
}

/** Our rows of the period in every way to count them. */
function rowFigures(inflow: InflowFigure, rules: readonly (typeof UNDISCLOSED_RULES)[number][]) {
  return INSTRUMENTS.flatMap((instrument) =>
    rules.flatMap((undisclosed) =>
      CORRECTIONS.map((correction) => ({
        choices: [instrument, undisclosed, correction],
        figure: inflow('now', { window: AS_ASKED, instrument, undisclosed, correction }),
      })),
    ),
  )
}

/** Both at once, where each side says yes or no: every definition of one side with every one of the other. */
export function together(
  secondary: Known<readonly Universe[]>,
  primary: Known<readonly Universe[]>,
  verdicts: readonly Signature['verdict'][],
): Known<readonly Universe[]> {
  if (verdicts.includes('between')) return { lacking: 'neither-yes-nor-no' }
  if (isLacking(secondary)) return secondary
  if (isLacking(primary)) return primary
  return secondary.flatMap((one) =>
    primary.map((other) => ({
      choices: [...one.choices, ...other.choices],
      outcome: joined(one.outcome, other.outcome),
    })),
  )
}

function joined(a: Universe['outcome'], b: Universe['outcome']): Universe['outcome'] {
  if (typeof a === 'object') return a
  return typeof b === 'object' ? b : a && b
}
