import { isOwnWords } from './check-words.ts'
import type { KnownFigures } from './known-figures.ts'
import { firstBeyond } from './number-order.ts'
import { readDates } from './read-dates.ts'
import { type PrintedNumber, readNumbers } from './read-numbers.ts'
import type { Page } from './read-page.ts'
import type { GateReason } from './reason.ts'

/**
 * Whether the text twin says of each track what its row on the page says, in the same order, and nothing else; and elsewhere only
 * what a sentence of the page says.
 */
export function checkText(
  text: string,
  page: Page,
  { figures, fixed, lang }: ToldAlike,
): readonly GateReason[] {
  const lines = text.split('\n')
  const names = namesOfTracks(figures, lang)
  const others = lines.filter((line) => !names.some((name) => line.startsWith(name)))
  return [...checkLines(lines, page, { figures, lang }), ...checkOthers(others, page, fixed)]
}

interface ToldAlike {
  readonly figures: KnownFigures
  /** The program's own words that have digits in them. */
  readonly fixed: readonly string[]
  readonly lang: 'zh' | 'en'
}

function namesOfTracks({ all }: KnownFigures, lang: 'zh' | 'en'): readonly string[] {
  const path = new RegExp(`^tracks\\.[^.]+\\.names\\.${lang}$`)
  return all.flatMap(({ id, value }) => (path.test(id) ? [String(value)] : []))
}

/** Sentences stand one below the other, or beside one another with room between them. */
function checkOthers(
  lines: readonly string[],
  { sentences }: Page,
  fixed: readonly string[],
): readonly GateReason[] {
  return lines
    .flatMap((line) => line.split(/ {2,}/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => !sentences.has(sentence) && !isOwnWords(sentence, fixed))
    .map((sentence) => ({
      check: 'text',
      where: 'summary',
      says: `"${sentence}" is not what the page says`,
    }))
}

function checkLines(
  lines: readonly string[],
  page: Page,
  { figures, lang }: Pick<ToldAlike, 'figures' | 'lang'>,
): readonly GateReason[] {
  return figures.all.flatMap(({ id, value }): readonly GateReason[] => {
    const track = new RegExp(`^tracks\\.([^.]+)\\.names\\.${lang}$`).exec(id)?.[1]
    if (track === undefined) return []
    const name = String(value)
    const line = lines.find((one) => one.startsWith(name))
    const where = `summary ${track}`
    if (line === undefined) return [{ check: 'missing', where, says: `"${name}" has no line` }]
    const row = rowOf(track, page)
    const told = readNumbers(readDates(line.slice(name.length)).rest)
    const strange = firstBeyond(told, row)
    if (strange === undefined) return []
    return [
      {
        check: 'text',
        where,
        says: `${strange.text} is not what the page has there: ${line.trim()}`,
      },
    ]
  })
}

/** Numbers of the track's row in the table of tracks. */
function rowOf(track: string, { figures }: Page): readonly PrintedNumber[] {
  const first = `tracks.${track}.secondary.verdict`
  const row = figures.find(
    ({ path, place, beside }) => place === '#tracks' && path === first && beside.length > 2,
  )
  const paths = new Set(row?.beside)
  return figures
    .filter(({ beside, path }) => beside === row?.beside && paths.has(path))
    .flatMap(({ text }) => readNumbers(text))
}
