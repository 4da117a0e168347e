import type { ReportedRecipient } from './report.ts'

/** What a bounce means for the address a letter went to. */
export interface JudgedBounce {
  /** `hard`: nothing should be sent there again. `soft`: it is noted. `nothing`: the letter was handed on. */
  readonly outcome: 'hard' | 'soft' | 'nothing'
  /** The letter did not arrive. */
  readonly isLost: boolean
  readonly status: string | undefined
  readonly diagnostic: string
}

/**
 * The letter or its sender was not wanted (content, policy, size), or the mailbox was full (RFC 3463): the address is as
 * good as before.
 */
const ADDRESS_IS_GOOD = /^5\.(?:[67]\.|2\.[23]$|3\.4$)/

/**
 * A letter goes to one address, so a report that names another is about where that one forwards to: one member of a group
 * who is gone does not end the letters to the group.
 */
export function judgeBounce(
  recipients: readonly ReportedRecipient[],
  address: string,
): JudgedBounce {
  const own = recipients.filter(({ original, final }) => original === address || final === address)
  const about = own.length > 0 ? own : recipients
  const told =
    about.find(({ action }) => action === 'failed') ??
    about.find(({ action }) => action === 'delayed')
  if (told === undefined)
    return { outcome: 'nothing', isLost: false, status: undefined, diagnostic: '' }
  const { action, status, diagnostic } = told
  const isLost = action === 'failed' && own.length > 0
  const isHard = isLost && /^5\./.test(status ?? '') && !ADDRESS_IS_GOOD.test(status ?? '')
  return { outcome: isHard ? 'hard' : 'soft', isLost, status, diagnostic }
}
