/** Days and periods a text speaks of, and the text without them. */
export interface DatesRead {
  /** YYYY-MM-DD. */
  readonly days: readonly string[]
  /** As the edition names periods: 2023, 2023-H1, 2023-Q2, 2023-06. */
  readonly periods: readonly string[]
  readonly rest: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH = `(?<name>${MONTHS.join('|')})[a-z]*`

interface Form {
  readonly pattern: RegExp
  readonly isDay: boolean
  readonly toText: (groups: Readonly<Record<string, string>>) => string
}

const day: Form['toText'] = ({ year = '', month = '', day: dayOfMonth = '' }) =>
  `${year}-${two(month)}-${two(dayOfMonth)}`
const namedDay: Form['toText'] = ({ year = '', name = '', day: dayOfMonth = '' }) =>
  `${year}-${two(String(MONTHS.indexOf(name) + 1))}-${two(dayOfMonth)}`

/** Every way a day or a period is written in either language, the longest first. */
const FORMS: readonly Form[] = [
  { pattern: /(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日/g, isDay: true, toText: day },
  {
    pattern: new RegExp(`(?<day>\\d{1,2}) ${MONTH} (?<year>\\d{4})`, 'g'),
    isDay: true,
    toText: namedDay,
  },
  { pattern: /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g, isDay: true, toText: day },
  {
    pattern: /(?<year>\d{4}) (?<half>[上下])半年/g,
    isDay: false,
    toText: ({ year = '', half }) => `${year}-H${half === '上' ? 1 : 2}`,
  },
  {
    pattern: /(?<year>\d{4}) 年第 (?<quarter>[1-4]) 季度/g,
    isDay: false,
    toText: ({ year = '', quarter = '' }) => `${year}-Q${quarter}`,
  },
  {
    pattern: /(?<year>\d{4})[- ](?<part>[HQ][1-4])(?!\d)/g,
    isDay: false,
    toText: ({ year = '', part = '' }) => `${year}-${part}`,
  },
  {
    pattern: /(?<year>\d{4})年(?<month>\d{1,2})月/g,
    isDay: false,
    toText: ({ year = '', month = '' }) => `${year}-${two(month)}`,
  },
  {
    pattern: new RegExp(`${MONTH} (?<year>\\d{4})`, 'g'),
    isDay: false,
    toText: ({ year = '', name = '' }) => `${year}-${two(String(MONTHS.indexOf(name) + 1))}`,
  },
  {
    pattern: /(?<year>\d{4})-(?<month>0[1-9]|1[0-2])(?!\d)/g,
    isDay: false,
    toText: ({ year = '', month = '' }) => `${year}-${month}`,
  },
  {
    pattern: /(?<year>\d{4}) 全年|full year (?<later>\d{4})/g,
    isDay: false,
    toText: ({ year, later = '' }) => year ?? later,
  },
]

export function readDates(text: string): DatesRead {
  const days: string[] = []
  const periods: string[] = []
  let rest = text
  for (const { pattern, isDay, toText } of FORMS)
    rest = rest.replaceAll(pattern, (...parts: unknown[]) => {
      const groups = parts.at(-1) as Readonly<Record<string, string>>
      ;(isDay ? days : periods).push(toText(groups))
      return TAKEN
    })
  return { days, periods, rest }
}

/** A day or a period and nothing else. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?|-[HQ][1-4])?$/.test(value)
}

/** Whether a text is this name, text or day in the words of either language: its dates may be said another way. */
export function isSaid(text: string, value: string): boolean {
  if (text === value) return true
  const [told, own] = [readDates(text), readDates(value)]
  if (isDate(value)) return [...told.days, ...told.periods].join() === value && told.rest === TAKEN
  const dates = ({ days, periods }: DatesRead): string => [...days, ...periods].join()
  return dates(told) === dates(own) && withoutMarks(told.rest) === withoutMarks(own.rest)
}

/** Lists and spans have other marks in other languages. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/、|, /g, ',')
    .replaceAll(/\s*(?:\.\.|–|至| to )\s*/g, '–')
    .trim()
}

/** Stands where something was read, so that what was left and right of it does not grow together. */
export const TAKEN = '·'

function two(digits: string): string {
  return digits.padStart(2, '0')
}
