import { z } from 'zod'
import { toCalendarDate } from '../../model/calendar-date.ts'
import type { BarRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { checkItem } from '../check-item.ts'
import { meanPriceProblems } from '../mean-price.ts'
import { readItems } from '../read-items.ts'
import { type Source, yearsOf } from '../source.ts'
import { readThsOfficial, THS_OFFICIAL, thsOfficialAddress } from '../ths-official.ts'

const cell = z.string().nullable()
const bar = z.object({
  date_ms: z.string(),
  open_price: cell,
  high_price: cell,
  low_price: cell,
  close_price: cell,
  volume: cell,
  turnover: cell,
})
const BEIJING = 'Asia/Shanghai'

/** 同花顺 official API, history of boards: about five years; older windows are empty and say so. */
export const thsOfficialHistory: Source<'bars'> = {
  ...THS_OFFICIAL,
  id: 'ths-official-history',
  title: 'THS official API, history of boards',
  gives: 'Daily bars of concept boards of the last five years; volume in shares, turnover in yuan',
  fallback: ['ths-boards'],
  loads: 'bars',
  codes: ['885728', '886019'],
  standby: 'ths-boards has the same bars without a key, and further back',

  plan: (span, codes) =>
    codes.flatMap((code) =>
      yearsOf(span).map(({ year }) => ({
        partition: `${code}/${year}`,
        covers: String(year),
        url: thsOfficialAddress(
          `prices/historical?thscode=${code}.TI&interval=1d&start=${startOf(year)}&end=${startOf(year + 1) - 1}`,
        ),
        headers: { accept: 'application/json' },
      })),
    ),

  read(page, { partition }) {
    const answer = readThsOfficial(page)
    if (answer.end !== 'items') return answer
    const [code = '', year = ''] = partition.split('/')
    return readItems(answer.items, (item) => {
      const row = toRow(item, code)
      if (!row.ok) return row
      const problems = [
        ...(row.value.tradeDate.startsWith(year) ? [] : [`the row is not of ${year}`]),
        ...meanPriceProblems(row.value),
      ]
      return problems.length === 0 ? ok([row.value]) : fail(...problems)
    })
  },
}

/** The first millisecond of a year in Beijing. */
function startOf(year: number): number {
  return Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${BEIJING}]`).epochMilliseconds
}

function toRow(item: unknown, code: string): Result<BarRow> {
  const cells = checkItem(bar, item)
  if (!cells.ok) return cells
  const { date_ms, open_price, high_price, low_price, close_price, volume, turnover } = cells.value
  return barOf({
    source: 'ths-official-history',
    code,
    kind: 'board',
    name: code,
    day: dayOf(date_ms) ?? `date_ms ${date_ms}`,
    open: open_price,
    high: high_price,
    low: low_price,
    close: close_price,
    volume,
    amount: turnover,
  })
}

function dayOf(milliseconds: string): string | undefined {
  if (!/^\d{11,13}$/.test(milliseconds)) return undefined
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(milliseconds))
  return toCalendarDate(instant.toZonedDateTimeISO(BEIJING).toPlainDate())
}
