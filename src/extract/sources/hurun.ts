import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { UnicornListingRow } from '../../model/published-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { leadingTo } from '../page-of-list.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import type { PageRequest, Reading, Source, StoredPage } from '../source.ts'
import { unicornOf } from '../unicorn-cells.ts'

const answer = z.object({
  total: z.string().regex(/^\d{1,5}$/, 'is no count'),
  rows: z.array(z.unknown()),
})
const text = z.string().nullable()
/** `Wealth` is in 亿 yuan. Whether its dollar twin counts billions or 亿 is disputed, so it is not read. */
const item = z.object({
  hs_Rank_Unicorn_Year: text,
  hs_Rank_Unicorn_Ranking: text,
  hs_Rank_Unicorn_Wealth: z.string(),
  hs_Rank_Unicorn_ComName_Cn: text,
  hs_Rank_Unicorn_ComName_En: text,
  hs_Rank_Unicorn_ComHeadquarters_Cn: text,
  hs_Rank_Unicorn_Industry_Cn: text,
})

const YUAN_A_UNIT = 100_000_000
const PAGE_SIZE = 200
const SPACE = 0x20

/** 胡润 global unicorns, a list a year. A code is the year and the list's id: `2024/E9W1YX99`. */
export const hurun: Source<'unicornListings'> = {
  id: 'hurun',
  title: '胡润 Hurun, global unicorn index',
  homepage: 'https://www.hurun.net/zh-CN/Rank/HsRankDetails?pagetype=unicorn',
  gives: 'Companies of each yearly list: rank, valuation in yuan, seat, industry',
  terms: 'Terms of use to be cleared by the operator; rows are not redistributed.',
  confidence: 'B',
  fallback: ['cbinsights'],
  loads: 'unicornListings',
  pace: 3,
  codes: ['2023/MKIUCQ1P', '2024/E9W1YX99', '2025/E9W16F3H', '2026/E9A16F3H'],
  standby:
    'A list a year, and its id changes: check the ids in the drop-down of the page against `codes` before you name it.',

  // The lists are few and each is asked for once, whatever the span.
  plan: (_, codes) =>
    codes.map((code) => ({
      partition: code,
      covers: code.split('/')[0] ?? '',
      url: `https://www.hurun.net/zh-CN/Rank/HsRankDetailsList?num=${code.split('/')[1] ?? ''}&search=&offset=0&limit=${PAGE_SIZE}`,
      headers: {
        accept: 'application/json',
        referer: 'https://www.hurun.net/zh-CN/Rank/HsRankDetails?pagetype=unicorn',
      },
    })),

  read(page, request) {
    const parsed = readJson(withoutControls(page), answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { rows } = parsed.value
    const count = Number(parsed.value.total)
    const first = Number(/&offset=(\d+)/.exec(request.url)?.[1])
    if (count === 0) return { end: 'broken', why: 'the list has no rows: is its id right?' }
    if (rows.length === 0 || first + rows.length > count)
      return {
        end: 'broken',
        why: `${rows.length} rows stand from ${first} on in a list of ${count}`,
      }
    const reading: Reading<'unicornListings'> = readItems(rows, (row) => toRow(row, request))
    const reached = first + rows.length
    return leadingTo(reading, reached < count ? [pageFrom(request, reached)] : [])
  },
}

/** Raw line feeds and tabs stand within the texts of these pages, which JSON forbids. */
function withoutControls(page: StoredPage): StoredPage {
  return { ...page, bytes: page.bytes.map((byte) => (byte < SPACE ? SPACE : byte)) }
}

/** A host that serves fewer rows than asked for is followed at its own step. */
function pageFrom(request: PageRequest, first: number): PageRequest {
  const [year, id] = request.partition.split('/')
  return {
    ...request,
    partition: `${year}/${id}/from-${first}`,
    url: request.url.replace(/&offset=\d+/, `&offset=${first}`),
  }
}

function toRow(value: unknown, { covers }: PageRequest): Result<readonly UnicornListingRow[]> {
  const checked = checkItem(item, value)
  if (!checked.ok) return checked
  const row = checked.value
  const year = row.hs_Rank_Unicorn_Year ?? covers
  if (year !== covers) return fail(`the row is of ${year.slice(0, 20)}, not of ${covers}`)
  const asOf = lastDayOf(year)
  if (asOf === undefined) return fail(`"${year.slice(0, 20)}" is no year`)
  const listed = unicornOf({
    source: 'hurun',
    edition: year,
    asOf,
    company: row.hs_Rank_Unicorn_ComName_Cn,
    companyEn: row.hs_Rank_Unicorn_ComName_En,
    city: row.hs_Rank_Unicorn_ComHeadquarters_Cn,
    industry: row.hs_Rank_Unicorn_Industry_Cn,
    rank: row.hs_Rank_Unicorn_Ranking,
    currency: 'CNY',
    valuation: row.hs_Rank_Unicorn_Wealth,
    unit: YUAN_A_UNIT,
  })
  return listed.ok ? ok([listed.value]) : listed
}

/** The page does not tell the day it came out; by the end of its year it had. */
function lastDayOf(year: string): CalendarDate | undefined {
  return parseCalendarDate(`${year}-12-31`)
}
