import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import type { FxRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { decodePage } from '../decode-page.ts'
import { notData } from '../detect-block.ts'
import { loadTables, rowsIn } from '../load-tables.ts'
import { readItems } from '../read-items.ts'
import { type Source, yearsOf } from '../source.ts'

/** Columns of the table. `yuan`: yuan for a hundred of it. `hundred`: how many of it for a hundred yuan. */
const COLUMNS: ReadonlyMap<string, readonly [currency: string, told: 'yuan' | 'hundred']> = new Map(
  [
    ['美元', ['USD', 'yuan']],
    ['欧元', ['EUR', 'yuan']],
    ['日元', ['JPY', 'yuan']],
    ['港元', ['HKD', 'yuan']],
    ['英镑', ['GBP', 'yuan']],
    ['澳元', ['AUD', 'yuan']],
    ['新西兰元', ['NZD', 'yuan']],
    ['新加坡元', ['SGD', 'yuan']],
    ['瑞士法郎', ['CHF', 'yuan']],
    ['加元', ['CAD', 'yuan']],
    ['澳门元', ['MOP', 'hundred']],
    ['林吉特', ['MYR', 'hundred']],
    ['卢布', ['RUB', 'hundred']],
    ['兰特', ['ZAR', 'hundred']],
    ['韩元', ['KRW', 'hundred']],
    ['迪拉姆', ['AED', 'hundred']],
    ['里亚尔', ['SAR', 'hundred']],
    ['福林', ['HUF', 'hundred']],
    ['兹罗提', ['PLN', 'hundred']],
    ['丹麦克朗', ['DKK', 'hundred']],
    ['瑞典克朗', ['SEK', 'hundred']],
    ['挪威克朗', ['NOK', 'hundred']],
    ['里拉', ['TRY', 'hundred']],
    ['比索', ['MXN', 'hundred']],
    ['泰铢', ['THB', 'hundred']],
  ],
)
const DAY = '日期'
const HUNDRED = 100
const ENDPOINT = 'https://www.safe.gov.cn/AppStructured/hlw/RMBQuery.do'

/** State Administration of Foreign Exchange, the same central parity as CFETS: a form a year. */
export const safe: Source<'fx'> = {
  id: 'safe',
  title: 'State Administration of Foreign Exchange, central parity of the yuan',
  homepage: 'https://www.safe.gov.cn/safe/rmbhlzjj/index.html',
  gives: 'Official mid rates of the yuan, business days of the interbank market',
  terms: 'Published for the public; the operator checks the terms of use.',
  confidence: 'A-',
  fallback: ['cfets', 'ecb'],
  loads: 'fx',
  pace: 2,
  codes: ['all'],
  standby: 'cfets publishes the same rates first',
  landmarks: ['InfoTable', DAY, '美元'],

  // The form takes windows of 366 days at most.
  plan: (span) =>
    yearsOf(span).map(({ year }) => ({
      partition: `all/${year}`,
      covers: String(year),
      url: ENDPOINT,
      headers: { referer: 'https://www.safe.gov.cn/safe/rmbhlzjj/index.html' },
      form: { startDate: `${year}-01-01`, endDate: `${year}-12-31`, queryYN: 'true' },
    })),

  read(page, { covers }) {
    const table = readTable(decodePage(page))
    if (!table.ok) return notData(page, table.problems.join('; '))
    const { head, lines } = table.value
    return readItems(lines, (cells) => readDay(cells, head, covers))
  },
}

type Cells = readonly string[]

function readTable(
  text: string,
): Result<{ readonly head: Cells; readonly lines: readonly Cells[] }> {
  const start = text.indexOf('InfoTable')
  if (start < 0) return fail('the table of rates is not on the page')
  if (text.lastIndexOf('</table>') < start) return fail('the page was cut off within its table')
  const [head, ...lines] = rowsOf(text)
  if (head?.[0] !== DAY) return fail(`the table does not begin with ${DAY}`)
  const strange = head.slice(1).filter((name) => !COLUMNS.has(name))
  // Which way round a currency is told stands nowhere on the page.
  if (strange.length > 0) return fail(`column ${strange.join(', ').slice(0, 60)} is unknown`)
  return ok({ head, lines })
}

function rowsOf(text: string): readonly Cells[] {
  const table = loadTables(text).find(({ attributes }) => attributes['id'] === 'InfoTable')
  return table === undefined ? [] : rowsIn(table).filter((cells) => cells.length > 0)
}

function readDay(
  [date = '', ...cells]: Cells,
  head: Cells,
  year: string,
): Result<readonly FxRow[]> {
  const rateOn = parseCalendarDate(date)
  if (rateOn === undefined) return fail(`"${date.slice(0, 20)}" is no day`)
  if (!date.startsWith(year)) return fail(`${date} is not of ${year}`)
  if (cells.length !== head.length - 1)
    return fail(`${cells.length} rates stand under ${head.length - 1} currencies`)
  const results = cells.map((text, index) => toRate(head[index + 1] ?? '', text, rateOn))
  const problems = results.filter((result): result is string => typeof result === 'string')
  return problems.length > 0
    ? fail(...problems)
    : ok(results.filter((result) => typeof result === 'object'))
}

/** A rate for one unit; undefined where none was published; a sentence when it cannot be read. */
function toRate(name: string, text: string, rateOn: CalendarDate): FxRow | string | undefined {
  if (/^-*$/.test(text)) return undefined
  const [currency, told] = COLUMNS.get(name) ?? []
  if (currency === undefined || told === undefined) return `column ${name} is unknown`
  if (!/^\d{1,8}(?:\.\d{1,8})?$/.test(text) || decimal(text).isZero())
    return `${name}: "${text.slice(0, 20)}" is no rate`
  const [base, quote] = told === 'yuan' ? [currency, 'CNY'] : ['CNY', currency]
  return { source: 'safe', base, quote, rateOn, rate: decimal(text).div(HUNDRED).toFixed() }
}
