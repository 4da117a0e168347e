import { hasNewerJudged, holdAlertStates, writeAlertStates } from '../load/alert-states.ts'
import type { Transaction } from '../load/database.ts'
import { enterDispatch } from '../load/dispatches.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import type { Alert } from '../model/alerts-config.ts'
import { addressKey } from '../model/mail-address.ts'
import type { AlertNotice } from '../model/notice.ts'
import { seriesOf } from '../model/period.ts'
import { type Addressee, wantsTrack } from './addressees.ts'
import type { PublishEffects } from './effects.ts'
import { judgeAlert } from './judge-alert.ts'
import { messageHost } from './publish.ts'
import { reachable } from './reachable.ts'

/**
 * Judges every alert by an edition that is published, once: the states change and what fires is queued in one transaction.
 * An edition older than one that was judged changes nothing. Returns the ids of the dispatches.
 */
export async function raiseAlerts(
  edition: ArchivedEdition,
  effects: PublishEffects,
): Promise<readonly string[]> {
  const { db, now, settings } = effects
  const { alerts } = settings.alerts
  const series = seriesOf(edition.findings.period)
  const about = { series, editionId: edition.id }
  const readers = await reachable(effects)
  return db.transaction(async (transaction) => {
    const states = await holdAlertStates(transaction, series)
    if (await hasNewerJudged(transaction, about)) return []
    const judged = alerts.flatMap((alert) =>
      edition.findings.tracks
        .filter(({ id }) => alert.track === 'all' || alert.track === id)
        .flatMap((track) => {
          const standing = states.find((one) => one.alert === alert.id && one.track === track.id)
          const change = judgeAlert(alert, track, standing)
          return change === undefined ? [] : [{ alert: alert.id, track: track.id, ...change }]
        }),
    )
    await writeAlertStates(
      transaction,
      judged.map(({ fires: _, ...state }) => state),
      about,
      now(),
    )
    const ids = []
    for (const alert of alerts) {
      const changes = judged.flatMap(({ alert: id, fires }) =>
        id === alert.id && fires !== undefined ? [fires] : [],
      )
      if (changes.length > 0)
        ids.push(await enterAlert(transaction, alert, { edition, changes, readers }, effects))
    }
    return ids
  })
}

function enterAlert(
  transaction: Transaction,
  alert: Alert,
  {
    edition,
    changes,
    readers,
  }: {
    readonly edition: ArchivedEdition
    readonly readers: readonly Addressee[]
  } & Pick<AlertNotice, 'changes'>,
  { now, settings }: PublishEffects,
): Promise<string> {
  const notice: AlertNotice = { kind: 'alert', alert: alert.id, sha256: edition.sha256, changes }
  const told = readers.filter(
    (reader) =>
      isAmong(reader, alert.to) &&
      changes.some(({ track }) => wantsTrack(reader, track, edition.findings)),
  )
  return enterDispatch(
    transaction,
    { key: `alert:${alert.id}:${edition.sha256}`, kind: 'alert', editionId: edition.id, notice },
    told,
    { now: now(), host: messageHost(settings) },
  )
}

function isAmong({ recipient }: Addressee, to: Alert['to']): boolean {
  return to === undefined || to.some((name) => addressKey(name) === recipient)
}
