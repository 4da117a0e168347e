import { decodePage } from '../extract/decode-page.ts'
import type { PageRequest, Reading, Source, StoredPage } from '../extract/source.ts'
import type { Unit } from '../model/rows.ts'

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/
const SATURDAY = 6

/**
 * How a page that was read is unlike the pages of its source: a text that always stood there is missing, or it brings
 * fewer items than any whole day did. Undefined: nothing.
 */
export function detectDrift(
  { landmarks = [], floor }: Pick<Source, 'landmarks' | 'floor'>,
  {
    page,
    request,
    reading,
  }: {
    readonly page: StoredPage
    readonly request: PageRequest
    readonly reading: Reading<Unit>
  },
): string | undefined {
  if (reading.end !== 'news' && reading.end !== 'empty') return undefined
  const text = landmarks.length === 0 ? '' : decodePage(page)
  const missing = landmarks.find((landmark) => !text.includes(landmark))
  if (missing !== undefined) return `"${missing}" no longer stands on the page`
  if (floor === undefined || !WHOLE_DAY.test(request.covers)) return undefined
  const isWeekend = Temporal.PlainDate.from(request.covers).dayOfWeek >= SATURDAY
  const least = isWeekend ? floor.weekend : floor.weekday
  const items = reading.end === 'empty' ? 0 : reading.rows.length + reading.rejected.length
  return items < least ? `${items} items, where such a day brings ${least} at least` : undefined
}
