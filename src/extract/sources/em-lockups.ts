import { z } from 'zod'
import type { ListedMoneyRow } from '../../model/market-rows.ts'
import { ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { readGrowingReport, reportRequest } from '../eastmoney-report.ts'
import { moneyOf } from '../money-cells.ts'
import { type Source, yearsOf } from '../source.ts'

/** 万股 and 万元. */
const UNIT = 10_000
const text = z.string().nullable()
const expiry = z.object({
  SECURITY_CODE: z.string(),
  SECURITY_NAME_ABBR: z.string().trim().min(1),
  FREE_DATE: z.string(),
  CURRENT_FREE_SHARES: text,
  LIFT_MARKET_CAP: text,
  FREE_SHARES_TYPE: text,
})

/** Eastmoney, lock-ups that expire, by year; shares and market value are in ten thousands. */
export const emLockups: Source<'listedMoney'> = {
  id: 'em-lockups',
  title: 'Eastmoney, expiring lock-ups',
  homepage: 'https://data.eastmoney.com/dxf/',
  gives: 'Shares that may be sold from a day on, with their market value and kind',
  terms: 'Terms and robots.txt of the data host not known: to be read by the operator.',
  confidence: 'A-',
  fallback: [],
  loads: 'listedMoney',
  pace: 1,
  codes: ['all'],

  plan: (span) =>
    yearsOf(span).map(({ year }) => ({
      partition: `all/${year}`,
      covers: String(year),
      ...reportRequest({
        name: 'RPT_LIFT_STAGE',
        columns: 'ALL',
        filter: `(FREE_DATE>='${year}-01-01')(FREE_DATE<='${year}-12-31')`,
        sort: ['FREE_DATE', 'SECURITY_CODE', 'FREE_SHARES_TYPE'],
        size: 500,
      }),
    })),

  read: (page, request) => readGrowingReport(page, request, (item) => toRow(item, request.covers)),
}

function toRow(item: unknown, year: string): Result<readonly ListedMoneyRow[]> {
  const known = checkItem(expiry, item)
  if (!known.ok) return known
  const { SECURITY_CODE, SECURITY_NAME_ABBR, FREE_DATE, FREE_SHARES_TYPE, ...numbers } = known.value
  const money = moneyOf({
    source: 'em-lockups',
    kind: 'lock-up-expiry',
    key: [FREE_DATE, FREE_SHARES_TYPE],
    code: SECURITY_CODE,
    name: SECURITY_NAME_ABBR,
    period: year,
    // The report does not say when it was announced: on the day itself everybody knew.
    announced: FREE_DATE,
    from: FREE_DATE,
    shares: { column: 'CURRENT_FREE_SHARES', text: numbers.CURRENT_FREE_SHARES, unit: UNIT },
    amount: { column: 'LIFT_MARKET_CAP', text: numbers.LIFT_MARKET_CAP, unit: UNIT },
    note: FREE_SHARES_TYPE?.trim() ?? '',
  })
  return money.ok ? ok([money.value]) : money
}
