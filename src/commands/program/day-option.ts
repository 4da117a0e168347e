import { InvalidArgumentError, Option } from 'commander'
import { parseCalendarDate } from '../../model/calendar-date.ts'

export function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const day = parseCalendarDate(text)
    if (day === undefined) throw new InvalidArgumentError('Write a day that exists, as 2023-07-31.')
    return day
  })
}
