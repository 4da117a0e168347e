import { parseFeedDate } from './feed-date.ts'
import type { StoredPage } from './source.ts'

/** When a place's sessions are over, and in which zone; closing auctions are in. */
const CLOSES = {
  mainland: ['15:00', 'Asia/Shanghai'],
  'hong-kong': ['16:10', 'Asia/Hong_Kong'],
  'new-york': ['16:00', 'America/New_York'],
} as const

/** Why the bar of a day is none yet: the answer came while that day's session was running. None where the answer has no time. */
export function runningProblems(
  day: string,
  { headers }: Pick<StoredPage, 'headers'>,
  place: keyof typeof CLOSES,
): readonly string[] {
  const answered = parseFeedDate(headers['date'] ?? '', 'UTC')
  if (answered === undefined) return []
  const [close, zone] = CLOSES[place]
  const local = answered.toZonedDateTimeISO(zone)
  const isRunning =
    day === local.toPlainDate().toString() &&
    Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(close)) < 0
  return isRunning ? [`the session of ${day} was still running`] : []
}
