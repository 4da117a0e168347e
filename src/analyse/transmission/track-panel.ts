import type { Outcome } from '../../model/transmission-finding.ts'
import { neweyWestLags } from '../statistics/newey-west.ts'

/** One track's series on an axis of equal periods, all in one source regime. */
export interface TrackPanel {
  readonly track: string
  /** Log change of the deciding index less that of its benchmark, period by period. */
  readonly signal: readonly number[]
  /** Where the outcomes begin: outcome t is of the same period as `signal[offset + t]`. */
  readonly offset: number
  /** Deals a period. */
  readonly counts: readonly number[]
  /** Yuan a period, or any multiple of it; zeros are kept. */
  readonly money: readonly number[]
  /** Listings a period in the whole market, when they are recorded. */
  readonly listings?: readonly number[]
  /** Place of outcome 0 in its year, from 0. */
  readonly season: number
}

export interface LagProtocol {
  /** Quarters the signal may run ahead of the outcome: 0 … lags. */
  readonly lags: number
  /** Quarters it runs behind, as a placebo: 1 … leads. */
  readonly leads: number
  /** Periods in a quarter: 1 for quarterly series, 3 for monthly ones. */
  readonly step: number
  /** Seasons are controlled from so many years on. */
  readonly seasonalYears: number
  /** Chance of one false find among all lags, tracks and outcomes. */
  readonly alpha: number
  readonly power: number
  readonly resamples: number
}

export const OUTCOMES: readonly Outcome[] = ['count', 'money']

/** Outcome 0 only serves as the past of outcome 1. */
export function pointsOf(panel: TrackPanel): number {
  return panel.counts.length - 1
}

/** Periods of signal that must lie before outcome 1. */
export function reachOf({ lags, step }: Pick<LagProtocol, 'lags' | 'step'>): number {
  return lags * step + step - 1
}

/** Lags of the errors' autocorrelation: at least as many as quarters of neighbouring periods overlap in. */
export function bandwidthOf(points: number, step: number): number {
  return Math.max(neweyWestLags(points), step)
}

/** Change over the quarter that ends `lag` quarters before each outcome from the second to `points`. */
export function laggedSignal(
  signal: Float64Array,
  { offset, points }: { readonly offset: number; readonly points: number },
  { lag, step }: { readonly lag: number; readonly step: number },
): Float64Array {
  const lagged = new Float64Array(points)
  for (let t = 0; t < points; t++) {
    const end = offset + 1 + t - lag * step
    let change = 0
    for (let i = end - step + 1; i <= end; i++) change += signal[i] ?? Number.NaN
    lagged[t] = change
  }
  return lagged
}
