import { createHash } from 'node:crypto'
import { enterDispatch } from '../load/dispatches.ts'
import { exchangeTroubles, type Trouble } from '../load/troubles-told.ts'
import type { TroubleNotice } from '../model/notice.ts'
import { deliverOpen } from './deliver-open.ts'
import type { PublishEffects } from './effects.ts'
import { messageHost } from './publish.ts'
import { reachable } from './reachable.ts'

/**
 * Tells the owners what newly needs a person and what no longer does, in one message; nothing when neither changed. Where
 * there is no owner, nothing counts as told.
 */
export async function tellTroubles(
  needs: readonly string[],
  effects: PublishEffects,
): Promise<'told' | 'nothing-new' | 'no-owner'> {
  const { db, now, settings } = effects
  const owners = (await reachable(effects)).filter(({ owner }) => owner)
  if (owners.length === 0) return 'no-owner'
  const id = await db.transaction(async (transaction) => {
    const change = await exchangeTroubles(
      transaction,
      troublesIn(needs.map(settings.redact)),
      now(),
    )
    if (change.appeared.length + change.gone.length === 0) return undefined
    const notice: TroubleNotice = { kind: 'trouble', ...change }
    const hash = createHash('sha256').update(JSON.stringify(change)).digest('hex')
    return enterDispatch(
      transaction,
      { key: `trouble:${now()}:${hash.slice(0, 16)}`, kind: 'alert', notice },
      owners,
      { now: now(), host: messageHost(settings) },
    )
  })
  if (id === undefined) return 'nothing-new'
  await deliverOpen([id], 'due', effects)
  return 'told'
}

/** The same trouble with other numbers (1 page, 2 pages) is the same trouble. */
function troublesIn(needs: readonly string[]): readonly Trouble[] {
  const byKey = Map.groupBy(needs, (need) => need.replaceAll(/\d+/g, '#').replaceAll(/s\b/g, ''))
  return [...byKey].map(([key, list]) => ({
    key,
    what: list.length > 1 ? `${list[0]} (and ${list.length - 1} more)` : (list[0] ?? ''),
  }))
}
