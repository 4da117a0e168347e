import type { BarRow } from '../../model/market-rows.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { Cells } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate, priceProblems } from './cells.ts'

type PlainCells = 'open' | 'high' | 'low' | 'adjFactor' | 'pe'

const PLAIN: Readonly<Record<PlainCells, string>> = {
  open: 'open',
  high: 'high',
  low: 'low',
  adjFactor: 'adj_factor',
  pe: 'pe',
}

/** A bar of a row in whole units, or what is wrong with its prices. */
export function toBar(
  cells: Cells,
  bar: Pick<BarRow, 'source' | 'code' | 'seriesKind' | 'seriesName'> & Partial<BarRow>,
  dateColumn = 'trade_date',
): Result<readonly BarRow[]> {
  const problems = priceProblems(cells)
  if (problems.length > 0) return fail(...problems)
  return ok([
    {
      ...given(cells, PLAIN),
      ...givenDate(cells, 'knownFrom', 'known_from'),
      tradeDate: filledDate(cells, dateColumn),
      close: filled(cells, 'close'),
      ...bar,
    },
  ])
}

export const TRADE_DATE = {
  name: 'trade_date',
  type: 'date',
  required: 'cell',
  doc: 'Session, in Asia/Shanghai.',
  example: '2023-06-30',
} as const
