import { addDays } from '../../model/calendar-date.ts'
import type { BarRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import type { Source } from '../source.ts'
import { planTencentKline, readTencentKline, type TencentDay } from '../tencent-kline.ts'

/** Stocks of New York carry their exchange; without it the host gives two bars only. */
const CODES = [
  ['index', 'HSI', /^hk(?<number>[A-Z]{2,10})$/],
  ['stock', 'XHKG', /^hk(?<number>\d{5})$/],
  ['index', 'US', /^us\.(?<number>[A-Z]{2,6})$/],
  ['stock', 'XNAS', /^us(?<number>[A-Z.]{1,8})\.OQ$/],
  ['stock', 'XNYS', /^us(?<number>[A-Z.]{1,8})\.N$/],
] as const

/** Tencent, daily bars of Hong Kong and New York: whether a feast is confined to the mainland's exchanges. */
export const tencentAbroad: Source<'bars'> = {
  id: 'tencent-abroad',
  title: 'Tencent, daily bars of Hong Kong and New York',
  homepage: 'https://gu.qq.com/',
  gives:
    'Daily levels of indices abroad, and of stocks as traded, with their splits still in; no turnover, which is not in yuan',
  terms: 'No terms for readers by program found: to be cleared by the operator.',
  confidence: 'B',
  fallback: [],
  loads: 'bars',
  pace: 1,
  codes: ['hkHSI', 'hkHSTECH', 'us.IXIC', 'us.NDX'],

  plan: planTencentKline,
  read: (page, request) => readTencentKline(page, request, toBar),
}

function toBar(day: TencentDay, code: string): Result<BarRow> {
  const [kind, place] = CODES.find(([, , codes]) => codes.test(code)) ?? []
  const number = CODES.map(([, , codes]) => codes.exec(code)?.groups?.['number']).find(Boolean)
  if (kind === undefined)
    return fail(`${code.slice(0, 20)} is no index or stock of Hong Kong or New York we know`)
  const cells = {
    ...day,
    source: 'tencent-abroad',
    code,
    kind,
    instrument: `${place}:${number}`,
  }
  const bar = barOf({ ...cells, volume: countsShares(day, kind) ? day.volume : null, amount: null })
  if (!bar.ok || !code.startsWith('us')) return bar
  // New York closes when the next day has begun in Beijing.
  return ok({ ...bar.value, knownFrom: addDays(bar.value.tradeDate, 1) })
}

/** The unit is not documented: a volume is one of shares only where the turnover beside it says so. */
function countsShares(day: TencentDay, kind: 'index' | 'stock'): boolean {
  if (kind === 'index' || day.amount === null) return false
  return barOf({ ...day, source: '', code: '', kind }, 'priced').ok
}
