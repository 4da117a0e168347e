import type { Span } from '../passage.ts'
import { isSigned, type SignedPattern, signTable } from '../signs.ts'

/** Of the patterns that are tried on phrases that may name somebody: most names have nothing that any of them fits. */
export const { signed: signedName, signsIn: signsOfName } = signTable('whole')

/** How a pattern fits a phrase. */
export function matchIn(
  rule: SignedPattern,
  text: string,
  { start, end }: Span,
): RegExpExecArray | null {
  const signs = signsOfName(text, start, end)
  return isSigned(signs, rule) ? rule.pattern.exec(text.slice(start, end)) : null
}

/** How much of a phrase it fits. */
export function lengthOf(rule: SignedPattern, text: string, span: Span): number {
  return matchIn(rule, text, span)?.[0].length ?? 0
}
