import { decimal, ratioText } from '../model/decimal.ts'
import { isLacking, type Known } from '../model/findings.ts'
import type { ConceptMoney, ListedMoneyLine } from '../model/listed-money-finding.ts'
import type { MarketSide } from '../model/market-side-finding.ts'
import type { Period } from '../model/period.ts'

/**
 * The listed companies' own money against their paper gain:
 * `passed on = 100 × Σ outward investment ÷ gain`, yuan per 100 yuan; without meaning when the gain is not positive.
 * Only money with a known amount is in it, and nothing is unless a source told of outward investment at all.
 *
 * Unit: yuan; yuan per 100 yuan.
 * Source: own definition.
 */
export function conceptMoney(
  market: MarketSide,
  lines: readonly ListedMoneyLine[],
  period: Period,
): Known<ConceptMoney> {
  if (isLacking(market.members)) return market.members
  if (lines.length === 0) return { lacking: 'no-listed-money' }
  const union = market.members.split
  const board = market.paperGain
  const gainOf = isLacking(union) ? 'board' : 'union'
  const ofBoard = isLacking(board) ? board : board.gain
  const gain = isLacking(union) ? ofBoard : union.price
  return {
    members: market.members.frozen.members,
    months: calendarMonths(period),
    lines,
    gain,
    gainOf,
    passedOn: passedOn(gain, lines),
  }
}

function passedOn(gain: Known<string>, lines: readonly ListedMoneyLine[]): Known<string> {
  if (isLacking(gain)) return gain
  if (decimal(gain).lte(0)) return { lacking: 'gain-not-positive' }
  const outward = lines.find(({ kind }) => kind === 'outward-investment')
  if (outward === undefined) return { lacking: 'no-outward-investment' }
  return ratioText(decimal(outward.sum).times(100).div(gain))
}

/** Months of the calendar a period touches. */
function calendarMonths({ from, to }: Period): number {
  const [first, last] = [Temporal.PlainYearMonth.from(from), Temporal.PlainYearMonth.from(to)]
  return first.until(last, { largestUnit: 'months' }).months + 1
}
