import { decimal, ratioText } from '../../model/decimal.ts'
import type { Stationarity, UnitRoot } from '../../model/transmission-finding.ts'
import { augmentedDickeyFuller, type UnitRootTest } from '../statistics/augmented-dickey-fuller.ts'
import { kpss } from '../statistics/kpss.ts'
import { pointsOf, type TrackPanel } from './track-panel.ts'

/** Level at which a unit root, or stationarity, is rejected. */
const LEVEL = 0.05

/** Both unit-root tests, against a level, of the signal beside the outcomes and of the logarithms of the outcomes. */
export function stationarityOf(panel: TrackPanel): readonly Stationarity[] {
  const mean = panel.money.reduce((sum, value) => sum + value, 0) / panel.money.length
  const { offset, signal } = panel
  return [
    testBoth('signal', signal.slice(offset, offset + pointsOf(panel) + 1)),
    testBoth('count', panel.counts.map(Math.log1p)),
    testBoth(
      'money',
      panel.money.map((value) => Math.log1p(value / mean)),
    ),
  ]
}

/** A walk is no signal to resample: both tests speak for a unit root. */
export function isWalk({ adf, kpss: other }: Stationarity): boolean {
  return Number(adf.pValue) > LEVEL && Number(other.pValue) < LEVEL
}

function testBoth(series: Stationarity['series'], values: readonly number[]): Stationarity {
  return {
    series,
    adf: inText(augmentedDickeyFuller(values, { deterministic: 'level', lags: 'bic' })),
    kpss: inText(kpss(values, { deterministic: 'level', lags: 'hobijn' })),
  }
}

function inText({ statistic, pValue, lags }: UnitRootTest): UnitRoot {
  return { statistic: ratioText(decimal(statistic)), pValue: ratioText(decimal(pValue)), lags }
}
