import { isFigure, isNumber } from './compare-figure.ts'
import { type KnownFigure, type KnownFigures, nameOf, parentOf } from './known-figures.ts'
import type { PrintedFigure } from './page.ts'
import { isDate, readDates } from './read-dates.ts'
import { readNumbers } from './read-numbers.ts'
import type { GateReason } from './reason.ts'

/** Says the word a page has for a code of the findings, as `verdict` and `yes`; undefined: it has none. */
export type SayCode = (group: string, code: string) => string | undefined

/** Whether every figure of a page is the one its path gives. */
export function checkFigures(
  printed: readonly PrintedFigure[],
  figures: KnownFigures,
  say: SayCode,
): readonly GateReason[] {
  return printed.flatMap((one) => checkFigure(one, figures, say) ?? [])
}

function checkFigure(
  { path, text, place }: PrintedFigure,
  figures: KnownFigures,
  say: SayCode,
): GateReason | undefined {
  const where = `${place} ${path}`
  const own = figures.under(path)
  if (own.length === 0)
    return { check: 'figure', where, says: `"${text}" has no figure of this path behind it` }
  const [only] = own
  if (only?.id === path && !isNumber(only)) return checkText(text, only, { where, say })
  const { days, periods, rest } = readDates(text)
  const numbers = readNumbers(rest)
  const unknown = datesBeyond([...days, ...periods], path, figures)
  if (unknown.length > 0)
    return {
      check: 'date',
      where,
      says: `"${text}" speaks of ${unknown.join(', ')}, the figure does not`,
    }
  if (numbers.length === 0) return checkSilence(text, own, where)
  if (isFigure(path, numbers, figures)) return undefined
  return { check: 'figure', where, says: `"${text}" is printed, the rows give ${inWords(own)}` }
}

/** Dates that are not those of the figure, each once, or of what stands beside it. */
function datesBeyond(
  dates: readonly string[],
  path: string,
  figures: KnownFigures,
): readonly string[] {
  const [own, beside] = [path, parentOf(path)].map((one) => datesIn(figures.under(one)))
  const left = [...(own === undefined || own.length === 0 ? (beside ?? []) : own)]
  return dates.filter((date) => {
    const at = left.indexOf(date)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function datesIn(figures: readonly KnownFigure[]): readonly string[] {
  return figures.flatMap(({ value }) => (isDate(value) ? [value] : []))
}

const BOUNDS: ReadonlySet<string> = new Set(['low', 'high'])

/** Where no number stands, there is none to be told: it is unknown, or nothing. */
function checkSilence(
  text: string,
  own: readonly KnownFigure[],
  where: string,
): GateReason | undefined {
  const isLacking = own.some(({ id }) => nameOf(id) === 'lacking')
  const bounds = own.filter(({ id }) => BOUNDS.has(nameOf(id)))
  const told = (bounds.length > 0 ? bounds : own).filter(
    (one) => isNumber(one) && Number(one.value) !== 0,
  )
  if (isLacking || told.length === 0) return undefined
  return { check: 'figure', where, says: `"${text}" is printed, the rows give ${inWords(told)}` }
}

/** Which words a text figure may be printed as, by the end of its path. */
const WORDS_OF: readonly (readonly [RegExp, string])[] = [
  [/^tracks\..*\.(?:verdict|onlyAShares)$/, 'verdict'],
  [/^propositions\.\d+\.verdict$/, 'proposition'],
  [/^claims\.\d+\.verdict$/, 'claim'],
  [/^forecasts\.\d+\.outcome$/, 'outcome'],
  [/^transmission\.(?:monthly\.)?tracks\.\d+\.result$/, 'transmission'],
]

function checkText(
  text: string,
  { id, value }: KnownFigure,
  { where, say }: { readonly where: string; readonly say: SayCode },
): GateReason | undefined {
  const group = WORDS_OF.find(([path]) => path.test(id))?.[1]
  const expected = group === undefined ? String(value) : say(group, String(value))
  // A verdict may be followed by what it depends on.
  const isSaid =
    expected !== undefined && (group === 'verdict' ? text.startsWith(expected) : text === expected)
  if (isSaid) return undefined
  return { check: 'word', where, says: `"${text}" is printed, the rows give ${expected ?? value}` }
}

const MOST_TOLD = 3

function inWords(figures: readonly KnownFigure[]): string {
  const told = figures.slice(0, MOST_TOLD).map(({ id, value }) => `${nameOf(id)} ${value}`)
  return `${told.join(', ')}${figures.length > MOST_TOLD ? ', …' : ''}`
}
