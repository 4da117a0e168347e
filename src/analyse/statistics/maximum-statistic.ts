/** What the largest of many statistics does when nothing is there. */
export interface MaximumStatistic {
  /** A statistic larger than this in size is significant among all of them at once. */
  readonly critical: number
  /** P-value of a statistic among all of them: (1 + draws whose largest is at least as large) / (draws + 1). */
  readonly adjustedP: (statistic: number) => number
}

/**
 * Single-step max-|t| correction for looking many times, from resamples under the null that keep how the statistics move
 * together (Westfall and Young 1993; Romano and Wolf 2005, Econometrica 73). `draws` holds the statistics of each
 * resample. `adjustedP(t) ≤ level` exactly when `|t| > critical`.
 */
export function maximumStatistic(
  draws: readonly ArrayLike<number>[],
  level: number,
): MaximumStatistic {
  const largest = draws
    .map((statistics) => {
      let most = 0
      for (let i = 0; i < statistics.length; i++)
        most = Math.max(most, Math.abs(statistics[i] ?? 0))
      return most
    })
    .sort((a, b) => a - b)
  const above = Math.floor(level * (largest.length + 1))
  return {
    critical: above === 0 ? Number.POSITIVE_INFINITY : (largest[largest.length - above] ?? 0),
    adjustedP: (statistic) => {
      const reached = largest.filter((value) => value >= Math.abs(statistic)).length
      return (1 + reached) / (largest.length + 1)
    },
  }
}
