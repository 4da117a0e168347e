import normalCdf from '@stdlib/stats-base-dists-normal-cdf'

/** What the regression of the test holds besides the lagged level. */
export type Deterministic = 'level' | 'trend'

/** Response surface for one series: Φ of a quadratic up to `star`, of a cubic above; certain beyond `least` and `most`. */
interface Surface {
  readonly least: number
  readonly star: number
  readonly most: number
  readonly small: readonly number[]
  readonly large: readonly number[]
}

const SURFACES: Readonly<Record<Deterministic, Surface>> = {
  level: {
    least: -18.83,
    star: -1.61,
    most: 2.74,
    small: [2.1659, 1.4412, 0.038269],
    large: [1.7339, 0.93202, -0.12745, -0.010368],
  },
  trend: {
    least: -16.18,
    star: -2.89,
    most: 0.7,
    small: [3.2512, 1.6047, 0.049588],
    large: [2.5261, 0.61654, -0.37956, -0.060285],
  },
}

/** Approximate p-value of a Dickey–Fuller t (MacKinnon 1994, Journal of Business & Economic Statistics 12, tables 3–4). */
export function mackinnonP(tau: number, deterministic: Deterministic): number {
  const { least, star, most, small, large } = SURFACES[deterministic]
  if (tau > most) return 1
  if (tau < least) return 0
  const terms = tau <= star ? small : large
  return normalCdf(
    terms.reduceRight((sum, term) => sum * tau + term, 0),
    0,
    1,
  )
}
