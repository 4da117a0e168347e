import type { Found, Passage, Span } from './passage.ts'

const DAY = /(?:(?<year>20\d\d)\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号]/
const MAY_DATE = /[月周期]/
const WEEKDAY = /(?:本周|上周|周|星期)(?<weekday>[一二三四五六日天])/
const WEEKDAYS = '日一二三四五六'
const MS_A_DAY = 86_400_000

/** The day a deal was closed or announced on, where the words before its verb say one other than the day of publication. */
export function findDate(
  passage: Passage,
  span: Span,
  publishedAt: string,
): Found<string> | undefined {
  const text = passage.masked.slice(span.start, span.end)
  if (!MAY_DATE.test(text)) return undefined
  const match = DAY.exec(text) ?? WEEKDAY.exec(text)
  const published = match && Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`)
  if (match === null || published === null || Number.isNaN(published)) return undefined
  const time =
    match.groups?.['weekday'] === undefined
      ? namedDay(match, published)
      : lastWeekday(match, published)
  if (time === undefined || time === published) return undefined
  const start = span.start + match.index
  return {
    value: new Date(time).toISOString().slice(0, 10),
    start,
    end: start + match[0].length,
    where: passage.where,
    rule: match.groups?.['weekday'] === undefined ? 'date/day' : 'date/weekday',
  }
}

/** A day so shortly after that of the text is to come. */
const SOON_MS = 90 * MS_A_DAY

/** Without a year: the nearest such day that is not after the text, unless it is to come. */
function namedDay({ groups = {} }: RegExpExecArray, published: number): number | undefined {
  const [month, day] = [Number(groups['month']), Number(groups['day'])]
  const year = Number(groups['year'] ?? new Date(published).getUTCFullYear())
  const time = Date.UTC(year, month - 1, day)
  const read = new Date(time)
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined
  if (groups['year'] !== undefined || time <= published) return time
  return time - published < SOON_MS ? undefined : Date.UTC(year - 1, month - 1, day)
}

function lastWeekday({ groups = {} }: RegExpExecArray, published: number): number {
  const wanted = WEEKDAYS.indexOf((groups['weekday'] ?? '').replace('天', '日'))
  const back = (new Date(published).getUTCDay() - wanted + 7) % 7
  return published - back * MS_A_DAY
}
