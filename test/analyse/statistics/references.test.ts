import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  augmentedDickeyFuller,
  type DickeyFullerOptions,
} from '../../../src/analyse/statistics/augmented-dickey-fuller.ts'
import { detectableCorrelation } from '../../../src/analyse/statistics/detectable.ts'
import { type KpssOptions, kpss } from '../../../src/analyse/statistics/kpss.ts'
import {
  type Columns,
  leastSquares,
  SingularDesign,
} from '../../../src/analyse/statistics/least-squares.ts'
import { logLinearFit, NoMaximum } from '../../../src/analyse/statistics/log-linear-fit.ts'
import { type Deterministic, mackinnonP } from '../../../src/analyse/statistics/mackinnon.ts'
import { negativeBinomialRegression } from '../../../src/analyse/statistics/negative-binomial-regression.ts'
import { neweyWest, neweyWestLags } from '../../../src/analyse/statistics/newey-west.ts'
import { nullModel, oneStepEstimate } from '../../../src/analyse/statistics/one-step-estimate.ts'
import { quantile } from '../../../src/analyse/statistics/quantile.ts'
import { sandwich } from '../../../src/analyse/statistics/sandwich.ts'

interface UnitRootReference {
  readonly series: string
  readonly deterministic: Deterministic
  readonly statistic: number
  readonly pValue: number
  readonly used: number
}

interface References {
  readonly nile: number[]
  readonly counts: number[]
  readonly money: number[]
  readonly columns: number[][]
  readonly series: Readonly<Record<string, number[]>>
  readonly ols: {
    readonly coefficients: number[]
    readonly residualSum: number
    readonly inverse: number[][]
    readonly hac: { readonly lags: number; readonly covariance: number[][] }[]
  }
  readonly adf: (UnitRootReference & { readonly lags: DickeyFullerOptions['lags'] })[]
  readonly kpss: (UnitRootReference & { readonly lags: KpssOptions['lags'] })[]
  readonly mackinnon: {
    readonly tau: number
    readonly deterministic: Deterministic
    readonly pValue: number
  }[]
  readonly poisson: {
    readonly series: 'counts' | 'money'
    readonly lags: number
    readonly coefficients: number[]
    readonly covariance: number[][]
  }[]
  readonly negativeBinomial: {
    readonly coefficients: number[]
    readonly alpha: number
    readonly logLikelihood: number
  }
  readonly oneStep: {
    readonly series: 'counts' | 'money'
    readonly alpha: number
    readonly means: number[]
    readonly lags: number
    readonly z: number
    readonly coefficient: number
    readonly standardError: number
  }[]
  readonly quantile: {
    readonly draws: number[]
    readonly at: { readonly p: number; readonly value: number }[]
  }
  readonly correlation: {
    readonly n: number
    readonly looks: number
    readonly value: number
  }[]
}

/** Computed by references.py with statsmodels 0.13.5, scipy 1.10.1 and numpy 1.24.2. */
const REFERENCES = JSON.parse(
  readFileSync(new URL('references.json', import.meta.url), 'utf8'),
) as References

const { nile, columns, ols, negativeBinomial } = REFERENCES

/** Within 1e-8 of the reference, relative to it where it is larger than one. */
function expectClose(found: number | readonly number[], wanted: number | readonly number[]): void {
  const [a, b] = [[found].flat(), [wanted].flat()]
  expect(a).toHaveLength(b.length)
  a.forEach((value, i) => {
    const reference = b[i] ?? Number.NaN
    expect(Math.abs(value - reference)).toBeLessThan(1e-8 * Math.max(1, Math.abs(reference)))
  })
}

function seriesOf(name: string): readonly number[] {
  const series = REFERENCES.series[name]
  if (series === undefined) throw new Error(`no reference series ${name}`)
  return series
}

describe('least squares', () => {
  const flow = nile.map(Math.log)
  const design: Columns = [flow.map(() => 1), flow.map((_, t) => t + 1)]

  it('fits as statsmodels OLS does', () => {
    const fit = leastSquares(flow, design)
    expectClose(fit.coefficients, ols.coefficients)
    expectClose(fit.residualSum, ols.residualSum)
    expectClose(fit.inverse.flat(), ols.inverse.flat())
  })

  it.each(ols.hac)('has the Newey–West covariance of statsmodels with $lags lags', (reference) => {
    const fit = leastSquares(flow, design)
    const scores = design.map((column) => column.map((x, t) => x * (fit.residuals[t] ?? 0)))
    const covariance = neweyWest(scores, fit.inverse, reference.lags)
    expectClose(covariance.flat(), reference.covariance.flat())
  })

  it('keeps 4 lags of 100 points and 3 of 60 or 28', () => {
    expect([100, 60, 28].map(neweyWestLags)).toEqual([4, 3, 3])
  })

  it('refuses regressors that cannot be told apart', () => {
    const [ones = [], trend = []] = design
    expect(() => leastSquares(flow, [ones, trend, trend.map((t) => 2 * t + 1)])).toThrow(
      SingularDesign,
    )
    expect(() => leastSquares([1], [[1], [2]])).toThrow(SingularDesign)
  })
})

