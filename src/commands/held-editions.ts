import {
  type HeldEdition,
  type HeldReason,
  releaseEdition,
  standingOf,
} from '../load/edition-checks.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { counted } from './counted.ts'
import { editionsOf } from './editions.ts'
import type { SendOptions } from './options.ts'
import { shortened } from './shortened.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say } from './terminal.ts'
import { reasonInWords } from './write-edition.ts'

/** An edition the gate holds was to be sent. */
class EditionHeld extends Error {
  override readonly name = 'EditionHeld'
  readonly code = 'edition-held'
  readonly retryable = false
}

const MOST_REASONS = 5

/** Throws `EditionHeld` with the reasons, unless all of these may be sent. */
export async function refuseHeld(
  editions: readonly ArchivedEdition[],
  { db }: Pick<Live, 'db'>,
): Promise<void> {
  for (const { id, period, lang } of editions) {
    const { standing, reasons } = await standingOf(db.reader, id)
    if (standing === 'unchecked')
      throw new EditionHeld(
        `Edition ${id} (${period}, ${lang}) was never checked. Render it again: feastgap report --period ${period} --lang ${lang}.`,
      )
    if (standing === 'held')
      throw new EditionHeld(
        `Edition ${id} (${period}, ${lang}) is held:\n${inLines(reasons)}\nPut right what is wrong and render it again, or let it through on your word: feastgap send --release ${id} --by NAME --why TEXT.`,
      )
  }
}

/** Writes down an operator's word that a held edition may be sent. */
export async function release(
  { release: name = '', by, why }: SendOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  if (by === undefined || why === undefined)
    throw new OperatorError('Say who lets it through and why: --by NAME --why TEXT.', {
      code: 'decision',
    })
  for (const { id } of await editionsOf([name], live)) {
    const { reasons } = await standingOf(live.db.reader, id)
    if (!(await releaseEdition(live.db, id, { by, why }, live.now())))
      throw new OperatorError(`Edition ${id} is not held.`, { code: 'edition' })
    say(
      terminal.out,
      `Edition ${id} may be sent, on the word of ${by}, although:\n${inLines(reasons)}`,
    )
    say(terminal.out, `feastgap send --edition ${id} sends it.`)
  }
  return EXIT.done
}

/** Held editions as what needs a person. */
export function needsOfHeld(held: readonly HeldEdition[]): readonly string[] {
  return held.map(
    ({ id, period, asOf, lang, reasons }) =>
      `edition ${id} (${period} as of ${asOf}, ${lang}) is held, ${counted(reasons.length, 'reason')}; feastgap send --release ${id} lets it through:\n${inLines(reasons)}`,
  )
}

function inLines(reasons: readonly HeldReason[]): string {
  return shortened(reasons.map(reasonInWords), MOST_REASONS)
    .map((line) => `    ${line}`)
    .join('\n')
}
