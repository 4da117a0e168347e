import { z } from 'zod'
import { decimal } from '../../model/decimal.ts'
import type { BarRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { notData } from '../detect-block.ts'
import { EASTMONEY_QUOTES, QUOTE_HEADERS } from '../eastmoney-quotes.ts'
import { meanPriceProblems } from '../mean-price.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { type Source, yearsOf } from '../source.ts'

const answer = z.object({
  data: z
    .object({ code: z.string(), name: z.string().trim().min(1), klines: z.array(z.string()) })
    .nullable(),
})
const SHARES_A_LOT = 100
const CELLS = 7

/** Eastmoney, history of concept boards: at best, because the host refuses many; codes as BK0715. */
export const emBoardKline: Source<'bars'> = {
  ...EASTMONEY_QUOTES,
  id: 'em-board-kline',
  title: 'Eastmoney, history of concept boards',
  gives: 'Daily bars of Eastmoney’s own concept boards; volume in lots, turnover in yuan',
  fallback: [],
  loads: 'bars',
  codes: ['BK0800', 'BK1134'],

  plan: (span, codes) =>
    codes.flatMap((code) =>
      yearsOf(span).map(({ year }) => ({
        partition: `${code}/${year}`,
        covers: String(year),
        url: `https://push2his.eastmoney.com/api/qt/stock/kline/get?secid=90.${code}&fields1=f1,f2,f3,f4,f5,f6&fields2=f51,f52,f53,f54,f55,f56,f57&klt=101&fqt=0&beg=${year}0101&end=${year}1231`,
        headers: QUOTE_HEADERS,
      })),
    ),

  read(page, { partition }) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { data } = parsed.value
    const [code = '', year = ''] = partition.split('/')
    if (data === null)
      return notData(page, `the host has no ${code}: a retired code, or it is refusing`)
    if (data.code !== code)
      return { end: 'broken', why: `the page is of ${data.code.slice(0, 20)}, not ${code}` }
    return readItems<'bars', string>(data.klines, (line) => {
      const bar = readLine(line, { code, name: data.name })
      const problems = [
        ...(line.startsWith(`${year}-`) ? [] : [`the row is not of ${year}`]),
        ...(bar.ok ? meanPriceProblems(bar.value) : bar.problems),
      ]
      return bar.ok && problems.length === 0 ? ok([bar.value]) : fail(...problems)
    })
  },
}

/** Order of the cells: date, open, close, high, low, volume, turnover; changes that follow are not read. */
function readLine(
  line: string,
  { code, name }: { readonly code: string; readonly name: string },
): Result<BarRow> {
  const cells = line.split(',')
  if (cells.length < CELLS) return fail(`the row has ${cells.length} of ${CELLS} cells`)
  const [day = '', open = null, close = null, high = null, low = null, lots = null, amount = null] =
    cells
  const volume = /^\d{1,15}(?:\.\d{1,4})?$/.test(lots ?? '') ? sharesOf(lots) : lots
  return barOf({
    source: 'em-board-kline',
    code,
    kind: 'board',
    name,
    day,
    open,
    high,
    low,
    close,
    volume,
    amount,
  })
}

function sharesOf(lots: string | null): string {
  return decimal(lots ?? '0')
    .times(SHARES_A_LOT)
    .toFixed()
}
