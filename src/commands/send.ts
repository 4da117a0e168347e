import { editionKey } from '../load/dispatches.ts'
import { finishRun, startRun } from '../load/runs.ts'
import type { Delivered } from '../publish/deliver-open.ts'
import type { PublishEffects } from '../publish/effects.ts'
import { dispatchTo, planOf, publish } from '../publish/publish.ts'
import type { Live } from '../runtime/live.ts'
import { goPublishing } from '../runtime/publish.ts'
import { checkMail, mailOf } from './check-mail.ts'
import { attemptTeller, tellDelivered } from './delivery-words.ts'
import { editionsOf } from './editions.ts'
import { refuseHeld, release } from './held-editions.ts'
import type { SendOptions } from './options.ts'
import { checkLetters, type EditionPlan, rehearse } from './rehearse.ts'
import { resolveDelivery } from './resolve-delivery.ts'
import { EXIT, type ExitCode, type Terminal } from './terminal.ts'

interface Surroundings {
  readonly live: Live
  readonly terminal: Terminal
}

/** Sends editions to those who have not got them, or does one of the things around it. */
export async function send(options: SendOptions, around: Surroundings): Promise<ExitCode> {
  const { live, terminal } = around
  const { edition: names = [], json = false } = options
  const effects = await goPublishing(live, attemptTeller(terminal, json))
  if (options.check === true) return checkMail(effects, terminal)
  if (options.due === true) return deliver('all', options, { ...around, effects })
  if (options.release !== undefined) return release(options, around)
  const editions = await editionsOf(names, live)
  if (options.resolve !== undefined) return resolveDelivery(editions, options, around)
  await refuseHeld(editions, live)
  const plans: EditionPlan[] = []
  for (const edition of editions) plans.push({ edition, readers: await planOf(edition, effects) })
  for (const plan of plans) await checkLetters(plan, effects)
  if (options.dryRun === true) return rehearse(plans, { json, terminal })
  const ids = []
  for (const plan of plans) ids.push(await enter(plan, options, effects))
  return deliver(ids, options, { ...around, effects })
}

/** Queues the edition for whoever has not got it; a run for failed ones queues nobody new. */
function enter(
  { edition, readers }: EditionPlan,
  { only }: SendOptions,
  effects: PublishEffects,
): Promise<string> {
  const isNew = ({ decision }: { readonly decision: string }): boolean =>
    only !== 'failed' && decision === 'send'
  return dispatchTo(
    readers.filter(isNew).map(({ addressee }) => addressee),
    { key: editionKey(edition.sha256), kind: 'edition', editionId: edition.id },
    effects,
  )
}

/** Sends what is open of these dispatches, as one run. */
async function deliver(
  ids: readonly string[] | 'all',
  { only, json = false }: Pick<SendOptions, 'only' | 'json'>,
  { effects, live, terminal }: Surroundings & { readonly effects: PublishEffects },
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
