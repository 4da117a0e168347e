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

/** The letter or its sender is what was not wanted (RFC 3463: content, policy, size): the address is as good as before. */
const ABOUT_THE_LETTER = /^5\.(?:[67]\.|3\.4$)/

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
  const isHard = isLost && /^5\./.test(status ?? '') && !ABOUT_THE_LETTER.test(status ?? '')
  return { outcome: isHard ? 'hard' : 'soft', isLost, status, diagnostic }
}
