import { z } from 'zod'
import type { BarRow } from '../model/market-rows.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { checkItem } from './check-item.ts'
import { notData } from './detect-block.ts'
import { readItems } from './read-items.ts'
import { readJson } from './read-json.ts'
import { runningProblems } from './running-session.ts'
import { scaled } from './share-count.ts'
import { type PageRequest, type Reading, type Span, type StoredPage, yearsOf } from './source.ts'

/** `data` is an empty list where the host did not understand what was asked. */
const answer = z.object({
  code: z.string(),
  msg: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
})
/** `day` holds prices as traded, `qfqday` and `hfqday` adjusted ones, which change afterwards. */
const series = z.object({
  day: z.array(z.unknown(), 'the answer has no prices as traded'),
  qt: z.record(z.string(), z.unknown()),
})
/** Name and number of a known code among much else. */
const quote = z.tuple([z.string(), z.string(), z.string()], z.unknown())
/** Date, open, close, high, low, volume; then an object, turnover rate, turnover in 万 of the currency, where they are given. */
const row = z.tuple(
  [z.string(), z.string(), z.string(), z.string(), z.string(), z.string()],
  z.unknown(),
)
const AMOUNT = 8
const WAN = 10_000
/** Rows one answer holds at most; a year has fewer. */
const MOST = 640

/** Cells of one day, with the turnover in whole units of the currency. */
export interface TencentDay {
  readonly name: string
  readonly day: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  readonly volume: string
  readonly amount: string | null
}

/**
 * One request a code and calendar year, always the whole year, and the last days of the year before: New York closes its
 * last session of a year when the next year has begun in Beijing, and nobody asks for the old one any more.
 */
export function planTencentKline(span: Span, codes: readonly string[]): readonly PageRequest[] {
  return codes.flatMap((code) =>
    yearsOf(span).map(({ year }) => ({
      partition: `${code}/${year}`,
      covers: String(year),
      url: `https://proxy.finance.qq.com/ifzqgtimg/appstock/app/newfqkline/get?param=${code},day,${lastDays(String(year))},${year}-12-31,${MOST},`,
      headers: { referer: 'https://gu.qq.com/', accept: 'application/json' },
    })),
  )
}

function lastDays(year: string): string {
  return `${Number(year) - 1}-12-25`
}

/** The daily bars of a page of Tencent; `toBar` knows the units and the instrument of the code. */
export function readTencentKline(
  page: StoredPage,
  { partition, covers }: PageRequest,
  toBar: (day: TencentDay, code: string) => Result<BarRow>,
): Reading<'bars'> {
  const [code = ''] = partition.split('/')
  const found = findSeries(page, code)
  if (!found.ok) return notData(page, found.problems.join('; '))
  const { days, name } = found.value
  if (days.length >= MOST)
    return { end: 'broken', why: `${days.length} rows: more than a year has, so some were cut off` }
  return readItems(days, (item) => {
    const cells = checkItem(row, item)
    if (!cells.ok) return cells
    const day = toDay(cells.value, name)
    if (day.day < lastDays(covers) || day.day > `${covers}-12-31`)
      return fail(`the row is not of ${covers}`)
    const running = runningProblems(day.day, page, placeOf(code))
    if (running.length > 0) return fail(...running)
    const bar = toBar(day, code)
    return bar.ok ? ok([bar.value]) : bar
  })
}

function placeOf(code: string): Parameters<typeof runningProblems>[2] {
  if (code.startsWith('us')) return 'new-york'
  return code.startsWith('hk') ? 'hong-kong' : 'mainland'
}

function findSeries(
  page: StoredPage,
  code: string,
): Result<{ readonly days: readonly unknown[]; readonly name: string }> {
  const parsed = readJson(page, answer)
  if (!parsed.ok) return parsed
  const { code: end, msg = '', data } = parsed.value
  if (end !== '0') return fail(`the host answers ${end.slice(0, 20)}: ${msg.slice(0, 80)}`)
  if (!(code in data)) return fail(`the answer is not of ${code}`)
  const known = checkItem(series, data[code])
  if (!known.ok) return known
  // A year without trading and a code without any have the same empty list; only the quote beside it differs.
  const about = quote.safeParse(known.value.qt[code])
  if (!about.success) return fail(`the host knows no ${code}`)
  const [, name, number] = about.data
  if (number.toUpperCase() !== code.slice(2).toUpperCase())
    return fail(`the bars are of ${number.slice(0, 20)}, not of ${code}`)
  return ok({ days: known.value.day, name })
}

function toDay(cells: z.infer<typeof row>, name: string): TencentDay {
  const [day, open, close, high, low, volume] = cells
  const amount = cells[AMOUNT]
  return {
    name,
    day,
    open,
    high,
    low,
    close,
    volume,
    amount: typeof amount === 'string' ? scaled(amount, WAN) : null,
  }
}
