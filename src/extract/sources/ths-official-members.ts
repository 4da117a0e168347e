import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import { fail, ok } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { instrumentOf } from '../instrument.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'
import { readThsOfficial, THS_OFFICIAL, thsOfficialAddress } from '../ths-official.ts'

const stock = z.object({ thscode: z.string(), name: z.string().trim().min(1) })
const EXCHANGES: Readonly<Record<string, string>> = { SH: 'XSHG', SZ: 'XSHE', BJ: 'BJSE' }

/** 同花顺 official API, members of a board: today's only, never to be read as history. */
export const thsOfficialMembers: Source<'members'> = {
  ...THS_OFFICIAL,
  id: 'ths-official-members',
  title: 'THS official API, members of boards',
  gives: 'Stocks in each concept board as of the day',
  fallback: [],
  loads: 'members',
  codes: ['885728', '886019'],
  snapshot: true,

  plan: ({ to }, codes) =>
    codes.map((code) => ({
      partition: `${code}/${to}`,
      covers: to,
      url: thsOfficialAddress(`constituents/ths-stock-list?thscode=${code}.TI`),
      headers: { accept: 'application/json' },
    })),

  read(page, { partition, covers }) {
    const answer = readThsOfficial(page)
    if (answer.end !== 'items') return answer
    const asOf = parseCalendarDate(covers)
    const [board = ''] = partition.split('/')
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    // A board without members is not believed: an answer that is not ready looks the same.
    if (answer.items.length === 0) return { end: 'broken', why: `${board} has no members` }
    return readItems(answer.items, (item) => {
      const known = checkItem(stock, item)
      if (!known.ok) return known
      const { thscode, name } = known.value
      const instrument = instrumentOfThs(thscode)
      if (instrument === undefined) return fail(`"${thscode.slice(0, 20)}" is no mainland stock`)
      const row = { source: 'ths-official-members', board, instrument, stockName: name, asOf }
      return ok([{ ...row, settles: true }])
    })
  },
}

/** `600519.SH` → `XSHG:600519`, where number and exchange belong together. */
function instrumentOfThs(thscode: string): string | undefined {
  const [code = '', exchange = ''] = thscode.split('.')
  const instrument = instrumentOf(code)
  return instrument === `${EXCHANGES[exchange]}:${code}` ? instrument : undefined
}
