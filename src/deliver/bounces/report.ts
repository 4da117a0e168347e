/** What a delivery status notification says of one recipient (RFC 3464). */
export interface ReportedRecipient {
  /** Addresses in lower case: the one we wrote to, and the one it ended at after forwarding. */
  readonly original: string | undefined
  readonly final: string | undefined
  readonly action: string
  /** Status code of RFC 3463. */
  readonly status: string | undefined
  /** What the other server said, in one line. */
  readonly diagnostic: string
}

/** What a message in the mailbox of bounces is. */
export type Report =
  | {
      readonly kind: 'bounce'
      /** Of the letter that came back; undefined: it does not say. */
      readonly messageId: string | undefined
      readonly recipients: readonly ReportedRecipient[]
    }
  /** A reader told his provider that it was unwanted (RFC 5965). */
  | { readonly kind: 'complaint'; readonly messageId: string | undefined; readonly type: string }
  /** A letter to the address of List-Unsubscribe. */
  | { readonly kind: 'unsubscribe'; readonly token: string }
  | { readonly kind: 'other' }
  /** A text that nobody sent: it has no sender. */
  | { readonly kind: 'no-message' }
