import type { NullModel } from '../statistics/one-step-estimate.ts'
import { outcomeModel } from './outcome-model.ts'
import { type LagProtocol, pointsOf, type TrackPanel } from './track-panel.ts'

/** What an outcome does without the signal, over the rows that all lags have and over those that all leads have. */
export interface OutcomeModels {
  readonly ahead: NullModel
  readonly behind: NullModel
}

export interface FittedPanel {
  readonly panel: TrackPanel
  readonly count: OutcomeModels
  readonly money: OutcomeModels
}

/** Both outcomes of a panel without the signal, each fitted once. Throws `NoMaximum` or `SingularDesign`. */
export function fitPanel(panel: TrackPanel, protocol: LagProtocol): FittedPanel {
  const points = pointsOf(panel)
  // Leads need signals from after the outcome, so they may have fewer rows, and then a fit of their own.
  const led = panel.signal.length - panel.offset - 1 - protocol.leads * protocol.step
  const of = (outcome: 'count' | 'money'): OutcomeModels => {
    const ahead = outcomeModel(panel, outcome, points, protocol)
    return { ahead, behind: led < points ? outcomeModel(panel, outcome, led, protocol) : ahead }
  }
  return { panel, count: of('count'), money: of('money') }
}
