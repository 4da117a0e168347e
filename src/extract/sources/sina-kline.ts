import { z } from 'zod'
import { fail, ok } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { parseMarketCode } from '../market-code.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { runningProblems } from '../running-session.ts'
import type { Reading, Source } from '../source.ts'

/** An unknown code has the answer null. */
const answer = z
  .array(z.unknown(), 'the host knows no such code')
  .min(1, 'the host has no bars of the code')
const bar = z.object({
  day: z.string(),
  open: z.string(),
  high: z.string(),
  low: z.string(),
  close: z.string(),
  volume: z.string(),
})
/** Rows one answer holds at most, always the newest: some four years. */
const MOST = 1023

/** Sina, newest daily bars of a code: prices as traded, no turnover. */
export const sinaKline: Source<'bars'> = {
  id: 'sina-kline',
  title: 'Sina, daily bars',
  homepage: 'https://finance.sina.com.cn/',
  gives: `The newest ${MOST} daily bars of indices, funds and stocks; volume of stocks and funds, no turnover`,
  terms: 'No terms for readers by program found: to be cleared by the operator.',
  confidence: 'A-',
  fallback: ['tencent-kline'],
  loads: 'bars',
  pace: 1,
  codes: ['sh000001', 'sh000300', 'sz399001', 'sz399006'],
  standby: 'csindex has the indices with turnover; these bars stand in and are compared',

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to.slice(0, 4)}`,
      covers: to.slice(0, 4),
      url: `https://money.finance.sina.com.cn/quotes_service/api/json_v2.php/CN_MarketData.getKLineData?symbol=${code}&scale=240&ma=no&datalen=${MOST}`,
      headers: { referer: 'https://finance.sina.com.cn/' },
    })),

  read(page, { partition, covers }) {
    const [code = ''] = partition.split('/')
    const known = parseMarketCode(code)
    if (known === undefined)
      return { end: 'broken', why: `${code.slice(0, 20)} is no index, fund or stock we know` }
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const reading: Reading<'bars'> = readItems(parsed.value, (item) => {
      const cells = checkItem(bar, item)
      if (!cells.ok) return cells
      const running = runningProblems(cells.value.day, page, 'mainland')
      if (running.length > 0) return fail(...running)
      const row = barOf({
        ...cells.value,
        source: 'sina-kline',
        code,
        kind: known.kind,
        instrument: known.instrument,
        name: code,
        // Lots or shares of an index: without a turnover nothing tells.
        volume: known.kind === 'index' ? null : cells.value.volume,
        amount: null,
      })
      return row.ok ? ok([row.value]) : fail(...row.problems)
    })
    return reaching(reading, covers)
  },
}

/** Only the newest bars can be had: where they begin after the year asked for, that year was not answered. */
function reaching(reading: Reading<'bars'>, year: string): Reading<'bars'> {
  if (reading.end !== 'news') return reading
  const [first = ''] = reading.rows.map(({ tradeDate }) => tradeDate).sort()
  return first.slice(0, 4) <= year
    ? reading
    : {
        end: 'broken',
        why: `the newest ${reading.rows.length} bars begin on ${first}, after ${year}`,
      }
}
