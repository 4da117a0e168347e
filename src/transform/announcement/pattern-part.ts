import { weightOf } from './unit-weights.ts'

/** Characters, some perhaps twice; undefined is any character at all. */
export type Units = string | undefined

/** What can be told of every text a pattern fits, without trying it. */
export interface PatternUnits {
  /** One of these stands in it. */
  readonly needed: Units
  /** It begins with one of these, where the pattern is bound to the beginning of a text. */
  readonly first: Units
  /** It ends with one of these, where the pattern is bound to the end. */
  readonly last: Units
}

/** A part of a pattern, and what it takes from a text. */
export interface Part extends PatternUnits {
  readonly mayBeEmpty: boolean
  /** It only looks. */
  readonly takesNothing: boolean
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
}

export const NOTHING: Part = {
  needed: undefined,
  first: '',
  last: '',
  mayBeEmpty: true,
  takesNothing: true,
  isAtStart: false,
  isAtEnd: false,
}
export const START: Part = { ...NOTHING, isAtStart: true }
export const END: Part = { ...NOTHING, isAtEnd: true }

export function oneOfUnits(units: Units): Part {
  return {
    needed: units,
    first: units,
    last: units,
    mayBeEmpty: false,
    takesNothing: false,
    isAtStart: false,
    isAtEnd: false,
  }
}

export function optional(part: Part): Part {
  return { ...part, needed: undefined, mayBeEmpty: true, isAtStart: false, isAtEnd: false }
}

export function oneOfParts(parts: readonly Part[]): Part {
  return parts.reduce((a, b) => ({
    needed: union(a.needed, b.needed),
    first: union(a.first, b.first),
    last: union(a.last, b.last),
    mayBeEmpty: a.mayBeEmpty || b.mayBeEmpty,
    takesNothing: a.takesNothing && b.takesNothing,
    isAtStart: a.isAtStart && b.isAtStart,
    isAtEnd: a.isAtEnd && b.isAtEnd,
  }))
}

export function after(a: Part, b: Part): Part {
  return {
    needed: rarer(a.needed, b.needed),
    first: a.mayBeEmpty ? union(a.first, b.first) : a.first,
    last: b.mayBeEmpty ? union(a.last, b.last) : b.last,
    mayBeEmpty: a.mayBeEmpty && b.mayBeEmpty,
    takesNothing: a.takesNothing && b.takesNothing,
    isAtStart: a.isAtStart || (a.takesNothing && b.isAtStart),
    isAtEnd: b.isAtEnd || (b.takesNothing && a.isAtEnd),
  }
}

export function union(a: Units, b: Units): Units {
  return a === undefined || b === undefined ? undefined : a + b
}

/** Of two sets the one that fewer texts have something of. */
function rarer(a: Units, b: Units): Units {
  if (a === undefined || b === undefined) return a ?? b
  return weightOf(a) <= weightOf(b) ? a : b
}
