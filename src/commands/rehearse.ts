import { openDeliveries } from '../load/deliveries.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import type { PublishEffects } from '../publish/effects.ts'
import { composeParcel, letterOf, postOf } from '../publish/parcels.ts'
import type { PlannedReader } from '../publish/plan-edition.ts'
import { readBack } from '../publish/read-back.ts'
import { counted } from './counted.ts'
import type { SendOptions } from './options.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** An edition and who would get it. */
export interface EditionPlan {
  readonly edition: ArchivedEdition
  readonly readers: readonly PlannedReader[]
}

/**
 * Every letter is written before the first one leaves, and each kind of it read back: one that is too large or says what its
 * edition does not must not be found out halfway.
 */
export async function checkLetters(
  { edition, readers }: EditionPlan,
  effects: PublishEffects,
): Promise<void> {
  const dispatch = {
    id: '0',
    kind: 'edition',
    editionId: edition.id,
    notice: null,
    createdAt: effects.now(),
  } as const
  const checked = new Set<string>()
  for (const { addressee } of readers.filter(({ decision }) => decision === 'send')) {
    const parcel = { writable: { dispatch, edition }, addressee, effects, token: REHEARSED_TOKEN }
    if (addressee.channel === 'mail' && effects.settings.mail !== undefined)
      await composeParcel({ ...parcel, held: REHEARSED }, effects.settings.mail)
    if (addressee.channel !== 'mail') postOf(parcel)
    else if (isNew(checked, JSON.stringify([addressee.lang, addressee.zone, addressee.tracks])))
      readBack(letterOf(parcel), edition, addressee)
  }
}

function isNew(known: Set<string>, key: string): boolean {
  const before = known.size
  return known.add(key).size > before
}

const REHEARSED = { messageId: '<rehearsal@feastgap.invalid>' }
/** As long as a real one. */
const REHEARSED_TOKEN = 'x'.repeat(32)

/** Tells who would get what, in words that cannot be taken for success. */
export function rehearse(
  plans: readonly EditionPlan[],
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): ExitCode {
  for (const plan of plans)
    if (json) for (const line of asObjects(plan)) sayJson(terminal.out, line)
    else for (const line of inWords(plan)) say(terminal.out, line)
  say(
    terminal.err,
    'Dry run: NOTHING WAS SENT. Without --dry-run the readers marked "would get it" get it.',
  )
  return EXIT.rehearsed
}

/** The same for what waits in the ledger. */
export async function rehearseOpen(
  ids: readonly string[] | 'all',
  { only, json = false }: Pick<SendOptions, 'only' | 'json'>,
  { effects, terminal }: { readonly effects: PublishEffects; readonly terminal: Terminal },
): Promise<ExitCode> {
  const { db, now } = effects
  const open = await openDeliveries(db.reader, ids, { which: only ?? 'due', now: now() })
  for (const { dispatchId, recipient, channel } of open)
    if (json) sayJson(terminal.out, { dispatch: dispatchId, recipient, channel, sent: false })
    else say(terminal.out, `would be tried  ${channel} ${recipient}, dispatch ${dispatchId}`)
  say(
    terminal.err,
    `Dry run: NOTHING WAS SENT. Without --dry-run it tries ${counted(open.length, 'delivery', 'deliveries')}.`,
  )
  return EXIT.rehearsed
}

function asObjects({ edition, readers }: EditionPlan): readonly unknown[] {
  return readers.map(({ addressee: { recipient, channel }, decision, why }) => ({
    edition: edition.sha256,
    recipient,
    channel,
    decision,
    why,
    sent: false,
  }))
}

const PLAN_WORDS: Readonly<Record<PlannedReader['decision'], string>> = {
  send: 'would get it ',
  there: 'in the ledger',
  skip: 'does not     ',
}

function inWords({ edition, readers }: EditionPlan): readonly string[] {
  const { id, sha256, period, lang } = edition
  return [
    `Edition ${id} (${sha256.slice(0, 12)}), ${period}, ${lang}:`,
    ...readers.map(({ addressee, decision, why }) => {
      const who = `${addressee.channel} ${addressee.recipient} (${addressee.lang}, ${addressee.zone})`
      return `  ${PLAN_WORDS[decision]}  ${who}${why === '' ? '' : `: ${why}`}`
    }),
  ]
}
