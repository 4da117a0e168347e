import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { BarRow } from '../../src/model/market-rows.ts'

const FIRST_DAY = Temporal.PlainDate.from('2016-01-04')
const SATURDAY = 6

/** So many working days from the first of 2016 on. */
export function makeSessions(count: number): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = FIRST_DAY; days.length < count; day = day.add({ days: 1 }))
    if (day.dayOfWeek < SATURDAY) days.push(day.toString() as CalendarDate)
  return days
}

/** Made-up bars of one stock, one a session, each with what a source of prices prints. */
export function makeBars(stock: number, sessions: readonly CalendarDate[]): readonly BarRow[] {
  const code = String(600_000 + stock)
  return sessions.map((tradeDate, index) => {
    const cents = 500 + ((stock * 7919 + index * 31) % 9000)
    const price = (change: number): string => ((cents + change) / 100).toFixed(2)
    const volume = 100_000 + ((stock + index * 17) % 5000) * 100
    return {
      source: 'bench',
      code,
      seriesKind: 'stock',
      seriesName: `股票${code}`,
      instrument: `XSHG:${code}`,
      tradeDate,
      open: price(-3),
      high: price(12),
      low: price(-9),
      close: price(0),
      volume: String(volume),
      amountCny: ((volume * cents) / 100).toFixed(2),
      marketCapCny: String(cents * 1_200_000),
      floatCapCny: String(cents * 800_000),
      adjFactor: '1.0342',
    } as BarRow
  })
}
