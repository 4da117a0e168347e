import { z } from 'zod'
import { parseCalendarDate } from '../../model/calendar-date.ts'
import { fail, ok } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { readItems } from '../read-items.ts'
import type { Source } from '../source.ts'
import { boardCodeOf, readThsOfficial, THS_OFFICIAL, thsOfficialAddress } from '../ths-official.ts'

const board = z.object({ thscode: z.string(), name: z.string().trim().min(1) })

/** 同花顺 official API, catalogue of concept boards: one answer holds all. */
export const thsOfficialList: Source<'listings'> = {
  ...THS_OFFICIAL,
  id: 'ths-official-list',
  title: 'THS official API, concept boards',
  gives: 'Concept boards of the day: code and name',
  fallback: ['ths-list'],
  loads: 'listings',
  codes: ['cn_concept'],
  snapshot: true,
  floor: { weekday: 200, weekend: 200 },

  // Only one catalogue: a night has one list of boards, and a second one would close the first.
  plan: ({ to }) => [
    {
      partition: `cn_concept/${to}`,
      covers: to,
      url: thsOfficialAddress('catalog/ths-index-list?tag=cn_concept'),
      headers: { accept: 'application/json' },
    },
  ],

  read(page, { covers }) {
    const answer = readThsOfficial(page)
    if (answer.end !== 'items') return answer
    const asOf = parseCalendarDate(covers)
    if (asOf === undefined) return { end: 'broken', why: 'the request covers no day' }
    if (answer.items.length === 0) return { end: 'broken', why: 'the list of all boards is empty' }
    return readItems(answer.items, (item) => {
      const known = checkItem(board, item)
      if (!known.ok) return known
      const { thscode, name } = known.value
      const code = boardCodeOf(thscode)
      if (code === undefined) return fail(`"${thscode.slice(0, 20)}" is no concept board`)
      return ok([{ source: 'ths-official-list', code, name, asOf, settles: true }])
    })
  },
}
