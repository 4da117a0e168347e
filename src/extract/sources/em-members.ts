import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { MemberRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { REPORT_PAGE, readReport, reportRequest } from '../eastmoney-report.ts'
import { instrumentOf } from '../instrument.ts'
import { leadingTo, nextPages } from '../page-of-list.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'

const CONCEPT = '3'
const member = z.object({
  SECURITY_CODE: z.string(),
  BOARD_CODE: z.string(),
  BOARD_NAME: z.string().trim().min(1),
  BOARD_TYPE_NEW: z.string(),
})

/** Eastmoney, members of all concept boards: one list over some twenty pages, whole with its last page. */
export const emMembers: Source<'members'> = {
  id: 'em-members',
  title: 'Eastmoney, members of concept boards',
  homepage: 'https://data.eastmoney.com/',
  gives: 'Stocks in every concept board as of the day, with the boards’ names',
  terms: 'Terms and robots.txt of the data host not known: to be read by the operator.',
  confidence: 'A',
  fallback: ['em-board-members'],
  loads: 'members',
  pace: 1,
  codes: [CONCEPT],
  snapshot: true,

  plan: ({ to }) => [
    {
      partition: `${CONCEPT}/${to}`,
      covers: to,
      ...reportRequest({
        name: 'RPT_BOARD_CONSTITUENT',
        columns: 'SECURITY_CODE,BOARD_CODE,BOARD_NAME,BOARD_TYPE_NEW',
        filter: `(BOARD_TYPE_NEW="${CONCEPT}")`,
        sort: ['BOARD_CODE', 'SECURITY_CODE'],
        size: 5000,
      }),
    },
  ],

  read(page, request) {
    const report = readReport(page, request)
    const asOf = parseCalendarDate(request.covers)
    if (report.end === 'empty') return { end: 'broken', why: 'the list of all members is empty' }
    if (report.end !== 'items') return report
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    // One page leads to the next, so that the last one comes only after all others were read.
    const next = nextPages(request, report.place, { parameter: REPORT_PAGE, list: 'stands' })
    const settles = next.length === 0
    return leadingTo(
      readItems(report.items, (item) => toRow(item, { asOf, settles })),
      next,
    )
  },
}

function toRow(
  item: unknown,
  { asOf, settles }: { readonly asOf: CalendarDate; readonly settles: boolean },
): Result<readonly MemberRow[]> {
  const known = checkItem(member, item)
  if (!known.ok) return known
  const { SECURITY_CODE: code, BOARD_CODE: board, BOARD_NAME, BOARD_TYPE_NEW: type } = known.value
  const instrument = instrumentOf(code)
  const problems = [
    // A filter the host does not know is passed over in silence.
    ...(type === CONCEPT ? [] : [`board ${board.slice(0, 20)} is of type ${type.slice(0, 20)}`]),
    ...(/^\d{1,6}$/.test(board) ? [] : [`"${board.slice(0, 20)}" is no code of a board`]),
    ...(instrument === undefined ? [`"${code.slice(0, 20)}" is no mainland stock`] : []),
  ]
  if (problems.length > 0 || instrument === undefined) return fail(...problems)
  return ok([
    {
      source: 'em-members',
      board: `BK${board.padStart(4, '0')}`,
      boardName: BOARD_NAME,
      instrument,
      // The report has no names of stocks.
      stockName: code,
      asOf,
      settles,
    },
  ])
}
