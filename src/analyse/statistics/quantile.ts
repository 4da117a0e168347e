/** The p-quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996), p in [0, 1]. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = p * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('a quantile of nothing was asked')
  return below + (above - below) * (place - Math.floor(place))
}
