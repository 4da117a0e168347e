import type { Reader } from '../load/database.ts'
import type { Reached } from '../load/dispatches.ts'
import { type ArchivedEdition, findEdition } from '../load/editions.ts'
import { changesOfEdition, holdersOf, holdersOfEarlier, saysTheSame } from '../load/superseded.ts'
import { isLacking } from '../model/findings.ts'
import type { CorrectionNotice } from '../model/notice.ts'
import { type Chain, wrongFigures } from '../model/wrong-figures.ts'
import { keyOf, wantsTrack } from './addressees.ts'
import type { PublishEffects } from './effects.ts'
import { dispatchTo } from './publish.ts'
import { reachable } from './reachable.ts'

/**
 * Queues a notice to everybody whose last edition of the period had a figure this one corrects, once. Returns the ids of
 * the dispatches.
 */
export async function correctEarlier(
  edition: ArchivedEdition,
  effects: PublishEffects,
): Promise<readonly string[]> {
  const { reader } = effects.db
  const holdings = await holdersOfEarlier(reader, edition.id)
  const ids = []
  for (const [editionId, holders] of Map.groupBy(holdings, (one) => one.editionId)) {
    const old = await findEdition(reader, editionId)
    if (old === undefined) continue
    const chain = await chainBetween(old, edition, reader)
    ids.push(...(await enterCorrection({ old, edition, chain, holders }, effects)))
  }
  return ids
}

/** The same on an operator's word: this edition was wrong, and whoever got it is told of every figure beyond the bars. */
export async function correctOnWord(
  old: ArchivedEdition,
  edition: ArchivedEdition,
  effects: PublishEffects,
): Promise<readonly string[]> {
  const holders = await holdersOf(effects.db.reader, old.id)
  return enterCorrection({ old, edition, chain: undefined, holders }, effects)
}

async function enterCorrection(
  {
    old,
    edition,
    chain,
    holders,
  }: {
    readonly old: ArchivedEdition
    readonly edition: ArchivedEdition
    readonly chain: Chain
    readonly holders: readonly Reached[]
  },
  effects: PublishEffects,
): Promise<readonly string[]> {
  const bars = effects.settings.alerts.corrections
  const changes = wrongFigures(old.findings, edition.findings, { bars, chain })
  const held = new Set(holders.map(keyOf))
  const readers = (await reachable(effects)).filter(
    (one) =>
      held.has(keyOf(one)) && changes.some(({ track }) => wantsTrack(one, track, edition.findings)),
  )
  if (readers.length === 0) return []
  const notice: CorrectionNotice = {
    kind: 'correction',
    oldSha256: old.sha256,
    newSha256: edition.sha256,
    changes,
  }
  const key = `correction:${old.sha256}:${edition.sha256}`
  return [
    await dispatchTo(readers, { key, kind: 'correction', editionId: edition.id, notice }, effects),
  ]
}

/** Editions of one period come night by night for a year at most before the period is another one. */
const LONGEST_CHAIN = 400

/** What changed from one edition to another, by what each edition on the way says of the one before it. */
async function chainBetween(
  old: ArchivedEdition,
  edition: ArchivedEdition,
  reader: Reader,
): Promise<Chain> {
  const steps = []
  let changes = edition.findings.changes.samePeriod
  while (!isLacking(changes) && steps.length < LONGEST_CHAIN) {
    steps.push(changes)
    if (await saysTheSame(reader, changes.edition, old.sha256)) return steps
    changes = (await changesOfEdition(reader, changes.edition)) ?? { lacking: 'first-edition' }
  }
  return undefined
}
