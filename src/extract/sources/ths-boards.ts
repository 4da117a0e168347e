import { z } from 'zod'
import { fail, ok } from '../../model/result.ts'
import { barOf } from '../bar-cells.ts'
import { notData } from '../detect-block.ts'
import { readItems } from '../read-items.ts'
import { readJsonp } from '../read-json.ts'
import { type Source, yearsOf } from '../source.ts'

const answer = z.object({ data: z.string() })

/** 同花顺 board history, one file a calendar year. Index codes are 885… and 886…, not the 30… of pages. */
export const thsBoards: Source<'bars'> = {
  id: 'ths-boards',
  title: 'THS concept boards, year files',
  homepage: 'https://q.10jqka.com.cn/gn/',
  gives: 'Daily bars of concept boards back to 2014; volume in shares, turnover in yuan',
  terms: 'No licence stated; host answers without a cookie. Terms to be cleared by the operator.',
  confidence: 'A-',
  fallback: ['ths-official-history'],
  loads: 'bars',
  pace: 1,
  codes: ['885728', '886019'],

  plan: (span, codes) =>
    codes.flatMap((code) =>
      yearsOf(span).map(({ year }) => ({
        partition: `${code}/${year}`,
        covers: String(year),
        url: `https://d.10jqka.com.cn/v6/line/bk_${code}/01/${year}.js`,
        headers: { referer: 'https://q.10jqka.com.cn/' },
      })),
    ),

  read(page, { partition }) {
    // A board younger than the year has no file: that is an answer.
    if (page.status === 404) return { end: 'empty' }
    const parsed = readJsonp(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const [code = '', year = ''] = partition.split('/')
    const lines = parsed.value.data.split(';').filter((line) => line !== '')
    return readItems(lines, (line) => {
      if (!line.startsWith(year)) return fail(`the row is not of ${year}`)
      const bar = readLine(line, code)
      return bar.ok ? ok([bar.value]) : bar
    })
  },
}

/** Order of the cells: date, open, high, low, close, volume, turnover. An index level has no unit, so none is checked. */
function readLine(line: string, code: string): ReturnType<typeof barOf> {
  const [
    date = '',
    open = null,
    high = null,
    low = null,
    close = null,
    volume = null,
    amount = null,
  ] = line.split(',')
  return barOf({
    source: 'ths-boards',
    code,
    kind: 'board',
    name: code,
    day: date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    open,
    high,
    low,
    close,
    volume,
    amount,
  })
}
