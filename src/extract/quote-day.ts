/** When the mainland exchanges close: what a quote says before is no close. */
const CLOSE = '15:00:00'

/** Why a quote cannot be the bar of a day; none when it can. */
export function quoteDayProblems(
  { day, time }: { readonly day: string; readonly time: string },
  covers: string,
): readonly string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}:\d{2}$/.test(time))
    return [`"${`${day} ${time}`.slice(0, 40)}" is no time of a quote`]
  if (day !== covers) return [`the quote is of ${day}, not of ${covers}`]
  return time < CLOSE ? [`the quote is of ${time}, before the close`] : []
}
