const MILLISECONDS = { s: 1000, ms: 1 } as const
/** Outside these years a count of seconds was taken for one of milliseconds, or the other way round. */
const YEARS = { first: 2000, last: 2099 }

/** The instant of a count since 1970, as a number's text. Undefined: no such count, or in another unit. */
export function parseEpoch(text: string, unit: 's' | 'ms'): Temporal.Instant | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(Number(text) * MILLISECONDS[unit])
    const { year } = instant.toZonedDateTimeISO('UTC')
    return year >= YEARS.first && year <= YEARS.last ? instant : undefined
  } catch {
    return undefined
  }
}
