import { readSessions } from '../load/sessions.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import { checkSpan } from './check-span.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'

/** Lists the sessions of a span, each with where and when it was learned. */
export async function listSessions(
  {
    from,
    to,
    json = false,
  }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly json?: boolean },
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  checkSpan({ from, to })
  const sessions = await readSessions(live.db.reader, { from, to })
  for (const session of sessions) {
    const { exchange, day, source, learnedAt } = session
    if (json) sayJson(terminal.out, session)
    else
      say(terminal.out, `${day}  ${exchange}  ${source ?? 'unknown source'}, learned ${learnedAt}`)
  }
  if (sessions.length === 0) {
    say(
      terminal.err,
      `No session between ${from} and ${to} is known. Import a file of sessions, or fetch holiday-cn: feastgap backfill --source holiday-cn --from ${from} --to ${to}.`,
    )
  }
  return EXIT.done
}
