import type { BarRow } from '../../model/market-rows.ts'
import { fail, type Result } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import type { MarketCode } from '../market-code.ts'
import { quoteDayProblems } from '../quote-day.ts'
import { planQuotes, type QuoteHost, readQuotes } from '../quote-lines.ts'
import { indexShares } from '../share-count.ts'
import type { Source } from '../source.ts'

const HOST: QuoteHost = {
  variable: 'var hq_str_',
  // The host takes 800; a shorter address goes everywhere.
  most: 200,
  url: (codes) => `https://hq.sinajs.cn/list=${codes}`,
  // Without it the host answers 403.
  headers: { referer: 'https://finance.sina.com.cn/' },
  toBar,
}

/** Sina, quotes of the day after the close: indices, funds and stocks, many to a request. */
export const sinaQuote: Source<'bars'> = {
  id: 'sina-quote',
  title: 'Sina, quotes of the day',
  homepage: 'https://finance.sina.com.cn/',
  gives: 'The bar of today once the exchanges have closed, with turnover; no past days',
  terms: 'No terms for readers by program found: to be cleared by the operator.',
  confidence: 'A',
  fallback: ['tencent-quote'],
  loads: 'bars',
  pace: 1,
  codes: ['sh000001', 'sh000300', 'sz399001', 'sz399006'],
  snapshot: true,

  plan: (span, codes) => planQuotes(span, codes, HOST),
  read: (page, request) => readQuotes(page, request, HOST),
}

/** The host counts lots for indices of Shanghai only. */
const SHARES_A_UNIT = { sh: 100, sz: 1, bj: 1 } as const
const CELLS = 32

/** Order of the cells: name, open, previous close, last, high, low, bid, ask, volume, turnover, ten pairs of the book, day, time. */
function toBar(
  text: string,
  { code, market, kind, instrument }: MarketCode & { readonly code: string },
  covers: string,
): Result<BarRow> {
  const cells = text.split(',')
  if (cells.length < CELLS) return fail(`the quote has ${cells.length} cells, not ${CELLS}`)
  const [name = '', open = '', , last = '', high = '', low = '', , , volume = '', amount = ''] =
    cells
  const [day = '', time = ''] = cells.slice(30)
  const dayProblems = quoteDayProblems({ day, time }, covers)
  if (dayProblems.length > 0) return fail(...dayProblems)
  if (/^0(?:\.0*)?$/.test(open)) return fail('nothing was traded on that day')
  const shares =
    kind === 'index'
      ? indexShares(volume, amount, [SHARES_A_UNIT[market]])
      : { ok: true as const, value: volume }
  const bar = barOf(
    {
      source: 'sina-quote',
      code,
      kind,
      instrument,
      name: name === '' ? code : name,
      day,
      open,
      high,
      low,
      close: last,
      volume: shares.ok ? shares.value : null,
      amount,
    },
    kind === 'index' ? 'index' : 'priced',
  )
  return shares.ok ? bar : fail(...shares.problems, ...(bar.ok ? [] : bar.problems))
}
