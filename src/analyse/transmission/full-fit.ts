import type { Outcome } from '../../model/transmission-finding.ts'
import { sandwich } from '../statistics/sandwich.ts'
import { outcomeFit, outcomeRows } from './outcome-model.ts'
import { bandwidthOf, type LagProtocol, laggedSignal, type TrackPanel } from './track-panel.ts'

/** ln of the outcome per unit of the signal, with its Newey–West error. */
export interface FullFit {
  readonly coefficient: number
  readonly standardError: number
}

/**
 * The outcome fitted with the signal at one lag among its controls, which the one-step estimate approximates: counts by
 * negative binomial, money by PPML, Newey–West errors. Throws `NoMaximum` or `SingularDesign`.
 */
export function fullFit(
  panel: TrackPanel,
  look: { readonly outcome: Outcome; readonly lag: number; readonly points: number },
  protocol: LagProtocol,
): FullFit {
  const { outcome, lag, points } = look
  const { offset, signal } = panel
  const { step } = protocol
  const { y, columns } = outcomeRows(panel, outcome, points, protocol)
  const lagged = laggedSignal(Float64Array.from(signal), { offset, points }, { lag, step })
  const rows = { y, columns: [[...lagged], ...columns] }
  const fit = outcomeFit(rows, outcome)
  const variance = sandwich(rows, fit, bandwidthOf(points, step))[0]?.[0] ?? Number.NaN
  return { coefficient: fit.coefficients[0] ?? Number.NaN, standardError: Math.sqrt(variance) }
}
