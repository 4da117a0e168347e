import type { Outcome, Step } from '../outcome.ts'

/** What an SMTP conversation can fail with. */
interface MailFailure {
  readonly code?: string
  /** The reply of the server, when there was one. */
  readonly response?: string
  readonly responseCode?: number
}

/** The mailbox does not exist, its domain does not, or it is switched off (RFC 3463). */
const BAD_ADDRESS = /^5\d\d[ -]5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/

/**
 * The outcome of a conversation that failed. A reply is a reply only when it is whole: after the last byte anything else
 * leaves the outcome unknown, before it the message cannot have been taken.
 */
export function classifyFailure(
  failure: Error & MailFailure,
  step: Step,
  redact: (text: string) => string,
): Outcome {
  const { code, responseCode = 0, response } = failure
  const reply = redact(response ?? [failure.message, code].join(' '))
  const isBadAddress = step !== 'reply' && BAD_ADDRESS.test(response ?? '')
  return { stage: stageOf({ code, responseCode }, step), step, reply, isBadAddress }
}

function stageOf(
  { code, responseCode }: { readonly code: string | undefined; readonly responseCode: number },
  step: Step,
): Outcome['stage'] {
  // nodemailer names the answer to the final dot EMESSAGE; every other failure after the dot is the network's.
  if (step === 'reply' && !(code === 'EMESSAGE' && isRefusal(responseCode))) return 'unknown'
  if (step === 'connect' || step === 'login') return 'refused_temp'
  return isPermanent(responseCode) ? 'refused_perm' : 'refused_temp'
}

function isRefusal(responseCode: number): boolean {
  return responseCode >= 400 && responseCode < 600
}

/** 503 says that the conversation went wrong, not that the message is unwanted. */
function isPermanent(responseCode: number): boolean {
  return responseCode >= 500 && responseCode < 600 && responseCode !== 503
}
