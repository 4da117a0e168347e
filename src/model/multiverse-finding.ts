import type { DecimalText, Known } from './known.ts'

/** Definitions of one choice on one axis. */
export interface ChoiceCount {
  readonly axis: string
  readonly choice: string
  readonly computed: number
  readonly agree: number
}

/** How far the definitions of a figure agree. */
export interface SignShare {
  /** All combinations of choices. */
  readonly definitions: number
  readonly computed: number
  /** Of the computed ones. */
  readonly agree: number
  /** agree ÷ computed, 0…1. */
  readonly share: Known<DecimalText>
  /** Those that cannot be computed, by the first reason. */
  readonly notComputed: readonly { readonly reason: string; readonly n: number }[]
  readonly choices: readonly ChoiceCount[]
  /** Axes on which one choice alone would bring the share below the bar, and another not. */
  readonly dependsOn: readonly string[]
}

/** The growth gap has no rule it could agree with: what is counted is the sign most definitions give. */
export interface GapShare extends SignShare {
  readonly sign: 'positive' | 'negative' | 'none'
}

export interface TrackMultiverse {
  readonly gap: GapShare
  /** Definitions under which a yes or no of the rule stands; lacking where the rule says neither. */
  readonly secondary: Known<SignShare>
  readonly primary: Known<SignShare>
  /** Both verdicts at once (proposition 1): every definition of one side with every one of the other. */
  readonly both: Known<SignShare>
}
