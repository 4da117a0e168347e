import type { Span } from '../passage.ts'
import { type SignedPattern, signTable } from '../signs.ts'

/** Of the patterns that are tried on phrases that may name somebody: most names have nothing that any of them fits. */
export const {
  signed: signedName,
  signsIn: signsOfName,
  matchIn,
  fitsIn: fitsName,
} = signTable('whole')

/** How much of a phrase a pattern fits. */
export function lengthOf(rule: SignedPattern, text: string, span: Span): number {
  return matchIn(rule, text, span)?.[0].length ?? 0
}
