import { isSessionFailure, type Outcome } from '../deliver/outcome.ts'
import { nextAttempt } from '../deliver/retry.ts'
import {
  type DeliveryKey,
  DeliveryLost,
  endDelivery,
  type HeldDelivery,
  markBodySent,
  openDeliveries,
  recoverOrphans,
  takeDelivery,
} from '../load/deliveries.ts'
import { readDispatch } from '../load/dispatches.ts'
import { disableRecipient, type RecipientState } from '../load/recipients.ts'
import { type Addressee, addresseesOf, keyOf } from './addressees.ts'
import type { Attempt, PublishEffects } from './effects.ts'
import { openLanes, type TakingLane } from './parcels.ts'
import { statesOf } from './reachable.ts'
import { readWritable, type Writable } from './write-letter.ts'

/** What a run tried, and why it left the rest. */
export interface Delivered {
  readonly attempts: readonly Attempt[]
  /** Open deliveries to readers who are no longer listed, or not written to any more. */
  readonly left: readonly { readonly recipient: string; readonly why: string }[]
  /** The other side could not be talked to at all, so the run ended early. */
  readonly broken?: string
}

/** So many conversations in a row that came to nothing are enough to stop asking. */
const FAILURES_TO_STOP = 3

interface Round {
  readonly effects: PublishEffects
  readonly queue: DeliveryKey[]
  readonly addressees: ReadonlyMap<string, Addressee>
  readonly states: ReadonlyMap<string, RecipientState>
  readonly writables: Map<string, Promise<Writable>>
  readonly attempts: Attempt[]
  readonly left: { readonly recipient: string; readonly why: string }[]
  failuresInARow: number
  broken: string | undefined
}

/**
 * Tries every open delivery of the dispatches once. Any number of processes may do so at the same time: each delivery is
 * taken by one of them, and its last byte leaves only while it is.
 */
export async function deliverOpen(
  dispatchIds: readonly string[] | 'all',
  which: 'due' | 'failed',
  effects: PublishEffects,
): Promise<Delivered> {
  const { db, now, settings } = effects
  await recoverOrphans(db.reader, { now: now(), alone: db.kind === 'embedded' })
  const round: Round = {
    effects,
    queue: [...(await openDeliveries(db.reader, dispatchIds, { which, now: now() }))],
    addressees: new Map(addresseesOf(settings.recipients).map((one) => [keyOf(one), one])),
    states: await statesOf(effects),
    writables: new Map(),
    attempts: [],
    left: [],
    failuresInARow: 0,
    broken: undefined,
  }
  const lanes = await Promise.allSettled(openLanes(effects).map((lane) => workLane(lane, round)))
  // Only now: a conversation that is cut off by a fault in another lane would leave its outcome unknown.
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  const { attempts, left, broken } = round
  return { attempts, left, ...(broken === undefined ? {} : { broken }) }
}

async function workLane(lane: TakingLane, round: Round): Promise<void> {
  try {
    for (let key = nextFor(lane, round); key !== undefined; key = nextFor(lane, round)) {
      const outcome = await tryDelivery(key, lane, round)
      if (outcome !== undefined && lane.endsAfter(outcome)) leaveRest(lane, round)
    }
  } finally {
    lane.close()
  }
}

function nextFor(lane: TakingLane, { queue, broken, effects }: Round): DeliveryKey | undefined {
  if (effects.isStopped()) return undefined
  const index = queue.findIndex(
    (key) => lane.takes(key) && !(broken !== undefined && key.channel === 'mail'),
  )
  return index < 0 ? undefined : queue.splice(index, 1)[0]
}

/** What was not begun stays queued for the next run. */
function leaveRest(lane: TakingLane, { queue, left }: Round): void {
  const rest = queue.filter((key) => lane.takes(key))
  queue.splice(0, queue.length, ...queue.filter((key) => !lane.takes(key)))
  left.push(...rest.map(({ recipient }) => ({ recipient, why: 'it takes no more for now' })))
}

async function tryDelivery(
  key: DeliveryKey,
  lane: TakingLane,
  round: Round,
): Promise<Outcome | undefined> {
  const { db, now } = round.effects
  const addressee = round.addressees.get(keyOf(key))
  const state = round.states.get(key.recipient)
  const why = addressee === undefined ? 'no longer a recipient' : state?.disabledWhy
  if (addressee === undefined || why != null) {
    round.left.push({ recipient: key.recipient, why: why ?? '' })
    return undefined
  }
  const writable = await writableOf(key.dispatchId, round)
  const { step, reply } = lane.patience
  const held = await takeDelivery(db.reader, key, {
    now: now(),
    until: now().add({ milliseconds: step * STEPS + MARGIN_MS }),
  })
  if (held === undefined) return undefined
  const outcome = await lane.send(
    { writable, addressee, held, effects: round.effects, token: state?.token },
    () =>
      markBodySent(db.reader, held, {
        now: now(),
        until: now().add({ milliseconds: reply + MARGIN_MS }),
      }),
  )
  await settle(held, outcome, round)
  return outcome
}

/** Connecting, greeting, login, envelope and body may each take their time before a lease runs out. */
const STEPS = 5
const MARGIN_MS = 60_000

function writableOf(dispatchId: string, { writables, effects }: Round): Promise<Writable> {
  const known =
    writables.get(dispatchId) ??
    readDispatch(effects.db.reader, dispatchId).then((dispatch) =>
      readWritable(effects.db, dispatch),
    )
  writables.set(dispatchId, known)
  return known
}

async function settle(held: HeldDelivery, outcome: Outcome, round: Round): Promise<void> {
  const { db, now, tell } = round.effects
  const { recipient, channel } = held
  const notBefore = outcome.stage === 'refused_temp' ? nextAttempt(held.attempts, now()) : undefined
  try {
    await endDelivery(db.reader, held, { ...outcome, notBefore }, now())
  } catch (error) {
    if (!(error instanceof DeliveryLost)) throw error
    round.left.push({ recipient, why: 'another process has it in hand' })
    return
  }
  if (outcome.isBadAddress && channel === 'mail')
    await disableRecipient(db.reader, recipient, { why: 'bounced', evidence: outcome.reply }, now())
  const attempt = { ...outcome, recipient, channel, notBefore }
  round.attempts.push(attempt)
  tell(attempt)
  if (channel === 'mail') watchForTrouble(outcome, round)
}

function watchForTrouble(outcome: Outcome, round: Round): void {
  round.failuresInARow = isSessionFailure(outcome) ? round.failuresInARow + 1 : 0
  const isEnough = round.failuresInARow >= FAILURES_TO_STOP
  // A wrong password does not get better by trying: servers lock whoever does.
  if (isEnough || (outcome.step === 'login' && outcome.stage !== 'accepted'))
    round.broken ??= outcome.reply
}
