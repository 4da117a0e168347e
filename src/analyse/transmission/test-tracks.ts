import { decimal, ratioText } from '../../model/decimal.ts'
import type { Grid } from '../../model/grid.ts'
import type { Lacking } from '../../model/known.ts'
import type {
  LagLine,
  LagReading,
  LagTests,
  Stationarity,
  TrackTransmission,
} from '../../model/transmission-finding.ts'
import { SingularDesign } from '../statistics/least-squares.ts'
import { NoMaximum } from '../statistics/log-linear-fit.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { type BuiltPanel, buildPanel, type PanelSource } from './build-panel.ts'
import { type FittedPanel, fitPanel } from './fit-panel.ts'
import { type FullFit, fullFit } from './full-fit.ts'
import { type LagEstimate, type LagTest, testLags } from './lag-test.ts'
import { readLagTest } from './read-lag-test.ts'
import { isWalk, stationarityOf } from './stationarity.ts'
import type { LagProtocol } from './track-panel.ts'

interface Candidate {
  readonly track: string
  readonly built: BuiltPanel | undefined
  readonly stationarity: readonly Stationarity[]
  readonly reasons: readonly Lacking[]
  /** Absent where something is missing. */
  readonly fitted?: FittedPanel
}

/** The lag tests of all tracks whose panels can be tested, corrected for one another; of the others, what they lack. */
export function testTracks(tracks: readonly string[], source: PanelSource, seed: string): LagTests {
  const protocol = protocolOf(source)
  const candidates = tracks.map((track) => candidateOf(track, source, protocol))
  const fitted = candidates.flatMap((one) => (one.fitted === undefined ? [] : [one.fitted]))
  if (fitted.length === 0) {
    return {
      family: { lacking: 'no-track-tested' },
      tracks: candidates.map((candidate) => untested(candidate)),
    }
  }
  const test = testLags(fitted, protocol, seededRandom(seed))
  return {
    family: { tracks: fitted.length, looks: test.looks, critical: text(test.critical) },
    tracks: candidates.map((candidate) =>
      candidate.fitted === undefined
        ? untested(candidate)
        : tested(candidate, candidate.fitted, { test, protocol }),
    ),
  }
}

function protocolOf({ grid, rules }: PanelSource): LagProtocol {
  const { lags, leads, alpha, power, resamples, seasonal_years: seasonalYears } = rules
  return { lags, leads, alpha, power, resamples, seasonalYears, step: grid.step }
}

function candidateOf(track: string, source: PanelSource, protocol: LagProtocol): Candidate {
  const built = buildPanel(track, source)
  const thin = { track, built, stationarity: [] }
  if (built === undefined) {
    return { ...thin, reasons: [source.excess.has(track) ? noSpans(source.grid) : NO_SERIES] }
  }
  if (built.reasons.length > 0) return { ...thin, reasons: built.reasons }
  const fitted = fittedOr(NO_FIT, () => fitPanel(built.panel, protocol))
  if ('lacking' in fitted) return { ...thin, reasons: [fitted] }
  const stationarity = stationarityOf(built.panel)
  const isUnfit = stationarity.some((one) => one.series === 'signal' && isWalk(one))
  return {
    track,
    built,
    stationarity,
    ...(isUnfit ? { reasons: [WALK] } : { reasons: [], fitted }),
  }
}

const NO_SERIES: Lacking = { lacking: 'no-dated-series' }
function noSpans({ step }: Grid): Lacking {
  return { lacking: step === 1 ? 'no-mature-quarters' : 'no-mature-months' }
}

const NO_FIT: Lacking = { lacking: 'cannot-be-fitted' }
const WALK: Lacking = { lacking: 'signal-not-stationary' }

/** Some samples determine no fit. */
function fittedOr<T>(lacking: Lacking, fitted: () => T): T | Lacking {
  try {
    return fitted()
  } catch (error) {
    if (error instanceof SingularDesign || error instanceof NoMaximum) return lacking
    throw error
  }
}

function untested({ track, built, stationarity, reasons }: Candidate): TrackTransmission {
  return {
    track,
    result: 'not-enough-data',
    reasons,
    panel: built?.span ?? reasons[0] ?? NO_SERIES,
    spans: built?.spans ?? [],
    stationarity,
    reading: { lacking: 'not-tested' },
    lags: [],
  }
}

function tested(
  candidate: Candidate,
  { panel }: FittedPanel,
  { test, protocol }: { readonly test: LagTest; readonly protocol: LagProtocol },
): TrackTransmission {
  const { track } = candidate
  const { result, reason, strongest, strongestLead, detectable } = readLagTest(test, track)
  const reading: LagReading = {
    reason,
    strongest: toLine(strongest),
    fitted: inText(fittedOr(NO_FIT, () => fullFit(panel, strongest, protocol))),
    strongestLead: strongestLead === undefined ? { lacking: 'no-leads' } : toLine(strongestLead),
    detectable: text(detectable),
  }
  return {
    ...untested(candidate),
    result,
    reading,
    lags: test.estimates.filter((estimate) => estimate.track === track).map(toLine),
  }
}

function toLine({ track: _, outcome, lag, points, detectable, ...figures }: LagEstimate): LagLine {
  const { coefficient, standardError, z, adjustedP, low, high } = figures
  return {
    outcome,
    lag,
    points,
    coefficient: text(coefficient),
    standardError: text(standardError),
    z: text(z),
    adjustedP: text(adjustedP),
    low: text(low),
    high: text(high),
    ...(detectable === undefined ? {} : { detectable: text(detectable) }),
  }
}

function inText(fit: FullFit | Lacking): LagReading['fitted'] {
  if ('lacking' in fit) return fit
  return { coefficient: text(fit.coefficient), standardError: text(fit.standardError) }
}

function text(value: number): string {
  return ratioText(decimal(value))
}
