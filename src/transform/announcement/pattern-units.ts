import {
  after,
  END,
  NOTHING,
  oneOfParts,
  oneOfUnits,
  optional,
  type Part,
  type PatternUnits,
  START,
  type Units,
  union,
} from './pattern-part.ts'
import { weightOfOne } from './unit-weights.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'
/** What the classes of one letter stand for. */
const CLASSES: Readonly<Record<string, string>> = {
  d: DIGITS,
  w: `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_`,
  s: ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  n: '\n',
}
const LARGEST_RANGE = 100

/** Reads the source of a pattern. What it does not know it takes for any character, so that it never says too much. */
export function unitsOf(pattern: RegExp): PatternUnits {
  const { part } = readChoice(pattern, 0)
  return {
    needed: part.needed,
    first: part.isAtStart && !part.mayBeEmpty ? part.first : undefined,
    last: part.isAtEnd && !part.mayBeEmpty ? part.last : undefined,
  }
}

type Written = Pick<RegExp, 'source' | 'ignoreCase'>

interface Read {
  readonly part: Part
  readonly end: number
}

/** "a|b|c", up to the end or the bracket that closes it. */
function readChoice(written: Written, from: number): Read {
  const parts: Part[] = []
  let end = from - 1
  do {
    const row = readRow(written, end + 1)
    parts.push(row.part)
    end = row.end
  } while (written.source[end] === '|')
  const [only] = parts
  return { part: parts.length === 1 && only !== undefined ? only : oneOfParts(parts), end }
}

function readRow(written: Written, from: number): Read {
  const { source } = written
  let part = NOTHING
  let at = from
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const next = readItem(written, at)
    const times = timesAt(source, next.end)
    at = next.end + times.length
    part = after(part, /^(?:[*?]|\{0)/.test(times) ? optional(next.part) : next.part)
  }
  return { part, end: at }
}

/** How often what stands before may stand there: "", "+", "{2,8}?". */
function timesAt(source: string, from: number): string {
  if (!'*+?{'.includes(source[from] ?? ' ')) return ''
  return /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(from, from + 12))?.[0] ?? ''
}

function readItem(written: Written, from: number): Read {
  const { source } = written
  switch (source[from]) {
    case '(':
      return readGroup(written, from)
    case '[':
      return readClass(written, from)
    case '^':
      return { part: START, end: from + 1 }
    case '$':
      return { part: END, end: from + 1 }
    case '.':
      return { part: oneOfUnits(undefined), end: from + 1 }
    case '\\': {
      const { units, end } = readUnit(source, from)
      const isBoundary = units === undefined && /[bB]/.test(source[end - 1] ?? '')
      return { part: isBoundary ? NOTHING : oneOfUnits(inCases(units, written)), end }
    }
    default:
      return readWord(written, from)
  }
}

const WORD = /[^\\^$.|?*+()[\]{}]+(?![*+?{])|[\s\S]/y

/** Characters that stand for themselves, all but one that is followed by how often it may stand there. */
function readWord(written: Written, from: number): Read {
  WORD.lastIndex = from
  const word = WORD.exec(written.source)?.[0] ?? ''
  const end = from + word.length
  if (word.length === 1) return { part: oneOfUnits(inCases(word, written)), end }
  const part = oneOfUnits(inCases(rarestOf(word), written))
  const [first, last] = [inCases(word[0], written), inCases(word.at(-1), written)]
  return { part: { ...part, first, last }, end }
}

function rarestOf(word: string): string {
  let rarest = ''
  for (const unit of word)
    if (rarest === '' || weightOfOne(unit) < weightOfOne(rarest)) rarest = unit
  return rarest
}

const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>|-?i:))?/y

function readGroup(written: Written, from: number): Read {
  OPENING.lastIndex = from
  const opening = OPENING.exec(written.source)?.[0] ?? '('
  const { part, end } = readChoice(written, from + opening.length)
  return { part: asGroup(part, opening), end: end + 1 }
}

/** What looks ahead or behind takes nothing; what must not stand there tells nothing. */
function asGroup(part: Part, opening: string): Part {
  if (opening.endsWith('=')) return { ...NOTHING, needed: part.needed }
  return opening.endsWith('!') ? NOTHING : part
}

function readClass(written: Written, from: number): Read {
  const { source } = written
  const isNegative = source[from + 1] === '^'
  let units: Units = isNegative ? undefined : ''
  let at = from + (isNegative ? 2 : 1)
  while (source[at] !== ']') {
    const low = readUnit(source, at)
    const isRange = source[low.end] === '-' && source[low.end + 1] !== ']'
    const high = isRange ? readUnit(source, low.end + 1) : low
    at = high.end
    units = union(units, isRange ? unitsBetween(low.units, high.units) : low.units)
  }
  return { part: oneOfUnits(inCases(units, written)), end: at + 1 }
}

function unitsBetween(low: Units = '', high: Units = ''): Units {
  const [from, till] = [low.charCodeAt(0), high.charCodeAt(0)]
  if (till - from > LARGEST_RANGE) return undefined
  let units = ''
  for (let code = from; code <= till; code++) units += String.fromCharCode(code)
  return units
}

/** One character as written, with its escape if it has one. */
function readUnit(source: string, from: number): { readonly units: Units; readonly end: number } {
  const unit = source[from] ?? ''
  if (unit !== '\\') return { units: unit, end: from + 1 }
  const escaped = source[from + 1] ?? ''
  if (escaped === 'u') {
    const code = Number.parseInt(source.slice(from + 2, from + 6), 16)
    return { units: String.fromCharCode(code), end: from + 6 }
  }
  const isNamed = /[a-zA-Z]/.test(escaped)
  return { units: isNamed ? CLASSES[escaped] : escaped, end: from + 2 }
}

function inCases(units: Units, { ignoreCase }: Written): Units {
  if (units === undefined || !ignoreCase) return units
  return units.toLowerCase() + units.toUpperCase()
}
