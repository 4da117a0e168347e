import type { Say } from './messages/catalogue.ts'

const CALENDAR = /^(?<year>\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?$/
const RANGE = /^(?<from>\d{4}-\d{2}-\d{2})\.\.(?<to>\d{4}-\d{2}-\d{2})$/

/** A period's id as people say it: 2023-H1 is 2023 上半年. Other texts, as publishers print them, stay as they are. */
export function periodInWords(id: string, say: Say): string {
  const { from, to } = RANGE.exec(id)?.groups ?? {}
  if (from !== undefined && to !== undefined) return say('period.range', { from, to })
  const { year, half, quarter, month } = CALENDAR.exec(id)?.groups ?? {}
  if (year === undefined) return id
  if (half !== undefined) return say('period.half', { year, half })
  if (quarter !== undefined) return say('period.quarter', { year, quarter })
  if (month !== undefined) return monthInWords(Number(year), Number(month), say)
  return say('period.year', { year })
}

function monthInWords(year: number, month: number, { locale }: Say): string {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(Date.UTC(year, month - 1))
}
