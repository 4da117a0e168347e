/** A pattern with a bit of its own in the signs of a text. */
export interface SignedPattern {
  readonly pattern: RegExp
  readonly bit: number
  /** One of these is in everything the pattern fits. */
  readonly characters: string
}

const MOST_PATTERNS = 31
const BITS_BY_UNIT = new Int32Array(0x10000)
const SIGNED: SignedPattern[] = []

/** A pattern that is tried only on texts with one of these characters; made once, when its file is loaded. */
export function signed(characters: string, pattern: RegExp): SignedPattern {
  if (SIGNED.length === MOST_PATTERNS) throw new Error('no bit is left for one more pattern')
  const made = { pattern, bit: 1 << SIGNED.length, characters }
  for (const character of characters) {
    const unit = character.charCodeAt(0)
    BITS_BY_UNIT[unit] = (BITS_BY_UNIT[unit] ?? 0) | made.bit
  }
  SIGNED.push(made)
  return made
}

/** The bits of all patterns that may fit somewhere in a stretch: one walk instead of a search for each. */
export function signsIn(text: string, from: number, till: number): number {
  let signs = 0
  for (let at = from; at < till; at++) signs |= BITS_BY_UNIT[text.charCodeAt(at)] ?? 0
  return signs
}

export function isSigned(signs: number, { bit }: SignedPattern): boolean {
  return (signs & bit) !== 0
}

/** Whether a pattern fits a text, some part of a stretch with these signs. */
export function fits(signs: number, rule: SignedPattern, text: string): boolean {
  return isSigned(signs, rule) && rule.pattern.test(text)
}

/** How it fits, if it does. */
export function matchOf(signs: number, rule: SignedPattern, text: string): RegExpExecArray | null {
  return isSigned(signs, rule) ? rule.pattern.exec(text) : null
}

export function signedPatterns(): readonly SignedPattern[] {
  return SIGNED
}
