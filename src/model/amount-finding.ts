/** Amounts that went the same way. */
export interface AmountLine {
  /** As of an excluded deal; or what an amount is that is no deal's: `retrospective`, `said-again`, `unreadable`, … */
  readonly reason: string
  /** Of the deal; `none`: it is no deal's. */
  readonly kind: string
  readonly status: string
  readonly n: number
}

/** Amounts of one month, currency and reason: sums are never to be added across any of these. */
export interface AmountMonth extends AmountLine {
  /** Of publication, `YYYY-MM`. */
  readonly month: string
  /** ISO 4217; `XXX`: unreadable. */
  readonly currency: string
  /** Sums of the bounds as told, whole units of the currency; absent where they are unreadable. */
  readonly low?: string
  readonly high?: string
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
  /** The same by month and currency, with what is in deals that count as reason `counted`: a month's `n` add up to what was seen. */
  readonly months: readonly AmountMonth[]
}
