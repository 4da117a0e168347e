import { remarkWordings } from '../model/remark.ts'
import { type KnownFigure, type KnownFigures, nameOf } from './known-figures.ts'
import type { PrintedWords } from './page.ts'
import { isDate, isSaid, readDates, TAKEN } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import type { GateReason } from './reason.ts'

/** What digits in words may be, besides figures. */
export interface KnownWords {
  readonly figures: KnownFigures
  /** The program's own words that have digits in them, as “1.5 m or more”. */
  readonly fixed: readonly string[]
  /** What the sentences of the page say as a whole: its labels say them again. */
  readonly sentences: ReadonlySet<string>
}

/**
 * Whether every digit outside of figures is part of something known: the name, text or day its path gives, a name or text of the
 * findings as a whole, or the program's own words.
 */
export function checkWords(
  words: readonly PrintedWords[],
  known: KnownWords,
): readonly GateReason[] {
  return words.flatMap(wordChecker(known))
}

/** The same for one text after the other. */
export function wordChecker(known: KnownWords): (words: PrintedWords) => readonly GateReason[] {
  const names = namesIn(known.figures.all)
  return (words) => (/\d/.test(words.text) ? checkText(words, known, names) : [])
}

function checkText(
  words: PrintedWords,
  { figures, fixed, sentences }: KnownWords,
  names: ReadonlySet<string>,
): readonly GateReason[] {
  const { text, path } = words
  if (path !== '') return checkOwn(words, figures.under(path))
  if (isHost(words) || names.has(text) || text === String(words.lines)) return []
  if (words.isRepeated && sentences.has(text)) return []
  const { days, periods, rest } = readDates(without(text, fixed))
  return [
    ...[...days, ...periods].map(
      (date): GateReason => ({
        check: 'date',
        where: words.place,
        says: `${date} in "${text}" belongs to nothing the rows give`,
      }),
    ),
    ...readNumbers(rest).map(
      (number): GateReason => ({
        check: 'number',
        where: words.place,
        says: `${number.text} in "${text}" belongs to no figure`,
      }),
    ),
  ]
}

/** Whether words are those of their path. */
function checkOwn(
  { text, path, place }: PrintedWords,
  own: readonly KnownFigure[],
): readonly GateReason[] {
  const [only] = own
  const where = `${place} ${path}`
  if (only?.id !== path)
    return [{ check: 'word', where, says: `"${text}" has no text of this path behind it` }]
  const value = String(only.value)
  if (remarkWordings(value).some((wording) => isSaid(text, wording))) return []
  const [told, dates] = [readDates(text), readDates(value)]
  const isOfDates = isDate(value) || dates.days.length + dates.periods.length > 0
  const spoken = [...told.days, ...told.periods].join(', ')
  return [
    {
      check: isOfDates ? 'date' : 'word',
      where,
      says: `"${text}"${spoken === '' ? '' : ` (${spoken})`} is printed, the rows give ${value}`,
    },
  ]
}

/** Where a link leads, said without its path. */
function isHost({ text, href }: PrintedWords): boolean {
  return URL.canParse(href) && new URL(href).hostname.replace(/^www\./, '') === text
}

/** Names and texts with digits; a bare number that stands somewhere could be anything. */
function namesIn(figures: readonly KnownFigure[]): ReadonlySet<string> {
  return new Set(
    figures.flatMap(({ id, value }) => {
      const isName =
        typeof value === 'string' && /\d/.test(value) && /\p{L}/u.test(value) && !isDate(value)
      return isName || nameOf(id) === 'code' ? [String(value)] : []
    }),
  )
}

/** Whether no digits stand in a text but those of the program's own words. */
export function isOwnWords(text: string, fixed: readonly string[]): boolean {
  return !/\d/.test(without(text, fixed))
}

/** Texts are taken out where they stand whole: never a part of a longer number. */
function without(text: string, known: readonly string[]): string {
  let rest = text
  for (const one of known)
    for (let at = rest.indexOf(one); at >= 0; at = rest.indexOf(one, at + 1))
      if (!isWithinNumber(rest, at, at + one.length))
        rest = `${rest.slice(0, at)}${TAKEN}${rest.slice(at + one.length)}`
  return rest
}

function isWithinNumber(text: string, from: number, to: number): boolean {
  return isInNumber(text, from) || isInNumber(text, to)
}

/** Whether a number goes on across this place, as 41.5 and 1,458 do. */
function isInNumber(text: string, at: number): boolean {
  const [left, right] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)]
  return (
    (/\d$/.test(left) && /^(?:\d|[.,]\d)/.test(right)) ||
    (/\d[.,]$/.test(left) && /^\d/.test(right))
  )
}
