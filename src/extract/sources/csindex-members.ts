import { addDays, type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import { Decimal, decimal } from '../../model/decimal.ts'
import type { MemberRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { notData } from '../detect-block.ts'
import { instrumentOf } from '../instrument.ts'
import { readBiff } from '../read-biff.ts'
import { readItems } from '../read-items.ts'
import type { Reading, Source } from '../source.ts'

/** Headings stand in Chinese and English in one cell, with blanks that come and go: the Chinese beginning tells. */
const COLUMNS = {
  day: /^日期/,
  index: /^指数代码/,
  indexName: /^指数名称/,
  stock: /^成分券代码/,
  stockName: /^成分券名称/,
  exchange: /^交易所(?!英文)/,
  weight: /^权重/,
} as const
type Column = keyof typeof COLUMNS
type Member = Readonly<Record<Column, string>>

const EXCHANGES = [
  ['XSHG', '上海'],
  ['XSHE', '深圳'],
  ['BJSE', '北京'],
  ['XHKG', '香港'],
] as const
/** Weights are those of a month's last session and come out within some days; an older file stands still. */
const OLDEST_DAYS = 100
const NO_FILE = 404
/** Rounded weights of thousands of members still add up to this; a list with members missing does not. */
const WHOLE = { low: 99, high: 101 }

/** China Securities Index Co., members of an index with their weights: one .xls file an index, the latest month end. */
export const csindexMembers: Source<'members'> = {
  id: 'csindex-members',
  title: 'China Securities Index Co., members of indices',
  homepage: 'https://www.csindex.com.cn/',
  gives: 'Stocks in published indices with their weights of the last month end; no history',
  terms:
    'The publisher restricts storage and redistribution: internal use only until cleared. robots.txt states no rules.',
  confidence: 'A-',
  fallback: [],
  loads: 'members',
  pace: 1,
  codes: ['000300', '930713', '931071', '930851', '930651', '931160', 'H30184', 'H30590'],
  snapshot: true,
  binary: true,

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to}`,
      covers: to,
      url: `https://oss-ch.csindex.com.cn/static/html/csindex/public/uploads/file/autofile/closeweight/${code}closeweight.xls`,
      headers: { referer: 'https://www.csindex.com.cn/' },
    })),

  read(page, { partition, covers }) {
    const asOf = parseCalendarDate(covers)
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    const [code = ''] = partition.split('/')
    if (page.status === NO_FILE)
      return notData(page, `the publisher has no file of index ${code}: retired or never published`)
    const members = readMembers(page)
    if (!members.ok) return notData(page, members.problems.join('; '))
    const problems = fileProblems(members.value, { code, asOf })
    if (problems.length > 0) return { end: 'broken', why: problems.join('; ') }
    return whole(readItems(members.value, (member) => toRow(member, asOf)))
  },
}

function readMembers(page: Parameters<typeof readBiff>[0]): Result<readonly Member[]> {
  const rows = readBiff(page)
  if (!rows.ok) return rows
  const [head = [], ...lines] = rows.value
  const places = Object.entries(COLUMNS).map(
    ([column, heading]) => [column, head.findIndex((text) => heading.test(text))] as const,
  )
  const missing = places.filter(([, place]) => place < 0).map(([column]) => column)
  if (missing.length > 0) return fail(`the sheet has no column for ${missing.join(', ')}`)
  const members = lines
    .filter((cells) => cells.some((text) => text !== ''))
    .map(
      (cells) =>
        Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? ''])) as Member,
    )
  return members.length === 0 ? fail('the sheet has no members') : ok(members)
}

/** What is wrong with the file as a whole: another index, no day or an old one, members missing. */
function fileProblems(
  members: readonly Member[],
  { code, asOf }: { readonly code: string; readonly asOf: CalendarDate },
): readonly string[] {
  const others = [...new Set(members.map(({ index }) => toCode(index)))].filter(
    (index) => index !== code,
  )
  const days = [...new Set(members.map(({ day }) => day))]
  const day = toDay(days[0] ?? '')
  return [
    ...(others.length === 0 ? [] : [`the file is of ${shown(others)}, not of index ${code}`]),
    ...(days.length === 1 ? [] : [`the file has rows of several days: ${shown(days)}`]),
    ...(day === undefined ? [`${shown(days)} is no day`] : []),
    ...(day !== undefined && day > asOf ? [`the file is of ${day}, which has not come yet`] : []),
    ...(day !== undefined && day < addDays(asOf, -OLDEST_DAYS)
      ? [`the file is of ${day}, too old to tell of ${asOf}`]
      : []),
    ...weightProblems(members),
  ]
}

function weightProblems(members: readonly Member[]): readonly string[] {
  const weights = members.map(({ weight }) => weight)
  // A weight that is none is told with its row.
  if (!weights.every(isWeight)) return []
  const sum = Decimal.sum(...weights)
  if (sum.gte(WHOLE.low) && sum.lte(WHOLE.high)) return []
  return [`the weights add up to ${sum.toFixed()} per cent: members are missing`]
}

function toRow(member: Member, asOf: CalendarDate): Result<readonly MemberRow[]> {
  const { index, indexName, stock, stockName, exchange, weight } = member
  const instrument = toInstrument(stock, exchange)
  const problems = [
    ...(instrument === undefined ? [`${shown([stock, exchange])} is no stock we know`] : []),
    ...(stockName === '' ? ['the stock has no name'] : []),
    ...(isWeight(weight) ? [] : [`weight "${weight.slice(0, 20)}" is no share of a hundred`]),
  ]
  if (problems.length > 0 || instrument === undefined) return fail(...problems)
  return ok([
    {
      source: 'csindex-members',
      board: toCode(index),
      ...(indexName === '' ? {} : { boardName: indexName }),
      instrument,
      stockName,
      asOf,
      weight,
      settles: true,
    },
  ])
}

/** A list with a row that cannot be read is not whole, and must not close the membership of that row's stock. */
function whole(reading: Reading<'members'>): Reading<'members'> {
  if (reading.end !== 'news' || reading.rejected.length === 0) return reading
  const [first] = reading.rejected
  return {
    end: 'broken',
    why: `${reading.rejected.length} members cannot be read, so the list is not whole; member ${first?.item}: ${first?.reasons.join('; ')}`,
  }
}

function toInstrument(stock: string, exchangeName: string): string | undefined {
  const [exchange] = EXCHANGES.find(([, place]) => exchangeName.startsWith(place)) ?? []
  if (exchange === 'XHKG')
    return /^\d{1,5}$/.test(stock) ? `${exchange}:${stock.padStart(5, '0')}` : undefined
  const instrument = instrumentOf(toCode(stock))
  return exchange !== undefined && instrument?.startsWith(exchange) === true
    ? instrument
    : undefined
}

/** Codes lose their leading zeros where the sheet holds them as numbers. */
function toCode(text: string): string {
  return /^\d+$/.test(text) ? text.padStart(6, '0') : text
}

function toDay(text: string): CalendarDate | undefined {
  return parseCalendarDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))
}

function isWeight(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,12})?$/.test(text) && decimal(text).lte(100)
}

function shown(texts: readonly string[]): string {
  return texts
    .slice(0, 3)
    .map((text) => `"${text.slice(0, 20)}"`)
    .join(', ')
}
