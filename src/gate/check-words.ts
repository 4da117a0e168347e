import { isNumber, reads } from './compare-figure.ts'
import { type KnownFigure, type KnownFigures, nameOf, parentOf } from './known-figures.ts'
import { isDate, readDates, TAKEN } from './read-dates.ts'
import { type PrintedNumber, readNumbers } from './read-numbers.ts'
import type { PrintedWords } from './read-page.ts'
import type { GateReason } from './reason.ts'

/** What digits in words may be, besides figures. */
export interface KnownWords {
  readonly figures: KnownFigures
  /** The program's own words that have digits in them, as “1.5 m or more”. */
  readonly fixed: readonly string[]
  /** Texts of figures that were checked: a sentence may say them again. */
  readonly told: ReadonlySet<string>
}

/** Parts of the findings that a section speaks of outside of rows with figures. */
const SPEAKS_OF: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^#chart-|^letter$/, ['policies']],
  [/^#tracks$/, ['rules.secondary.shift_sessions']],
  [/^#deals$/, ['deals', 'investorShift.recorded']],
  [/^#exclusions$/, ['amounts', 'exclusions']],
  [/^#method$/, ['benchmark', 'caps']],
  [/^#data$/, ['faults', 'sources']],
  [/^#propositions$/, ['propositions']],
  [/^#unicorns$/, ['unicorns']],
  [/^#policies$/, ['policies']],
  [/^#coverage$/, ['lateReporting', 'rules.capture.min_share.value']],
  [/^#transmission$/, ['transmission.eventStudy', 'transmission.family']],
]

/** What the whole edition is of. */
const EDITION = ['period', 'previous', 'yearBefore', 'asOf']

/** The earlier editions it is set against. Where nothing changed since, no figure stands beside their days. */
const EARLIER = [
  'changes.samePeriod.asOf',
  'changes.otherPeriod.asOf',
  'changes.otherPeriod.period',
]

/** Whether every digit outside of figures is part of something known. */
export function checkWords(
  words: readonly PrintedWords[],
  known: KnownWords,
): readonly GateReason[] {
  const given = textsOf(known.figures.all)
  // A bare number that stands somewhere could be anything.
  const phrases = [...known.told].filter((text) => /\d/.test(text) && /[\p{L}%¥]/u.test(text))
  phrases.sort((one, other) => other.length - one.length)
  const seen = new Map<string, readonly GateReason[]>()
  return words.flatMap((one) => {
    if (!/\d/.test(one.text)) return []
    const key = JSON.stringify(one)
    const reasons = seen.get(key) ?? checkText(one, known, { given, phrases })
    seen.set(key, [])
    return reasons
  })
}

function checkText(
  words: PrintedWords,
  known: KnownWords,
  { given, phrases }: Readonly<Record<'given' | 'phrases', readonly string[]>>,
): readonly GateReason[] {
  const { text, place, beside } = words
  if (isHost(words) || known.told.has(text)) return []
  const around = figuresAround(words, known.figures)
  // In a row with figures only its own names may stand.
  const names = beside.length > 0 ? textsOf(around) : given
  const { days, periods, rest } = readDates(
    // A short name may stand by chance in what is known as a whole, such as the hash of an edition.
    without(without(without(text, known.fixed), names), phrases),
  )
  const dates = new Set(around.flatMap(({ value }) => (isDate(value) ? [value] : [])))
  const numbers = readNumbers(rest)
  // Events of a chart are told apart by numbers before their days.
  const unknown = isNumbering(numbers, days.length)
    ? []
    : numbers.filter((number) => !isKnown(number, words, { known, around }))
  return [
    ...[...days, ...periods]
      .filter((date) => !dates.has(date))
      .map(
        (date): GateReason => ({
          check: 'date',
          where: place,
          says: `"${text}" speaks of ${date}; nothing it is about does`,
        }),
      ),
    ...unknown.map(
      (number): GateReason => ({
        check: 'number',
        where: place,
        says: `${number.text} in "${text}" belongs to no figure`,
      }),
    ),
  ]
}

/** What words can be about: the figures beside them, else the section they stand in, and always the edition. */
function figuresAround(
  { beside, place }: PrintedWords,
  figures: KnownFigures,
): readonly KnownFigure[] {
  const spoken = SPEAKS_OF.filter(([where]) => where.test(place)).flatMap(([, paths]) => paths)
  const isAlone = beside.length === 0 || isChart(place)
  const earlier = beside.every((path) => path.startsWith('changes.')) ? EARLIER : []
  const paths = [...beside.map(ownerOf), ...(isAlone ? [...spoken, ...EDITION] : []), ...earlier]
  return [...new Set(paths)].flatMap(figures.under)
}

function isChart(place: string): boolean {
  return place.startsWith('#chart-')
}

const LINE = /^(?:deals|exclusions|claims|forecasts|propositions)\.[^.]+/

/** The whole a figure is a part of: its line, else what stands directly above it. A track, or a list, would be too much. */
function ownerOf(path: string): string {
  const line = LINE.exec(path)?.[0]
  if (line !== undefined) return line
  const figure = path.replace(/(?:\.value)?(?:\.low|\.high)?$/, '')
  const owner = parentOf(figure)
  return /^tracks\.[^.]+$/.test(owner) || /^\d+$/.test(nameOf(figure)) ? figure : owner
}

/** Where a link leads, said without its path. */
function isHost({ text, href }: PrintedWords): boolean {
  return URL.canParse(href) && new URL(href).hostname.replace(/^www\./, '') === text
}

function isKnown(
  number: PrintedNumber,
  { lines, place }: PrintedWords,
  { known, around }: { readonly known: KnownWords; readonly around: readonly KnownFigure[] },
): boolean {
  const isCount = [lines, known.figures.count(place.slice(1))].some(
    (n) => n > 0 && number.value.eq(n),
  )
  return isCount || around.some((one) => isNumber(one) && reads(number, one))
}

/** 1, 2, 3 … */
function isNumbering(numbers: readonly PrintedNumber[], count: number): boolean {
  return (
    count > 0 &&
    numbers.length === count &&
    numbers.every(({ value }, index) => value.eq(index + 1))
  )
}

/** Texts with digits that are no figures: names, codes, amounts as others printed them. The longest first. */
function textsOf(figures: readonly KnownFigure[]): readonly string[] {
  const texts = figures.flatMap((one): readonly string[] => {
    const { id, value } = one
    const isText = typeof value === 'string' && /\d/.test(value) && !isDate(value)
    return isText && (!isNumber(one) || nameOf(id) === 'code') ? [value] : []
  })
  return [...new Set(texts)].sort((one, other) => other.length - one.length)
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
