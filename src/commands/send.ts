import { dispatchesAbout, editionKey } from '../load/dispatches.ts'
import { finishRun, startRun } from '../load/runs.ts'
import { correctEarlier, correctOnWord } from '../publish/correct.ts'
import type { Delivered } from '../publish/deliver-open.ts'
import type { PublishEffects } from '../publish/effects.ts'
import { dispatchTo, planOf, publish } from '../publish/publish.ts'
import { raiseAlerts } from '../publish/raise-alerts.ts'
import type { Live } from '../runtime/live.ts'
import { goPublishing } from '../runtime/publish.ts'
import { checkMail, mailOf } from './check-mail.ts'
import { attemptTeller, tellDelivered } from './delivery-words.ts'
import { editionsOf } from './editions.ts'
import { refuseHeld, release } from './held-editions.ts'
import type { SendOptions } from './options.ts'
import { checkLetters, type EditionPlan, rehearse, rehearseOpen } from './rehearse.ts'
import { resolveDelivery } from './resolve-delivery.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode } from './terminal.ts'

interface Sending extends Surroundings {
  readonly effects: PublishEffects
}

/** Sends editions to those who have not got them, or does one of the things around it. */
export async function send(options: SendOptions, around: Surroundings): Promise<ExitCode> {
  const { live, terminal } = around
  if (options.resolve !== undefined) return resolveDelivery(options.resolve, options, around)
  if (options.release !== undefined) return release(options, around)
  using effects = await goPublishing(live, attemptTeller(terminal, options.json === true))
  if (options.check === true) return await checkMail(effects, terminal)
  const sending = { ...around, effects }
  return options.due === true || options.only === 'failed'
    ? await sendOpen(options, sending)
    : await sendEditions(options, sending)
}

async function sendEditions(options: SendOptions, sending: Sending): Promise<ExitCode> {
  const { effects, live, terminal } = sending
  const editions = await editionsOf(options.edition ?? [], live)
  await refuseHeld(editions, live)
  const plans: EditionPlan[] = []
  for (const edition of editions) plans.push({ edition, readers: await planOf(edition, effects) })
  for (const plan of plans) await checkLetters(plan, effects)
  if (options.dryRun === true) return rehearse(plans, { json: options.json === true, terminal })
  for (const plan of plans) await enter(plan, options, sending)
  return deliver(await dispatchesOf(options, live), options, sending)
}

/**
 * Queues the edition for whoever has not got it, and what else its publication asks for: corrections first, so that none
 * is lost once somebody has the new edition.
 */
async function enter(
  { edition, readers }: EditionPlan,
  { corrects }: SendOptions,
  { effects, live }: Sending,
): Promise<void> {
  const [wrong] = corrects === undefined ? [] : await editionsOf([corrects], live)
  if (wrong !== undefined) await correctOnWord(wrong, edition, effects)
  await correctEarlier(edition, effects)
  await dispatchTo(
    readers.filter(({ decision }) => decision === 'send').map(({ addressee }) => addressee),
    { key: editionKey(edition.sha256), kind: 'edition', editionId: edition.id },
    effects,
  )
  await raiseAlerts(edition, effects)
}

/** Tries what is open, of some editions or of all, and queues nobody new. */
async function sendOpen(options: SendOptions, sending: Sending): Promise<ExitCode> {
  const ids = options.due === true ? 'all' : await dispatchesOf(options, sending.live)
  return options.dryRun === true
    ? rehearseOpen(ids, options, sending)
    : deliver(ids, options, sending)
}

/** Also what an earlier run queued and did not live to send. */
async function dispatchesOf(
  { edition: names = [] }: SendOptions,
  live: Live,
): Promise<readonly string[] | 'all'> {
  if (names.length === 0) return 'all'
  const editions = await editionsOf(names, live)
  return dispatchesAbout(
    live.db.reader,
    editions.map(({ id }) => id),
  )
}

/** Sends what is open of these dispatches, as one run. */
async function deliver(
  ids: readonly string[] | 'all',
  { only, json = false }: Pick<SendOptions, 'only' | 'json'>,
  { effects, live, terminal }: Sending,
): Promise<ExitCode> {
  if (effects.settings.recipients.recipients.length > 0) mailOf(effects)
  const { db, now } = live
  const run = await startRun(db, { command: 'send', arguments: { dispatches: ids }, now: now() })
  const delivered = await publish(ids, { which: only ?? 'due', run }, effects)
  const isWhole = isSuccess(delivered)
  await finishRun(db, { id: run, outcome: isWhole ? 'done' : 'partly', now: now() })
  if (!json) tellDelivered(delivered, terminal)
  return isWhole ? EXIT.done : EXIT.partly
}

function isSuccess({ attempts, broken }: Delivered): boolean {
  return broken === undefined && attempts.every(({ stage }) => stage === 'accepted')
}
