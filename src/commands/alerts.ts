import { type AlertState, alertStates } from '../load/alert-states.ts'
import type { Alert } from '../model/alerts-config.ts'
import { readAlerts } from '../runtime/delivery.ts'
import type { Live } from '../runtime/live.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Lists the alerts of the configuration and where each stands. */
export async function listAlerts({
  json,
  live,
  terminal,
}: {
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}): Promise<ExitCode> {
  const { alerts } = await readAlerts(live.config)
  const byAlert = Map.groupBy(await alertStates(live.db.reader), (state) => state.alert)
  for (const alert of alerts) {
    const states = byAlert.get(alert.id) ?? []
    if (json) sayJson(terminal.out, { ...alert, states })
    else for (const line of linesOf(alert, states)) say(terminal.out, line)
  }
  return EXIT.done
}

function linesOf(alert: Alert, states: readonly AlertState[]): readonly string[] {
  if (states.length === 0)
    return [inWords(alert), '  No edition was sent since it was written down.']
  const standing = ({ state, value }: AlertState): string =>
    'side' in alert ? `${state} at ${value}` : value
  return [
    inWords(alert),
    ...states.map(
      (one) =>
        `  ${one.track}, ${one.series}: ${standing(one)} since edition ${one.editionId} (${one.changedAt})`,
    ),
  ]
}

function inWords(alert: Alert): string {
  const { id, track, measure, to } = alert
  const what =
    'side' in alert
      ? `${measure} ${alert.side} ${alert.bar}, again after ${alert.rearm}`
      : `${measure} verdict changed`
  return `${id}: ${track}, ${what}; to ${to?.join(', ') ?? 'everybody'}`
}
