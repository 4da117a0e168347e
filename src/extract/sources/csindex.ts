import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import { fail, ok } from '../../model/result.ts'
import { type BarCells, barOf } from '../bar-cells.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import { type Source, yearsOf } from '../source.ts'

const number = z.string().nullable()

/** An answer of index-perf. `peg` is the rolling price to earnings, whatever its name says. */
const answer = z.object({
  data: z.array(
    z.object({
      tradeDate: z.string(),
      indexCode: z.string(),
      indexNameCn: z.string().nullable(),
      open: number,
      high: number,
      low: number,
      close: number,
      tradingVol: number,
      tradingValue: number,
      peg: number,
    }),
  ),
})

type Item = z.infer<typeof answer>['data'][number]

/** 万手 of 100 shares, and 100 million yuan. */
const SHARES_A_UNIT = 1_000_000
const YUAN_A_UNIT = 100_000_000

/** China Securities Index Co., history of an index. */
export const csindex: Source<'bars'> = {
  id: 'csindex',
  title: 'China Securities Index Co., index history',
  homepage: 'https://www.csindex.com.cn/',
  gives: 'Daily levels, turnover of all constituents and PE of published indices',
  terms:
    'The publisher restricts storage and redistribution: internal use only until cleared. robots.txt states no rules.',
  confidence: 'A-',
  fallback: ['sina-kline', 'tencent-kline'],
  loads: 'bars',
  pace: 1,
  codes: ['000985', '000300', '930713', '931071', '930851', '930651', '931160', 'H30184', 'H30590'],

  plan: (span, codes) =>
    codes.flatMap((code) =>
      yearsOf(span).map(({ year, from, to }) => ({
        partition: `${code}/${year}`,
        covers: String(year),
        url: `https://www.csindex.com.cn/csindex-home/perf/index-perf?indexCode=${code}&startDate=${compact(from)}&endDate=${compact(to)}`,
        headers: { referer: 'https://www.csindex.com.cn/', accept: 'application/json' },
      })),
    ),

  read(page, request) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const items = parsed.value.data
    const { code, start } = ASKED.exec(request.url)?.groups ?? {}
    return readItems(items, (item, index) => {
      const bar = barOf(toCells(item))
      const problems = [
        ...(item.indexCode === code ? [] : [`the row is of index ${item.indexCode}, not ${code}`]),
        ...(index === 0 && item.tradeDate === start && repeats(item, items[1])
          ? ['the first row repeats the next session under the day asked for']
          : []),
        ...(bar.ok ? [] : bar.problems),
      ]
      return bar.ok && problems.length === 0 ? ok([bar.value]) : fail(...problems)
    })
  },
}

const ASKED = /indexCode=(?<code>[^&]+)&startDate=(?<start>\d+)/

function compact(day: string): string {
  return day.replaceAll('-', '')
}

/** The publisher answers a window that begins on a closed day with a first row of that day, a copy of the next one. */
function repeats(first: Item, next: Item | undefined): boolean {
  return first.close === next?.close && first.tradingValue === next.tradingValue
}

function toCells(item: Item): BarCells {
  const day = item.tradeDate.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return {
    source: 'csindex',
    code: item.indexCode,
    kind: 'index',
    instrument: `CSI:${item.indexCode}`,
    name: item.indexNameCn ?? item.indexCode,
    day: parseCalendarDate(day) ?? day,
    open: item.open,
    high: item.high,
    low: item.low,
    close: item.close,
    volume: scaled(item.tradingVol, SHARES_A_UNIT),
    amount: scaled(item.tradingValue, YUAN_A_UNIT),
    pe: item.peg,
  }
}

function scaled(text: string | null, by: number): string | null {
  return text === null || !/^\d+(?:\.\d+)?$/.test(text) ? text : decimal(text).times(by).toFixed()
}
