import { isOwnWords } from './check-words.ts'
import type { KnownFigures } from './known-figures.ts'
import { firstBeyond } from './number-order.ts'
import type { Page } from './page.ts'
import { readDates } from './read-dates.ts'
import { type PrintedNumber, readNumbers } from './read-numbers.ts'
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
  const tracks = tracksNamed(figures, lang)
  const others = lines.filter((line) => !tracks.some(({ name }) => isLineOf(name, line)))
  return [...checkLines(lines, page, tracks), ...checkOthers(others, page, fixed)]
}

interface ToldAlike {
  readonly figures: KnownFigures
  /** The program's own words that have digits in them. */
  readonly fixed: readonly string[]
  readonly lang: 'zh' | 'en'
}

interface NamedTrack {
  readonly track: string
  readonly name: string
}

function tracksNamed({ all }: KnownFigures, lang: 'zh' | 'en'): readonly NamedTrack[] {
  const path = new RegExp(`^tracks\\.(?<track>[^.]+)\\.names\\.${lang}$`)
  return all.flatMap(({ id, value }) => {
    const track = path.exec(id)?.groups?.['track']
    return track === undefined ? [] : [{ track, name: String(value) }]
  })
}

/** A name may begin another one; after the whole of it there is room. */
function isLineOf(name: string, line: string): boolean {
  return line.startsWith(`${name}  `)
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
  tracks: readonly NamedTrack[],
): readonly GateReason[] {
  return tracks.flatMap(({ track, name }): readonly GateReason[] => {
    const line = lines.find((one) => isLineOf(name, one))
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
  return figures
    .filter(({ beside }) => beside === row?.beside)
    .flatMap(({ text }) => readNumbers(text))
}
