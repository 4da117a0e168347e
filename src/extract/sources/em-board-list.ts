import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { ListingRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import {
  EASTMONEY_QUOTES,
  LIST_PAGE,
  listAddress,
  listed,
  QUOTE_HEADERS,
  readList,
} from '../eastmoney-quotes.ts'
import { leadingTo, nextPages } from '../page-of-list.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'

/** Boards of how stocks trade or who holds them, which stand among the concepts. */
const STYLES =
  /^(?:昨日|最近|融资融券|转融券|沪股通|深股通|HS300|上证\d|深证\d|深成\d|中证\d|央视50|富时|标准普尔|标普|MSCI|(?:基金|机构|社保|QFII|险资|养老金)(?:重仓|持股)?$|证金持股|(?:AB|AH|B)股$|[GC]DR$|预[盈亏]|次新股|百元股|低价股|破净股|微盘股|股权激励$|股权转让$|举牌|ST股|高送转|送转预期|创业板综|创业成份|东方财富热股|分拆预期)/

/** Eastmoney, today's list of concept boards, a hundred a page. */
export const emBoardList: Source<'listings'> = {
  ...EASTMONEY_QUOTES,
  id: 'em-board-list',
  title: 'Eastmoney, concept boards',
  gives: 'Concept boards of the day, without boards of trading styles and of holders',
  fallback: [],
  loads: 'listings',
  codes: ['concepts'],
  snapshot: true,

  plan: ({ to }) => [
    {
      partition: `concepts/${to}`,
      covers: to,
      url: listAddress('m:90 t:3 f:!50'),
      headers: QUOTE_HEADERS,
    },
  ],

  read(page, request) {
    const list = readList(page, request)
    if (list.end !== 'items') return list
    const asOf = parseCalendarDate(request.covers)
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    const next = nextPages(request, list.place, { parameter: LIST_PAGE, list: 'stands' })
    const settles = next.length === 0
    const reading = readItems<'listings', unknown>(list.items, (item) =>
      toRows(item, { asOf, settles }),
    )
    // The rows of the last page are what says that the list is whole.
    if (settles && reading.end === 'news' && reading.rows.length === 0)
      return { end: 'broken', why: 'no concept stands on the last page: the list cannot end' }
    return leadingTo(reading, next)
  },
}

function toRows(
  item: unknown,
  { asOf, settles }: { readonly asOf: CalendarDate; readonly settles: boolean },
): Result<readonly ListingRow[]> {
  const known = checkItem(listed, item)
  if (!known.ok) return known
  const { f12: code, f14: name } = known.value
  if (!/^BK\d{4}$/.test(code)) return fail(`"${code.slice(0, 20)}" is no board`)
  if (STYLES.test(name)) return ok([])
  return ok([{ source: 'em-board-list', code, name, asOf, settles }])
}
