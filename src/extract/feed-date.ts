const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const RFC_822 =
  /^(?:[A-Za-z]{3},?\s+)?(?<day>\d{1,2})\s+(?<month>[A-Za-z]{3})[a-z]*\s+(?<year>\d{4})\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?<zone>[+-]\d{4}|[A-Z]{1,4})?$/
const ISO =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ]+(?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/
const UTC_NAMES: ReadonlySet<string> = new Set(['GMT', 'UT', 'UTC', 'Z'])

/** The instant of a feed's date, in the forms feeds really use; `zone` is for dates that name none. Undefined: unreadable. */
export function parseFeedDate(text: string, zone: string): Temporal.Instant | undefined {
  const plain = text.trim()
  const rfc = RFC_822.exec(plain)?.groups
  const iso = ISO.exec(plain)?.groups
  try {
    if (rfc !== undefined) {
      const month = MONTHS.indexOf((rfc['month'] ?? '').toLowerCase()) + 1
      const date = [rfc['year'], String(month).padStart(2, '0'), rfc['day']?.padStart(2, '0')].join(
        '-',
      )
      return toInstant(date, rfc['time']?.padStart(5, '0'), offsetOf(rfc['zone']) ?? zone)
    }
    if (iso !== undefined)
      return toInstant(iso['date'] ?? '', iso['time'], offsetOf(iso['zone']) ?? zone)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function toInstant(date: string, time = '00:00', zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
    .toZonedDateTime(zone)
    .toInstant()
}

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined
  if (UTC_NAMES.has(zone)) return 'UTC'
  return /^[+-]\d{2}:?\d{2}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : undefined
}
