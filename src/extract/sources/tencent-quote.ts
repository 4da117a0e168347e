import { decimal } from '../../model/decimal.ts'
import type { BarRow } from '../../model/market-rows.ts'
import { fail, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import type { MarketCode } from '../market-code.ts'
import { quoteDayProblems } from '../quote-day.ts'
import { planQuotes, type QuoteHost, readQuotes } from '../quote-lines.ts'
import { scaled } from '../share-count.ts'
import type { Source } from '../source.ts'
import { tencentShares } from '../tencent-shares.ts'

const HOST: QuoteHost = {
  variable: 'v_',
  most: 60,
  url: (codes) => `https://qt.gtimg.cn/q=${codes}`,
  headers: { referer: 'https://gu.qq.com/' },
  toBar,
}

/** Tencent, quotes of the day after the close, with the market value of stocks. */
export const tencentQuote: Source<'bars'> = {
  id: 'tencent-quote',
  title: 'Tencent, quotes of the day',
  homepage: 'https://gu.qq.com/',
  gives:
    'The bar of today once the exchanges have closed, with turnover and total market value of stocks; no past days',
  terms: 'No terms for readers by program found: to be cleared by the operator.',
  confidence: 'A-',
  fallback: ['sina-quote'],
  loads: 'bars',
  pace: 1,
  codes: ['sh000001', 'sh000300', 'sz399001', 'sz399006'],
  snapshot: true,

  plan: (span, codes) => planQuotes(span, codes, HOST),
  read: (page, request) => readQuotes(page, request, HOST),
}

/** Places of the long form, counted from 0. */
const AT = {
  name: 1,
  number: 2,
  last: 3,
  open: 5,
  volume: 6,
  time: 30,
  high: 33,
  low: 34,
  /** Last, volume and turnover in whole yuan. */
  together: 35,
  /** 万 yuan, rounded. */
  amount: 37,
  /** 亿 yuan. */
  marketCap: 45,
} as const
const WAN = 10_000
const YI = 100_000_000

type At = (place: keyof typeof AT) => string
type Asked = MarketCode & { readonly code: string }

function toBar(text: string, asked: Asked, covers: string): Result<BarRow> {
  const cells = text.split('~')
  if (cells.length <= AT.marketCap)
    return fail(`the quote has ${cells.length} cells: it is not the long form`)
  const at: At = (place) => cells[AT[place]] ?? ''
  if (at('number') !== asked.number)
    return fail(`the quote is of ${at('number').slice(0, 20)}, not of ${asked.number}`)
  const { day = '', time = '' } = toTime(at('time'))
  const problems = quoteDayProblems({ day, time }, covers)
  if (problems.length > 0) return fail(...problems)
  return /^0(?:\.0*)?$/.test(at('open'))
    ? fail('nothing was traded on that day')
    : toTradedBar(at, asked, day)
}

function toTradedBar(at: At, asked: Asked, day: string): Result<BarRow> {
  const { code, kind, instrument } = asked
  const amount = toAmount(at('together'), at('amount'))
  const shares = tencentShares(at('volume'), amount.ok ? amount.value : null, asked)
  const bar = barOf(
    {
      source: 'tencent-quote',
      code,
      kind,
      instrument,
      name: at('name') || code,
      day,
      open: at('open'),
      high: at('high'),
      low: at('low'),
      close: at('last'),
      volume: shares.ok ? shares.value : null,
      amount: amount.ok ? amount.value : null,
      // Of an index the cell is not documented.
      marketCap: kind === 'stock' ? scaled(at('marketCap'), YI) : null,
    },
    kind === 'index' ? 'index' : 'priced',
  )
  const problems = [amount, shares, bar].flatMap((result) => (result.ok ? [] : result.problems))
  return problems.length === 0 ? bar : fail(...problems)
}

function toTime(text: string): { readonly day?: string; readonly time?: string } {
  const { y, m, d, hh, mm, ss } =
    /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?<hh>\d{2})(?<mm>\d{2})(?<ss>\d{2})$/.exec(text)?.groups ??
    {}
  return y === undefined ? { day: text } : { day: `${y}-${m}-${d}`, time: `${hh}:${mm}:${ss}` }
}

/** Turnover in yuan, told twice: to the yuan and in rounded 万. They must be the same. */
function toAmount(together: string, rounded: string): Result<string | null> {
  const whole = /^[^/]*\/[^/]*\/(?<amount>\d{1,20})$/.exec(together)?.groups?.['amount']
  const inWan = scaled(rounded, WAN)
  if (whole === undefined || inWan === rounded) return { ok: true, value: inWan }
  if (decimal(whole).minus(inWan).abs().lte(WAN)) return { ok: true, value: whole }
  return fail(`turnover is ${whole} yuan in one cell and ${rounded.slice(0, 20)} 万 in another`)
}
