import type { BarRow } from '../../model/market-rows.ts'
import { fail, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { parseMarketCode } from '../market-code.ts'
import type { Source } from '../source.ts'
import { planTencentKline, readTencentKline, type TencentDay } from '../tencent-kline.ts'
import { tencentShares } from '../tencent-shares.ts'

/** Tencent, daily bars of mainland indices, funds and stocks: prices as traded, a year a request. */
export const tencentKline: Source<'bars'> = {
  id: 'tencent-kline',
  title: 'Tencent, daily bars of the mainland',
  homepage: 'https://gu.qq.com/',
  gives: 'Daily bars of mainland indices, funds and stocks, with turnover where the host gives it',
  terms: 'No terms for readers by program found: to be cleared by the operator.',
  confidence: 'B',
  fallback: ['sina-kline'],
  loads: 'bars',
  pace: 1,
  codes: ['sh000001', 'sh000300', 'sz399001', 'sz399006'],
  standby: 'csindex has the indices with their PE; these bars stand in and are compared',

  plan: planTencentKline,
  read: (page, request) => readTencentKline(page, request, toBar),
}

function toBar(day: TencentDay, code: string): Result<BarRow> {
  const known = parseMarketCode(code)
  if (known === undefined) return fail(`${code.slice(0, 20)} is no index, fund or stock we know`)
  const { kind, instrument } = known
  const shares = tencentShares(day.volume, day.amount, known)
  const bar = barOf(
    {
      ...day,
      source: 'tencent-kline',
      code,
      kind,
      instrument,
      volume: shares.ok ? shares.value : null,
    },
    kind === 'index' ? 'index' : 'priced',
  )
  return shares.ok ? bar : fail(...shares.problems, ...(bar.ok ? [] : bar.problems))
}
