import { decideDelivery, type Undecided, undecidedOf } from '../load/decisions.ts'
import { editionKey } from '../load/dispatches.ts'
import { addressKey } from '../model/mail-address.ts'
import { OperatorError } from '../runtime/errors.ts'
import { editionsOf } from './editions.ts'
import type { SendOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say } from './terminal.ts'

/** Writes down an operator's word on a delivery nobody knows the end of: of an edition, or of anything else that was sent. */
export async function resolveDelivery(
  address: string,
  { edition: names = [], dispatch, as: decision, by, why }: SendOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (decision === undefined || by === undefined || why === undefined)
    throw new OperatorError(
      'Say what is true, who says so and why: --as resend|arrived --by NAME --why TEXT.',
      { code: 'decision' },
    )
  const recipient = addressKey(address)
  const keys = names.length === 0 ? undefined : (await editionsOf(names, live)).map(toKey)
  const waiting = await undecidedOf(live.db.reader, recipient, decision)
  const meant = waiting.filter(
    ({ key, dispatchId }) =>
      (keys?.includes(key) ?? true) && (dispatch === undefined || dispatch === dispatchId),
  )
  const { key } = onlyOne(meant, { address, waiting })
  await decideDelivery(live.db, { key, recipient }, { decision, by, why }, live.now())
  say(
    terminal.out,
    decision === 'resend'
      ? `${address}: it is sent again by the next feastgap send --due.`
      : `${address}: counted as arrived.`,
  )
  return EXIT.done
}

function toKey({ sha256 }: { readonly sha256: string }): string {
  return editionKey(sha256)
}

function onlyOne(
  meant: readonly Undecided[],
  { address, waiting }: { readonly address: string; readonly waiting: readonly Undecided[] },
): Undecided {
  const [one, more] = meant
  if (one !== undefined && more === undefined) return one
  const list = waiting.map((each) => `\n  ${inWords(each)}`).join('')
  throw new OperatorError(
    waiting.length === 0
      ? `Nothing to ${address} waits for a word: only what is unknown does, and what was refused for good with --as resend.`
      : `Say which one with --edition NUMBER or --dispatch NUMBER. To ${address} there wait:${list}`,
    { code: 'decision' },
  )
}

function inWords({ dispatchId, kind, editionId, stage }: Undecided): string {
  const about = editionId === null ? '' : ` of edition ${editionId}`
  return `--dispatch ${dispatchId}: ${kind}${about}, ${stage}`
}
