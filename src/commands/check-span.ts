import type { CalendarDate } from '../model/calendar-date.ts'
import { OperatorError } from '../runtime/errors.ts'

/** Days asked for the wrong way round are a slip, never an empty answer. */
export function checkSpan({
  from,
  to,
}: {
  readonly from: CalendarDate
  readonly to: CalendarDate
}): void {
  if (to < from) throw new OperatorError(`--to ${to} is before --from ${from}.`, { code: 'days' })
}
