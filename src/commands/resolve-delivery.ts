import { decideDelivery } from '../load/decisions.ts'
import { editionKey } from '../load/dispatches.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import { addressKey } from '../model/mail-address.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import type { SendOptions } from './options.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

/** Writes down an operator's word on a delivery nobody knows the end of. */
export async function resolveDelivery(
  editions: readonly ArchivedEdition[],
  { resolve: address = '', as: decision, by, why }: SendOptions,
  { live, terminal }: { readonly live: Live; readonly terminal: Terminal },
): Promise<ExitCode> {
  if (decision === undefined || by === undefined || why === undefined)
    throw new OperatorError(
      'Say what is true, who says so and why: --as resend|arrived --by NAME --why TEXT.',
      { code: 'decision' },
    )
  const [edition, more] = editions
  if (edition === undefined || more !== undefined)
    throw new OperatorError('A word is about one edition: --edition NUMBER.', { code: 'edition' })
  const about = { key: editionKey(edition.sha256), recipient: addressKey(address) }
  const count = await decideDelivery(live.db, about, { decision, by, why }, live.now())
  if (count === 0)
    throw new OperatorError(
      `Nothing of edition ${edition.id} to ${address} waits for a word: only what is unknown does, and what was refused for good with --as resend.`,
      { code: 'decision' },
    )
  say(
    terminal.out,
    decision === 'resend'
      ? `${address}: it is sent again by the next feastgap send --edition ${edition.id}.`
      : `${address}: counted as arrived.`,
  )
  return EXIT.done
}
