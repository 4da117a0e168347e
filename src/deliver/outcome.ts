/** How far a conversation had come: `reply` is the time after the last byte of the message. */
export type Step = 'connect' | 'login' | 'envelope' | 'body' | 'reply'

/**
 * How one attempt ended. `accepted`: the other side said so. `refused_temp`: it did not take the message now, or the
 * message never left whole. `refused_perm`: it will not take this message. `unknown`: the last byte left and no answer
 * came, so nobody can tell (RFC 1047).
 */
export interface Outcome {
  readonly stage: 'accepted' | 'refused_temp' | 'refused_perm' | 'unknown'
  readonly step: Step
  /** What the other side or the network said, in one line, without secrets. */
  readonly reply: string
  /** The address itself is wrong (RFC 3463, 5.1.x and 5.2.1): nothing should be sent there again. */
  readonly isBadAddress: boolean
}

/** Resolves once the ledger knows that the last byte may leave from now on; throws when it must not. */
export type BeforeLastByte = () => Promise<void>

/** Before the envelope nothing depends on who the message is for: such a failure is met by every message alike. */
export function isSessionFailure({ stage, step }: Outcome): boolean {
  return stage !== 'accepted' && (step === 'connect' || step === 'login')
}
