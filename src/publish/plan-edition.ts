import type { Standing } from '../load/dispatches.ts'
import type { ArchivedEdition } from '../load/editions.ts'
import type { RecipientState } from '../load/recipients.ts'
import { isWanted } from '../model/recipients-config.ts'
import type { Addressee } from './addressees.ts'

/** Who gets an edition, and why somebody does not. */
export interface PlannedReader {
  readonly addressee: Addressee
  /** `send`: it has not gone there yet. `there`: the ledger already knows of it. */
  readonly decision: 'send' | 'there' | 'skip'
  readonly why: string
}

/** Decides about every reader and does nothing. */
export function planEdition(
  edition: Pick<ArchivedEdition, 'lang' | 'findings'>,
  addressees: readonly Addressee[],
  known: {
    readonly states: ReadonlyMap<string, RecipientState>
    readonly standings: readonly Standing[]
  },
): readonly PlannedReader[] {
  return addressees.map((addressee) => {
    const state = known.states.get(addressee.recipient)
    const standing = known.standings.find(
      ({ recipient, channel }) =>
        recipient === addressee.recipient && channel === addressee.channel,
    )
    if (standing !== undefined) return { addressee, decision: 'there', why: standing.stage }
    const why = whyNot(addressee, edition, state)
    return { addressee, decision: why === '' ? 'send' : 'skip', why }
  })
}

function whyNot(
  { lang, cadence }: Addressee,
  edition: Pick<ArchivedEdition, 'lang' | 'findings'>,
  state: RecipientState | undefined,
): string {
  if (state?.disabledWhy != null) return state.disabledWhy
  if (lang !== edition.lang) return `reads ${lang}`
  if (!isWanted(cadence, edition.findings.period)) return 'other cadence'
  return ''
}
