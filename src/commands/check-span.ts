import type { CalendarDate } from '../model/calendar-date.ts'
import { OperatorError } from '../runtime/errors.ts'

/** Days asked for the wrong way round are a slip, never an empty answer. */
export function checkSpan({
  from,
  to,
}: {
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
}): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new OperatorError(`--to ${to} is before --from ${from}.`, { code: 'days' })
}
