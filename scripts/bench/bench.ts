/** One thing measured: how long an amount of work took, several times over. */
export interface Measurement {
  readonly what: string
  /** Seconds of each repetition. */
  readonly seconds: readonly number[]
  /** How much work one repetition was. */
  readonly amount: number
  /** Of the work: MB, rows, reports. */
  readonly unit: string
  /** Those that follow are set against this one, until the next. */
  readonly isBaseline?: true
}

/** A bench: a file in this folder that exports one constant, and a line in `registry.ts`. */
export interface Bench {
  /** `npm run bench -- ID` runs it alone. */
  readonly id: string
  readonly title: string
  /** What is measured, on what, by which clock. */
  readonly about: string
  run(): Promise<readonly Measurement[]>
}
