import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { MemberRow } from '../../model/market-rows.ts'
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
import { instrumentOf } from '../instrument.ts'
import { leadingTo, nextPages } from '../page-of-list.ts'
import { readItems } from '../read-items.ts'
import type { PageRequest, Source } from '../source.ts'

/** Eastmoney, members of boards one by one, a hundred a page. */
export const emBoardMembers: Source<'members'> = {
  ...EASTMONEY_QUOTES,
  id: 'em-board-members',
  title: 'Eastmoney, members of single boards',
  gives: 'Stocks in the boards named, as of the day',
  fallback: [],
  loads: 'members',
  codes: ['BK0800', 'BK1134'],
  snapshot: true,

  // The lists of a night are taken for whole together, so one board leads to the next.
  plan: ({ to }, codes) => firstPage(codes, { covers: to, headers: QUOTE_HEADERS }),

  read(page, request) {
    const list = readList(page, request)
    if (list.end !== 'items') return list
    const asOf = parseCalendarDate(request.covers)
    const [board = ''] = request.partition.split('/')
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    const further = nextPages(request, list.place, { parameter: LIST_PAGE, list: 'stands' })
    const next = further.length > 0 ? further : firstPage(boardsLeft(request), request)
    const settles = next.length === 0
    const reading = readItems<'members', unknown>(list.items, (item) =>
      toRows(item, { board, asOf, settles }),
    )
    return leadingTo(reading, next)
  },
}

/** The first page of a board; the boards after it stand behind the #, which is never sent. */
function firstPage(
  [board, ...left]: readonly string[],
  { covers, headers }: Pick<PageRequest, 'covers' | 'headers'>,
): readonly PageRequest[] {
  if (board === undefined) return []
  const rest = left.length === 0 ? '' : `#${left.join(',')}`
  const url = `${listAddress(`b:${board} f:!50`)}${rest}`
  return [{ partition: `${board}/${covers}`, covers, url, headers }]
}

function boardsLeft({ url }: Pick<PageRequest, 'url'>): readonly string[] {
  return new URL(url).hash
    .slice(1)
    .split(',')
    .filter((board) => board !== '')
}

function toRows(
  item: unknown,
  {
    board,
    asOf,
    settles,
  }: {
    readonly board: string
    readonly asOf: CalendarDate
    readonly settles: boolean
  },
): Result<readonly MemberRow[]> {
  const known = checkItem(listed, item)
  if (!known.ok) return known
  const { f12: code, f14: stockName } = known.value
  const instrument = instrumentOf(code)
  if (instrument === undefined) return fail(`"${code.slice(0, 20)}" is no mainland stock`)
  return ok([{ source: 'em-board-members', board, instrument, stockName, asOf, settles }])
}
