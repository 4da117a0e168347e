/** What kind of money an investor brings. */
export const INVESTOR_KINDS = [
  'usd-fund',
  'rmb-market',
  'rmb-state',
  'cvc-internet',
  'cvc-industrial',
  'foreign',
  'angel',
  'unknown',
] as const

export type InvestorKind = (typeof INVESTOR_KINDS)[number]

/** What a name alone tells of the kind, and how we know. */
export interface KindReading {
  readonly kind: InvestorKind
  /** Rule that decided; of marks that contradict one another, all of them. */
  readonly rule: string
  readonly confidence: 'high' | 'medium' | 'low'
  /** Why the kind is unknown; only then. */
  readonly reason?: UnknownKindReason
}

export type UnknownKindReason =
  | 'no-mark'
  | 'conflicting-marks'
  /** A house of brokers, insurers or banks, whose money may be anybody's. */
  | 'money-of-others'
  /** A fund with a Latin name: of dollars raised for China, or foreign. */
  | 'latin-fund'
