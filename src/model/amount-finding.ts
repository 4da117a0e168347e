/** Amounts that went the same way. */
export interface AmountLine {
  /** As of an excluded deal; or what an amount is that is no deal's: `retrospective`, `said-again`, `unreadable`, … */
  readonly reason: string
  /** Of the deal; `none`: it is no deal's. */
  readonly kind: string
  readonly status: string
  readonly n: number
}

/** Every amount seen in what was published in the period, and where it went. */
export interface AmountLedger {
  /** As tallied while texts and rows were loaded. */
  readonly seen: number
  /** In deals that count. */
  readonly counted: number
  readonly inLedger: number
  /** Currencies whose two sides differ, in number or in bounds; none: they balance. `XXX`: unreadable. */
  readonly off: readonly string[]
  /** Texts nobody has looked through for amounts yet. */
  readonly unread: number
  /** What is in the ledger, by reason, kind and status. */
  readonly lines: readonly AmountLine[]
}
