import { decimal, ratioText, yuanText } from '../../model/decimal.ts'
import { isLacking, type Known, type Lacking } from '../../model/findings.ts'
import { QUARTERS, type Span, spansFrom } from '../../model/grid.ts'
import type {
  EventStudy,
  RunMean,
  RunShare,
  RunSide,
  ThemeRun,
} from '../../model/transmission-finding.ts'
import type { Question } from '../metric.ts'
import type { DealHistory } from '../metrics/deals-by-span.ts'
import type { Crossing } from '../metrics/theme-crossings.ts'
import { quantile } from '../statistics/quantile.ts'
import { type SeededRandom, seededRandom } from '../statistics/seeded-random.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import type { SpanStanding } from './span-standing.ts'

export interface RunSource {
  readonly deals: DealHistory
  readonly standings: ReadonlyMap<Span, SpanStanding>
  /** The last whole quarter of the edition. */
  readonly last: Span
}

/** Middle of the interval of resampled means. */
const LEVEL = 0.95

/**
 * Inflow in the quarters after each past theme run against those before it, and against all other tracks over the same
 * quarters. Logarithms of counts with ½ added, so that no deal is no infinity. Runs that began in one
 * quarter are one case: themes run together, so shares have Wilson's interval of as many cases, and the mean an interval
 * of resampled cases. Silent with fewer cases than configured.
 */
export function studyRuns(
  crossings: readonly Crossing[],
  source: RunSource,
  question: Question,
): EventStudy {
  const { runs: rules, seed } = question.rules.transmission
  const runs = apart(crossings, rules.quarters).map((crossing) =>
    toRun(crossing, source, rules.quarters),
  )
  const judged = runs.filter(({ immature, aboveOthers }) => !immature && !isLacking(aboveOthers))
  const cases = [...Map.groupBy(judged, ({ on }) => QUARTERS.of(on)).values()]
  const lacking = {
    lacking: 'too-few-runs',
    details: { n: cases.length, minimum: rules.minimum },
  }
  const isEnough = cases.length >= rules.minimum
  const share = (of: 'rise' | 'aboveOthers'): RunShare => {
    const n = judged.filter((run) => figure(run[of]) > 0).length
    return { n, ...wilsonInterval((n / judged.length) * cases.length, cases.length) }
  }
  return {
    runs,
    judged: judged.length,
    cases: cases.length,
    rose: isEnough ? share('rise') : lacking,
    roseMore: isEnough ? share('aboveOthers') : lacking,
    meanAboveOthers: isEnough
      ? meanOf(
          cases.map((own) => own.map(({ aboveOthers }) => figure(aboveOthers))),
          { draws: rules.draws, random: seededRandom(`${seed} runs ${question.period.id}`) },
        )
      : lacking,
  }
}

/** The first run of a track, and each whose quarters before it begin when those after the last one are over. */
function apart(crossings: readonly Crossing[], quarters: number): readonly Crossing[] {
  const kept: Crossing[] = []
  for (const crossing of crossings) {
    const last = kept.findLast(({ track }) => track === crossing.track)
    const isApart =
      last === undefined || QUARTERS.of(crossing.from) > QUARTERS.of(last.on) + 2 * quarters
    if (isApart) kept.push(crossing)
  }
  return kept
}

function toRun(crossing: Crossing, source: RunSource, quarters: number): ThemeRun {
  const { track } = crossing
  const began = QUARTERS.of(crossing.from)
  const reached = QUARTERS.of(crossing.on)
  const past = spansFrom(began - quarters, began - 1)
  const next = spansFrom(reached + 1, reached + quarters)
  const before = sideOf(track, past, source)
  const after = sideOf(track, next, source)
  return {
    ...crossing,
    excess: ratioText(decimal(crossing.excess)),
    before,
    after,
    immature: next.some((quarter) => source.standings.get(quarter)?.isMature === false),
    ...risesOf(before, after, missingIn([...past, ...next], source)),
  }
}

function sideOf(
  track: string,
  quarters: readonly Span[],
  { deals, standings, last }: RunSource,
): Known<RunSide> {
  const [from = 0] = quarters
  const to = quarters.at(-1) ?? from
  if (to > last) return { lacking: 'quarters-not-over' }
  const missing = missingIn(quarters, { deals, standings, last })
  if (missing !== undefined) return missing
  const own = quarters.map((quarter) => deals.of(track, quarter))
  const yuan = (of: 'low' | 'high'): string =>
    yuanText(own.reduce((sum, { [of]: part }) => sum.plus(part), decimal(0)))
  return {
    from: QUARTERS.idOf(from),
    to: QUARTERS.idOf(to),
    n: own.reduce((sum, { n }) => sum + n, 0),
    disclosed: { low: yuan('low'), high: yuan('high') },
    others: quarters.reduce((sum, quarter) => sum + deals.outside(track, quarter), 0),
  }
}

/** Why some quarters cannot be set against one another, if so. */
function missingIn(quarters: readonly Span[], { standings }: RunSource): Lacking | undefined {
  const regimes = quarters.map((quarter) => standings.get(quarter)?.regime ?? NOT_RECORDED)
  const lacking = regimes.find(isLacking)
  if (lacking !== undefined) return lacking
  return new Set(regimes).size > 1 ? { lacking: 'source-break' } : undefined
}

const NOT_RECORDED: Lacking = { lacking: 'not-recorded' }
const HALF = 0.5

function risesOf(
  before: Known<RunSide>,
  after: Known<RunSide>,
  missing: Lacking | undefined,
): Pick<ThemeRun, 'rise' | 'aboveOthers'> {
  if (isLacking(before)) return { rise: before, aboveOthers: before }
  if (isLacking(after)) return { rise: after, aboveOthers: after }
  if (missing !== undefined) return { rise: missing, aboveOthers: missing }
  const riseOf = (of: 'n' | 'others'): number => Math.log((after[of] + HALF) / (before[of] + HALF))
  const text = (value: number): string => ratioText(decimal(value))
  return { rise: text(riseOf('n')), aboveOthers: text(riseOf('n') - riseOf('others')) }
}

function meanOf(
  cases: readonly (readonly number[])[],
  { draws, random }: { readonly draws: number; readonly random: SeededRandom },
): RunMean {
  const means = Array.from({ length: draws }, () =>
    mean(cases.flatMap(() => cases[random.below(cases.length)] ?? [])),
  )
  const text = (value: number): string => ratioText(decimal(value))
  return {
    mean: text(mean(cases.flat())),
    low: text(quantile(means, (1 - LEVEL) / 2)),
    high: text(quantile(means, (1 + LEVEL) / 2)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function figure(value: Known<string>): number {
  return isLacking(value) ? Number.NaN : Number(value)
}
