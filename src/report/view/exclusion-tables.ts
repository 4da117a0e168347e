import type { ExclusionTotal } from '../../model/findings.ts'
import { cell, givenSentence, head, num, type TableView, table } from './cells.ts'
import { columns } from './columns.ts'
import { countInWords } from './counts.ts'
import { companyCell, dateCell, sourceCell, yuanCell } from './deal-cells.ts'
import { trackName, type Words } from './words.ts'

/** What was seen and is not inflow, each with its reason. */
export function toExclusionTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: say('exclusions.caption'),
    columns: columns(words, ['date', 'company', 'track', 'reason', 'amount', 'yuan', 'sources']),
    rows: findings.exclusions.map((deal) => [
      dateCell(deal, 'exclusions', words),
      companyCell(deal, 'exclusions'),
      cell(trackName(deal.track, words)),
      cell(say.code('reason', deal.exclusion ?? 'other'), { sub: say.code('status', deal.status) }),
      cell(deal.amountText ?? say('undisclosed'), {
        words: `exclusions.${deal.dealId}.amountText`,
        sub: givenSentence(`exclusions.${deal.dealId}.roundText`, deal.roundText ?? ''),
      }),
      yuanCell(deal, 'exclusions', words),
      sourceCell(deal, 'exclusions', words),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** Its sums, apart by reason, kind and status. */
export function toExclusionTotals(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('exclusions.totals'),
    columns: columns(words, ['reason', 'status', 'count', 'sum']),
    rows: findings.exclusionTotals.map(({ reason, kind, status, n, undisclosed, yuan }) => [
      head(say.code('reason', reason), { sub: kindInWords({ reason, kind }, words) }),
      cell(say.code('status', status)),
      num(
        '',
        countInWords(`exclusionTotals.${reason}.${kind}.${status}`, { n, undisclosed }, words),
      ),
      num(
        `exclusionTotals.${reason}.${kind}.${status}.yuan`,
        n === undisclosed ? '–' : format.yuan(yuan),
      ),
    ]),
    empty: say('nothing-in-period'),
  })
}

/** Where the reason does not say it, what kind of money was told again or is told no longer. */
function kindInWords(
  { reason, kind }: Pick<ExclusionTotal, 'reason' | 'kind'>,
  { say }: Words,
): string {
  return ['duplicate', 'withdrawn', 'rejected'].includes(reason) ? say.code('reason', kind) : ''
}
