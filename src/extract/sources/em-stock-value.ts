import { z } from 'zod'
import { decimal } from '../../model/decimal.ts'
import type { BarRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { checkItem } from '../check-item.ts'
import { readGrowingReport, reportDay, reportRequest } from '../eastmoney-report.ts'
import { instrumentOf } from '../instrument.ts'
import { type Source, yearsOf } from '../source.ts'

const cell = z.string().nullable()
const day = z.object({
  SECURITY_CODE: z.string(),
  SECURITY_NAME_ABBR: z.string().trim().min(1),
  TRADE_DATE: z.string(),
  CLOSE_PRICE: cell,
  TOTAL_MARKET_CAP: cell,
  NOTLIMITED_MARKETCAP_A: cell,
  TOTAL_SHARES: cell,
  PE_TTM: cell,
})

/** Market value ÷ (shares × close) outside these bounds means that one of them is not in whole shares or yuan. */
const VALUE_A_CLOSE = { low: 0.2, high: 5 }

/** Eastmoney, what a stock was worth day by day: a year fits on one page. */
export const emStockValue: Source<'bars'> = {
  id: 'em-stock-value',
  title: 'Eastmoney, market value of stocks',
  homepage: 'https://data.eastmoney.com/gzfx/',
  gives: 'Close, market value in yuan (whole and free float) and PE of a stock on each session',
  terms: 'Terms and robots.txt of the data host not known: to be read by the operator.',
  confidence: 'B-',
  fallback: [],
  loads: 'bars',
  pace: 1,
  codes: ['300418', '002230', '300308', '601360'],

  plan: (span, codes) =>
    codes.flatMap((code) =>
      yearsOf(span).map(({ year }) => ({
        partition: `${code}/${year}`,
        covers: String(year),
        ...reportRequest({
          name: 'RPT_VALUEANALYSIS_DET',
          columns: 'ALL',
          filter: `(SECURITY_CODE="${code}")(TRADE_DATE>='${year}-01-01')(TRADE_DATE<='${year}-12-31')`,
          sort: ['TRADE_DATE'],
          size: 500,
        }),
      })),
    ),

  read(page, request) {
    const [code = ''] = request.partition.split('/')
    return readGrowingReport(page, request, (item) => toRow(item, { code, year: request.covers }))
  },
}

function toRow(
  item: unknown,
  { code, year }: { readonly code: string; readonly year: string },
): Result<readonly BarRow[]> {
  const known = checkItem(day, item)
  if (!known.ok) return known
  const cells = known.value
  const tradeDate = reportDay(cells.TRADE_DATE)
  const instrument = instrumentOf(code)
  const bar = barOf({
    source: 'em-stock-value',
    code,
    kind: 'stock',
    name: cells.SECURITY_NAME_ABBR,
    day: tradeDate ?? cells.TRADE_DATE,
    open: null,
    high: null,
    low: null,
    close: cells.CLOSE_PRICE,
    volume: null,
    amount: null,
    pe: cells.PE_TTM,
    marketCap: cells.TOTAL_MARKET_CAP,
    floatCap: cells.NOTLIMITED_MARKETCAP_A,
    ...(instrument === undefined ? {} : { instrument }),
  })
  const problems = [
    ...(cells.SECURITY_CODE === code
      ? []
      : [`the row is of ${cells.SECURITY_CODE.slice(0, 20)}, not ${code}`]),
    ...(tradeDate?.startsWith(year) === false ? [`the row is not of ${year}`] : []),
    ...(bar.ok ? valueProblems(bar.value, cells.TOTAL_SHARES) : bar.problems),
  ]
  return bar.ok && problems.length === 0 ? ok([bar.value]) : fail(...problems)
}

function valueProblems(
  { close, marketCapCny }: Pick<BarRow, 'close' | 'marketCapCny'>,
  shares: string | null,
): readonly string[] {
  if (marketCapCny === undefined || shares === null || !/^[1-9]\d{0,14}(?:\.0+)?$/.test(shares))
    return []
  const ratio = decimal(marketCapCny).div(shares).div(close)
  if (ratio.gte(VALUE_A_CLOSE.low) && ratio.lte(VALUE_A_CLOSE.high)) return []
  return [`market value ÷ shares is ${ratio.toPrecision(3)} times the close`]
}