describe('unit roots', () => {
  it.each(REFERENCES.adf)(
    'ADF of $series ($deterministic, $lags) is that of statsmodels',
    (reference) => {
      const { deterministic, lags } = reference
      const found = augmentedDickeyFuller(seriesOf(reference.series), { deterministic, lags })
      expectClose([found.statistic, found.pValue], [reference.statistic, reference.pValue])
      expect(found.lags).toBe(reference.used)
    },
  )

  it.each(REFERENCES.kpss)(
    'KPSS of $series ($deterministic, $lags) is that of statsmodels',
    (reference) => {
      const { deterministic, lags } = reference
      const found = kpss(seriesOf(reference.series), { deterministic, lags })
      expectClose([found.statistic, found.pValue], [reference.statistic, reference.pValue])
      expect(found.lags).toBe(reference.used)
    },
  )

  it.each(REFERENCES.mackinnon)(
    'p of $tau ($deterministic) is that of MacKinnon by statsmodels',
    (reference) => {
      expectClose(mackinnonP(reference.tau, reference.deterministic), reference.pValue)
    },
  )

  it('refuse a constant', () => {
    const options = { deterministic: 'level', lags: 0 } as const
    expect(() => augmentedDickeyFuller(new Array(20).fill(3), options)).toThrow(SingularDesign)
  })
})

describe('counts and money', () => {
  it.each(REFERENCES.poisson)(
    'PPML of $series is that of statsmodels, sandwich with $lags lags',
    (reference) => {
      const y = REFERENCES[reference.series]
      const found = { ...logLinearFit(y, columns, 0), alpha: 0 }
      expectClose(found.coefficients, reference.coefficients)
      const covariance = sandwich({ y, columns }, found, reference.lags)
      expectClose(covariance.flat(), reference.covariance.flat())
    },
  )

  it('the negative binomial is that of statsmodels, with its overdispersion', () => {
    const found = negativeBinomialRegression(REFERENCES.counts, columns)
    expectClose(found.coefficients, negativeBinomial.coefficients)
    expectClose(found.alpha, negativeBinomial.alpha)
    expectClose(found.logLikelihood, negativeBinomial.logLikelihood)
  })

  it('the negative binomial of counts that spread less than Poisson is Poisson', () => {
    const counts = [4, 5, 4, 5, 4, 5, 4, 5]
    const ones = [counts.map(() => 1)]
    const found = negativeBinomialRegression(counts, ones)
    expect(found.alpha).toBe(0)
    expectClose(found.coefficients, Math.log(4.5))
    expectClose(found.coefficients, logLinearFit(counts, ones, 0).coefficients)
  })

  it('a fit that runs to a boundary is an error, not a number', () => {
    const quiet = [0, 0, 0, 0, 3, 5, 4, 6]
    const dummy = quiet.map((value) => (value === 0 ? 1 : 0))
    expect(() => logLinearFit(quiet, [quiet.map(() => 1), dummy], 0)).toThrow(NoMaximum)
  })

  it.each(REFERENCES.oneStep)(
    'the one-step estimate of $series is its definition by numpy',
    (reference) => {
      const [ones = [], trend = [], signal = []] = columns
      const model = nullModel(REFERENCES[reference.series], [ones, trend], reference)
      const found = oneStepEstimate(model, Float64Array.from(signal), reference.lags)
      expectClose(
        [found.z, found.coefficient, found.standardError],
        [reference.z, reference.coefficient, reference.standardError],
      )
    },
  )
})

it('quantiles are those of numpy', () => {
  const { draws, at } = REFERENCES.quantile
  for (const { p, value } of at) expectClose(quantile(draws, p), value)
})

it.each(REFERENCES.correlation)(
  'n = $n and $looks looks show a correlation as scipy says',
  ({ n, looks, value }) => {
    expectClose(detectableCorrelation(n, { alpha: 0.05, power: 0.8, looks }), value)
  },
)

it('three points show nothing', () => {
  expect(detectableCorrelation(3, { alpha: 0.05, power: 0.8, looks: 1 })).toBe(1)
})
