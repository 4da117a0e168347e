/** A number as exact decimal text (`'0.3379'`, `'4117000000.00'`). Never a float: sums of money must close to the fen. */
export type DecimalText = string

/** Bounds of something only partly known; `low` and `high` are equal when it is exact. */
export interface Interval {
  readonly low: DecimalText
  readonly high: DecimalText
}

/** What stands where a figure cannot be given: a code the message catalogue explains, with its figures. */
export interface Lacking {
  readonly lacking: string
  readonly details?: Readonly<Record<string, string | number>>
}

export interface Names {
  readonly zh: string
  readonly en: string
}

export type Known<T> = T | Lacking
