import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import { fail, ok } from '../../model/result.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { monthsOf, type Source } from '../source.ts'

/** `jyrq` is the day, `jybz` "1" where the exchange trades. */
const answer = z.object({ data: z.array(z.object({ jyrq: z.string(), jybz: z.string() })) })
/** Both mainland exchanges trade on the same days. */
const EXCHANGES = ['XSHG', 'XSHE'] as const

/** Shenzhen Stock Exchange, trading days month by month. */
export const szseCalendar: Source<'sessions'> = {
  id: 'szse-calendar',
  title: 'Shenzhen Stock Exchange, trading days',
  homepage: 'https://www.szse.cn/',
  gives: 'Days the mainland exchanges trade',
  terms: 'Legal notice restricts commercial reuse; one request a month.',
  confidence: 'A',
  fallback: ['holiday-cn'],
  loads: 'sessions',
  pace: 1,
  codes: ['month'],

  plan: (span) =>
    monthsOf(span).map((month) => ({
      partition: `month/${month}`,
      covers: month,
      url: `https://www.szse.cn/api/report/exchange/onepersistenthour/monthList?month=${month}`,
      headers: { referer: 'https://www.szse.cn/', accept: 'application/json' },
    })),

  read(page, { partition }) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const month = partition.slice('month/'.length)
    const { data } = parsed.value
    if (data.length === 0) return { end: 'empty' }
    const days = Temporal.PlainYearMonth.from(month).daysInMonth
    // A year that has not been announced yet, or an answer cut off, has fewer days than the month.
    if (data.length !== days)
      return { end: 'broken', why: `${data.length} of ${days} days stand on the page` }
    return readItems(data, ({ jyrq, jybz }) => {
      const sessionOn = parseCalendarDate(jyrq)
      if (sessionOn === undefined || !jyrq.startsWith(month))
        return fail(`"${jyrq.slice(0, 20)}" is no day of ${month}`)
      if (jybz !== '0' && jybz !== '1')
        return fail(`"${jybz.slice(0, 20)}" says neither open nor closed`)
      return ok(jybz === '1' ? EXCHANGES.map((exchange) => ({ exchange, sessionOn })) : [])
    })
  },
}
