/** `ln(x_t / x_{t−1})`, one point fewer than the series. Every value must be above zero. */
export function logChanges(levels: readonly number[]): readonly number[] {
  return levels.slice(1).map((level, i) => Math.log(level / (levels[i] ?? Number.NaN)))
}
