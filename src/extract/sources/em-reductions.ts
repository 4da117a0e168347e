import { z } from 'zod'
import type { ListedMoneyRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { readGrowingReport, reportRequest } from '../eastmoney-report.ts'
import { moneyOf } from '../money-cells.ts'
import { monthsOf, type Source } from '../source.ts'

const SOLD = '减持'
const SHARES_A_UNIT = 10_000
const text = z.string().nullable()
const sale = z.object({
  SECURITY_CODE: z.string(),
  SECURITY_NAME_ABBR: z.string().trim().min(1),
  HOLDER_NAME: z.string().trim().min(1),
  DIRECTION: z.string(),
  NOTICE_DATE: z.string(),
  START_DATE: text,
  END_DATE: text,
  CHANGE_NUM: text,
  AFTER_HOLDER_NUM: text,
  TRADE_AVERAGE_PRICE: text,
  MARKET: text,
})

/** Eastmoney, sales by large holders, by month of notice: completed sales; plans are only in announcements. */
export const emReductions: Source<'listedMoney'> = {
  id: 'em-reductions',
  title: 'Eastmoney, sales by large holders',
  homepage: 'https://data.eastmoney.com/executive/gdzjc.html',
  gives: 'Shares that large holders sold, with holder, days and, where stated, mean price',
  terms: 'Terms and robots.txt of the data host not known: to be read by the operator.',
  confidence: 'B',
  fallback: [],
  loads: 'listedMoney',
  pace: 1,
  codes: [SOLD],

  plan: (span) =>
    monthsOf(span).map((month) => ({
      partition: `${SOLD}/${month}`,
      covers: month,
      ...reportRequest({
        name: 'RPT_SHARE_HOLDER_INCREASE',
        columns: 'ALL',
        filter: `(DIRECTION="${SOLD}")(NOTICE_DATE>='${month}-01')(NOTICE_DATE<='${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}')`,
        sort: ['NOTICE_DATE', 'SECURITY_CODE', 'EITIME'],
        size: 500,
      }),
    })),

  read: (page, request) => readGrowingReport(page, request, (item) => toRow(item, request.covers)),
}

function toRow(item: unknown, month: string): Result<readonly ListedMoneyRow[]> {
  const known = checkItem(sale, item)
  if (!known.ok) return known
  const cells = known.value
  const { HOLDER_NAME, NOTICE_DATE, START_DATE, END_DATE, MARKET, CHANGE_NUM } = cells
  const money = moneyOf({
    source: 'em-reductions',
    kind: 'reduction',
    // The report numbers no rows: a holder may sell several lots in the same days.
    key: [
      NOTICE_DATE,
      HOLDER_NAME,
      START_DATE,
      END_DATE,
      MARKET,
      CHANGE_NUM,
      cells.AFTER_HOLDER_NUM,
    ],
    code: cells.SECURITY_CODE,
    name: cells.SECURITY_NAME_ABBR,
    holder: HOLDER_NAME,
    period: month,
    announced: NOTICE_DATE,
    from: START_DATE,
    until: END_DATE,
    shares: { column: 'CHANGE_NUM', text: CHANGE_NUM, unit: SHARES_A_UNIT },
    price: { column: 'TRADE_AVERAGE_PRICE', text: cells.TRADE_AVERAGE_PRICE, unit: 1 },
    note: MARKET?.trim() ?? '',
  })
  const problems = [
    ...(cells.DIRECTION === SOLD ? [] : [`"${cells.DIRECTION.slice(0, 20)}" is no sale`]),
    ...(money.ok ? [] : money.problems),
  ]
  return money.ok && problems.length === 0 ? ok([money.value]) : fail(...problems)
}
