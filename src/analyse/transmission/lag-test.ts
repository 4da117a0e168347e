import type { Outcome } from '../../model/transmission-finding.ts'
import { detectableEffect } from '../statistics/detectable.ts'
import { maximumStatistic } from '../statistics/maximum-statistic.ts'
import {
  type NullModel,
  type OneStepEstimate,
  oneStepEstimate,
} from '../statistics/one-step-estimate.ts'
import type { SeededRandom } from '../statistics/seeded-random.ts'
import { meanBlockOf, stationaryResample } from '../statistics/stationary-bootstrap.ts'
import type { FittedPanel } from './fit-panel.ts'
import {
  bandwidthOf,
  type LagProtocol,
  laggedSignal,
  OUTCOMES,
  reachOf,
  type TrackPanel,
} from './track-panel.ts'

export interface LagEstimate extends OneStepEstimate {
  readonly track: string
  readonly outcome: Outcome
  /** Quarters the signal is ahead; below zero it is behind, a placebo. */
  readonly lag: number
  readonly points: number
  /** Among all lags, tracks and outcomes at once. */
  readonly adjustedP: number
  /** The simultaneous band leaves zero out exactly when the statistic is significant. */
  readonly low: number
  readonly high: number
  /** The smallest coefficient this test finds with the protocol's power; of a lead none is asked for. */
  readonly detectable?: number
}

export interface LagTest {
  readonly critical: number
  /** Forward statistics the critical value allows for. */
  readonly looks: number
  readonly estimates: readonly LagEstimate[]
}

interface Look {
  readonly panel: TrackPanel
  readonly outcome: Outcome
  readonly lag: number
  readonly model: NullModel
}

/**
 * Does the signal say something of the outcomes to come that they do not say themselves?
 *
 * One-step estimates of each lag, track and outcome with Newey–West errors. Their distribution without a link comes
 * from stationary-bootstrap resamples of the signals, all tracks at the same positions, against outcomes that stay as
 * they are; the largest of all statistics of a resample gives the critical value. Leads are set against the same value
 * and are not part of the family.
 */
export function testLags(
  fitted: readonly FittedPanel[],
  protocol: LagProtocol,
  random: SeededRandom,
): LagTest {
  const looks = fitted.flatMap((one) => looksAt(one, protocol))
  const panels = fitted.map(({ panel }) => panel)
  const family = looks.filter(({ lag }) => lag >= 0)
  const { step, resamples, alpha, power } = protocol
  const length = Math.max(...panels.map(({ signal }) => signal.length))
  const draws = Array.from({ length: resamples }, () => {
    const positions = stationaryResample(length, meanBlockOf(length), random)
    const signals = new Map(panels.map((panel) => [panel, resampled(panel.signal, positions)]))
    return family.map((look) => estimateOf(look, signals.get(look.panel) ?? NOTHING, step).z)
  })
  const { critical, adjustedP } = maximumStatistic(draws, alpha)
  const detectable = (member: number, standardError: number): number =>
    detectableEffect(
      draws.map((draw) => draw[member] ?? 0),
      { critical, standardError, power },
    )
  const estimates = looks.map((look) => {
    const found = estimateOf(look, Float64Array.from(look.panel.signal), step)
    const { coefficient, standardError, z } = found
    return {
      ...found,
      track: look.panel.track,
      outcome: look.outcome,
      lag: look.lag,
      points: look.model.residuals.length,
      adjustedP: adjustedP(z),
      low: coefficient - critical * standardError,
      high: coefficient + critical * standardError,
      ...(look.lag < 0 ? {} : { detectable: detectable(family.indexOf(look), standardError) }),
    }
  })
  return { critical, looks: family.length, estimates }
}

function looksAt(fitted: FittedPanel, protocol: LagProtocol): readonly Look[] {
  const { lags, leads } = protocol
  const { panel } = fitted
  if (panel.offset + 1 < reachOf(protocol)) {
    throw new Error(`the signal of ${panel.track} begins too late for ${lags} lags`)
  }
  return OUTCOMES.flatMap((outcome) => {
    const { ahead, behind } = fitted[outcome]
    return [
      ...Array.from({ length: leads }, (_, i) => ({
        panel,
        outcome,
        lag: i - leads,
        model: behind,
      })),
      ...Array.from({ length: lags + 1 }, (_, lag) => ({ panel, outcome, lag, model: ahead })),
    ]
  })
}

const NOTHING = new Float64Array()

function estimateOf(look: Look, signal: Float64Array, step: number): OneStepEstimate {
  const { panel, lag, model } = look
  const points = model.residuals.length
  const lagged = laggedSignal(signal, { offset: panel.offset, points }, { lag, step })
  return oneStepEstimate(model, lagged, bandwidthOf(points, step))
}

/** A shorter signal shares the end of the longer ones and takes positions before its beginning modulo its length. */
function resampled(signal: readonly number[], positions: readonly number[]): Float64Array {
  const missing = positions.length - signal.length
  const drawn = new Float64Array(signal.length)
  for (let i = 0; i < drawn.length; i++) {
    const fromEnd = positions.length - 1 - (positions[missing + i] ?? 0)
    drawn[i] = signal[signal.length - 1 - (fromEnd % signal.length)] ?? Number.NaN
  }
  return drawn
}
