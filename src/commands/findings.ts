import { type CalendarDate, dayInShanghai } from '../model/calendar-date.ts'
import type { Findings } from '../model/findings.ts'
import { type Period, parsePeriod } from '../model/period.ts'
import { analyse } from '../pipeline.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'

/** Findings of a period as an operator writes it; every way it can fail says what to do. */
export async function findingsOf(
  asked: { readonly period: string; readonly asOf?: CalendarDate | undefined },
  live: Live,
): Promise<Findings> {
  const toPeriod = (asOf: CalendarDate): Period => {
    const period = parsePeriod(asked.period, asOf)
    if (typeof period === 'string') throw new OperatorError(period, { code: 'period' })
    return period
  }
  const today = dayInShanghai(live.now())
  if (asked.asOf !== undefined && asked.asOf > today)
    throw new OperatorError(
      `Nobody knows yet what will be known on ${asked.asOf}: it is ${today} in Shanghai. Give that day or an earlier one as --as-of.`,
      { code: 'days' },
    )
  const found = await analyse(toPeriod, asked.asOf, live)
  if (found !== undefined) return found
  throw new OperatorError(
    'The database is empty. Import data first: npm run import -- FILE, or try npm start.',
    {
      code: 'empty-database',
    },
  )
}
