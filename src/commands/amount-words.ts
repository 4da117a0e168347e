import type { AmountBalance, AmountsOff } from '../load/amount-balance.ts'
import { counted } from './counted.ts'
import { shortened } from './shortened.ts'

const SHOWN = 10

/** What is wrong with the ledger of amounts, and what to do. */
export function needsOfAmounts({
  off,
  dealsWithoutEntry,
  unread,
}: AmountBalance): readonly string[] {
  return [
    ...(unread === 0
      ? []
      : [
          `amounts: ${counted(unread, 'text')} from before the ledger of amounts was kept; feastgap replay looks through them`,
        ]),
    ...shortened(off.map(offInWords), SHOWN, ' that do not balance'),
    ...(dealsWithoutEntry.length === 0
      ? []
      : [
          `amounts: deals ${dealsWithoutEntry.slice(0, SHOWN).join(', ')} count an amount nobody told of; feastgap replay reads the texts again`,
        ]),
  ]
}

function offInWords({ run, month, currency, seen, counted, inLedger }: AmountsOff): string {
  return `amounts: the ledger of ${month} in ${currency}${run === null ? '' : ` (run ${run})`} does not balance: ${seen} seen, ${counted} in deals that count, ${inLedger} in the ledger, or their sums differ; feastgap replay reads the texts again, feastgap import a file`
}
