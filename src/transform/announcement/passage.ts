import type { Where } from '../../model/announced-event.ts'

/** A title or a body; `plain` has the same offsets as `text` (normalise.ts). */
export interface Passage {
  readonly where: Where
  readonly text: string
  readonly plain: string
  /** `plain` with what stands in brackets blotted out. */
  readonly masked: string
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** A value read from a text, with where it stands and the rule that read it. */
export interface Found<T> extends Span {
  readonly where: Where
  readonly rule: string
  readonly value: T
}

/** Stands for a character inside brackets. */
export const BLOT = '\ue000'

const LONGEST_BRACKET = 80
const BRACKETED = new RegExp(`\\([^()]{0,${LONGEST_BRACKET}}\\)`, 'g')

/** The same length, brackets and what is in them blotted out. */
export function maskBrackets(plain: string): string {
  return plain.includes('(')
    ? plain.replace(BRACKETED, (inside) => BLOT.repeat(inside.length))
    : plain
}

/** The words of a span as a finding, without the blanks around them. */
export function findingAt(passage: Passage, span: Span, rule: string): Found<string> {
  const written = passage.text.slice(span.start, span.end)
  const start = span.start + written.length - written.trimStart().length
  const value = written.trim()
  return { value, start, end: start + value.length, where: passage.where, rule }
}
