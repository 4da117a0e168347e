import type { Span } from './passage.ts'
import { unitsOf } from './pattern-units.ts'
import { weightOf } from './unit-weights.ts'

/** A pattern with a bit of its own in the signs of a text. */
export interface SignedPattern {
  readonly pattern: RegExp
  readonly bit: number
}

/** Patterns that are tried on the same texts. */
export interface SignTable {
  /** A pattern that is tried only where a character stands that all it fits has; made once, when its file is loaded. */
  readonly signed: (pattern: RegExp) => SignedPattern
  /** The bits of all its patterns that may fit a stretch: one walk instead of a search for each. */
  readonly signsIn: (text: string, from: number, till: number) => number
  /** How one of its patterns fits a stretch that is tried by none of the others. */
  readonly matchIn: (rule: SignedPattern, text: string, span: Span) => RegExpExecArray | null
  /** Whether it fits a text. */
  readonly fitsIn: (rule: SignedPattern, text: string) => boolean
}

/** By where a pattern's characters are looked for: its bits, or those of patterns that may fit any text. */
type Bits = Record<'anywhere' | 'start' | 'end' | 'always', number>

const MOST_PATTERNS = 31
const SIGNED: SignedPattern[] = []

/**
 * The signs of a stretch hold for all parts of it; where they are those of `whole` texts, a pattern bound to the start or
 * the end of a text is looked for there, and the signs hold for the stretch alone.
 *
 * What all it fits has is read from the pattern itself, when signs are first asked for: a start that reads no text goes
 * without.
 */
export function signTable(of: 'parts' | 'whole'): SignTable {
  const patterns: SignedPattern[] = []
  const bitsByUnit = new Int32Array(0x10000)
  const bits: Bits = { anywhere: 0, start: 0, end: 0, always: 0 }
  let filled = 0
  const fill = (): void => {
    for (const { pattern, bit } of patterns.slice(filled)) {
      const { at, units } = signOf(pattern, of)
      bits[at] |= bit
      for (const unit of units) bitsByUnit[unit.charCodeAt(0)] = bitsAt(unit, 0) | bit
    }
    filled = patterns.length
  }
  const bitsAt = (text: string, at: number): number => bitsByUnit[text.charCodeAt(at)] ?? 0
  const signsIn = (text: string, from: number, till: number): number => {
    if (filled < patterns.length) fill()
    if (from >= till) return bits.always
    let signs = 0
    for (let at = from; at < till; at++) signs |= bitsAt(text, at)
    signs &= bits.anywhere
    const ends = (bitsAt(text, from) & bits.start) | (bitsAt(text, till - 1) & bits.end)
    return signs | ends | bits.always
  }
  return {
    signed(pattern) {
      if (patterns.length === MOST_PATTERNS) throw new Error('no bit is left for one more pattern')
      const made = { pattern, bit: 1 << patterns.length }
      patterns.push(made)
      SIGNED.push(made)
      return made
    },
    signsIn,
    matchIn: (rule, text, { start, end }) =>
      isSigned(signsIn(text, start, end), rule) ? rule.pattern.exec(text.slice(start, end)) : null,
    fitsIn: (rule, text) => fits(signsIn(text, 0, text.length), rule, text),
  }
}

/** Characters in the middle of a text are so many times as many as those at one end. */
const LENGTH = 8

/** Of what is known of all that a pattern fits, what the fewest texts have. */
function signOf(
  pattern: RegExp,
  of: 'parts' | 'whole',
): { readonly at: keyof Bits; readonly units: string } {
  const { needed, first, last } = unitsOf(pattern)
  const known = [
    { at: 'anywhere' as const, units: needed, length: LENGTH },
    { at: 'start' as const, units: of === 'whole' ? first : undefined, length: 1 },
    { at: 'end' as const, units: of === 'whole' ? last : undefined, length: 1 },
  ].flatMap(({ at, units, length }) =>
    units === undefined ? [] : [{ at, units, weight: weightOf(units) * length }],
  )
  const [rarest] = known.sort((a, b) => a.weight - b.weight)
  return rarest ?? { at: 'always', units: '' }
}

/** Of the patterns that are tried on sentences and their clauses. */
export const { signed, signsIn } = signTable('parts')

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
