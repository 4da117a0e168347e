import { z } from 'zod'
import type { ListedMoneyRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { readGrowingReport, reportRequest } from '../eastmoney-report.ts'
import { moneyOf } from '../money-cells.ts'
import { type Source, yearsOf } from '../source.ts'

const PRIVATE = '1'
const PUBLIC = '2'
const text = z.string().nullable()
const issue = z.object({
  SECURITY_CODE: z.string(),
  SECURITY_NAME_ABBR: z.string().trim().min(1),
  CORRECODE: text,
  SEO_TYPE: z.string(),
  ISSUE_NUM: text,
  ISSUE_PRICE: text,
  ISSUE_DATE: text,
  ISSUE_LISTING_DATE: text,
  LOCKIN_PERIOD: text,
})
type Issue = z.infer<typeof issue>

/** Eastmoney, private placements of listed companies, by year of issue: executed ones only, plans are not here. */
export const emPlacements: Source<'listedMoney'> = {
  id: 'em-placements',
  title: 'Eastmoney, private placements',
  homepage: 'https://data.eastmoney.com/other/gkzf.html',
  gives: 'Shares that listed companies placed privately, with price and day of issue',
  terms: 'Terms and robots.txt of the data host not known: to be read by the operator.',
  confidence: 'B',
  fallback: [],
  loads: 'listedMoney',
  pace: 1,
  codes: ['private'],

  // Both kinds of issue are asked for: a filter on the kind has not been seen to work.
  plan: (span) =>
    yearsOf(span).map(({ year }) => ({
      partition: `private/${year}`,
      covers: String(year),
      ...reportRequest({
        name: 'RPT_SEO_DETAIL',
        columns: 'ALL',
        filter: `(ISSUE_DATE>='${year}-01-01')(ISSUE_DATE<='${year}-12-31')`,
        sort: ['ISSUE_DATE', 'SECURITY_CODE', 'CORRECODE'],
        size: 500,
      }),
    })),

  read: (page, request) => readGrowingReport(page, request, (item) => toRows(item, request.covers)),
}

function toRows(item: unknown, year: string): Result<readonly ListedMoneyRow[]> {
  const known = checkItem(issue, item)
  if (!known.ok) return known
  const { SEO_TYPE: type } = known.value
  if (type === PUBLIC) return ok([])
  const money = toMoney(known.value, year)
  const problems = [
    ...(type === PRIVATE ? [] : [`"${type.slice(0, 20)}" is neither private nor public`]),
    ...(money.ok ? [] : money.problems),
  ]
  return money.ok && problems.length === 0 ? ok([money.value]) : fail(...problems)
}

function toMoney(item: Issue, year: string): Result<ListedMoneyRow> {
  const lockIn = item.LOCKIN_PERIOD?.trim() ?? ''
  return moneyOf({
    source: 'em-placements',
    kind: 'placement',
    key: [item.CORRECODE, item.ISSUE_DATE ?? item.ISSUE_LISTING_DATE, item.ISSUE_NUM],
    code: item.SECURITY_CODE,
    name: item.SECURITY_NAME_ABBR,
    period: year,
    // Some have no day of issue: the day the shares were listed stands for it.
    announced: item.ISSUE_DATE ?? item.ISSUE_LISTING_DATE,
    from: item.ISSUE_DATE,
    shares: { column: 'ISSUE_NUM', text: item.ISSUE_NUM, unit: 1 },
    price: { column: 'ISSUE_PRICE', text: item.ISSUE_PRICE, unit: 1 },
    note: lockIn === '' ? '' : `lock-in ${lockIn}`,
  })
}
