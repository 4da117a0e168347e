export interface Condition {
  /** Message key; the figures that decided stand in `details`. */
  readonly id: string
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly details: Readonly<Record<string, string | number>>
}

/** `depends`: the rule says yes or no, and too many other definitions say otherwise. */
export type SignatureVerdict = 'yes' | 'between' | 'no' | 'not-judged' | 'depends'

export interface Signature {
  readonly verdict: SignatureVerdict
  /** True when it rests on an outside ceiling while our own capture is below the bar. */
  readonly conditional: boolean
  readonly conditions: readonly Condition[]
}
