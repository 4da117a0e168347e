/** Weekdays of a span, at most `most` of them, as `2023-01-04`. */
export function weekdays(from: string, to: string, most = 10): readonly string[] {
  const days: string[] = []
  const last = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0 && days.length < most;
    day = day.add({ days: 1 })
  ) {
    if (day.dayOfWeek <= 5) days.push(day.toString())
  }
  return days
}

/** A whole price that depends on what it is for and on nothing else, so that every answer can be given again. */
export function priceOf(name: string, day: string): number {
  let sum = 7
  for (const character of name + day) sum = (sum * 31 + character.charCodeAt(0)) % 9973
  return 100 + sum
}

export const dashless = (day: string): string => day.replaceAll('-', '')
export const dashed = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** Today in Shanghai. */
export const today = (): string => Temporal.Now.plainDateISO('Asia/Shanghai').toString()

/** Midnight in Shanghai, in milliseconds. */
export function shanghaiMidnight(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('Asia/Shanghai').epochMilliseconds
}
