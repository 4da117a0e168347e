import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { quantile } from './quantile.ts'

/**
 * The smallest effect a test finds with the given power: `(c − q) × se`, q the (1 − power) quantile of the statistic's own
 * draws under the null, c the critical value. In the unit of the standard error.
 */
export function detectableEffect(
  nullDraws: readonly number[],
  {
    critical,
    standardError,
    power,
  }: {
    readonly critical: number
    readonly standardError: number
    readonly power: number
  },
): number {
  return (critical - quantile(nullDraws, 1 - power)) * standardError
}

/**
 * The smallest correlation that n independent pairs show with the given power when `looks` are taken and Bonferroni
 * corrects for them: `tanh((z_{1−α/(2·looks)} + z_power) / √(n − 3))` (Fisher 1921). 1 up to n = 3: nothing short of an
 * identity could be seen.
 */
export function detectableCorrelation(
  n: number,
  {
    alpha,
    power,
    looks,
  }: { readonly alpha: number; readonly power: number; readonly looks: number },
): number {
  if (n <= 3) return 1
  const distance = normalQuantile(1 - alpha / (2 * looks), 0, 1) + normalQuantile(power, 0, 1)
  return Math.tanh(distance / Math.sqrt(n - 3))
}
