import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import type { AttentionRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { checkItem } from '../check-item.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJson } from '../read-json.ts'
import type { Source } from '../source.ts'

const answer = z.object({
  status_code: z.string(),
  data: z.object({ plate_list: z.array(z.unknown()) }).nullish(),
})
/** `rate` is the heat, `order` the place in the list from 1. */
const board = z.object({
  code: z.string(),
  name: z.string().trim().min(1),
  rate: z.string(),
  order: z.string(),
})

/** 同花顺 heat of concept boards: the first twenty at the moment; no history unless it is kept day by day. */
export const thsHot: Source<'attention'> = {
  id: 'ths-hot',
  title: 'THS heat list of concept boards',
  homepage: 'https://eq.10jqka.com.cn/',
  gives: 'Heat and place of the twenty hottest concept boards of the day',
  terms: 'No licence stated; host answers without a cookie. Terms to be cleared by the operator.',
  confidence: 'B',
  fallback: [],
  loads: 'attention',
  pace: 3,
  codes: ['concept'],
  snapshot: true,
  // Each board brings two rows.
  floor: { weekday: 20, weekend: 20 },

  plan: ({ to }) => [
    {
      partition: `concept/${to}`,
      covers: to,
      url: 'https://dq.10jqka.com.cn/fuyao/hot_list_data/out/hot_list/v1/plate?type=concept',
      headers: { referer: 'https://eq.10jqka.com.cn/', accept: 'application/json' },
    },
  ],

  read(page, { covers }) {
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { status_code: code, data } = parsed.value
    const observedOn = parseCalendarDate(covers)
    if (code !== '0' || data === null || data === undefined)
      return { end: 'broken', why: `the host answers ${code.slice(0, 20)} without a list` }
    if (observedOn === undefined) return { end: 'broken', why: 'the request covers no day' }
    // Something is always hottest.
    if (data.plate_list.length === 0) return { end: 'broken', why: 'the heat list is empty' }
    return readItems(data.plate_list, (item) => toRows(item, observedOn))
  },
}

function toRows(item: unknown, observedOn: CalendarDate): Result<readonly AttentionRow[]> {
  const known = checkItem(board, item)
  if (!known.ok) return known
  const { code, name, rate, order } = known.value
  const problems = [
    ...(/^88[56]\d{3}$/.test(code) ? [] : [`"${code.slice(0, 20)}" is no concept board`]),
    ...(/^\d{1,15}(?:\.\d{1,8})?$/.test(rate) ? [] : [`rate "${rate.slice(0, 20)}" is no heat`]),
    ...(/^[1-9]\d{0,3}$/.test(order) ? [] : [`order "${order.slice(0, 20)}" is no place`]),
  ]
  if (problems.length > 0) return fail(...problems)
  const about = { source: 'ths-hot', subject: code, subjectName: name, observedOn }
  return ok([
    { ...about, measure: 'heat', value: rate },
    { ...about, measure: 'heat-rank', value: order },
  ])
}
