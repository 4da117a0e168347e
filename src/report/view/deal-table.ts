import { decimal } from '../../model/decimal.ts'
import type { DealLine } from '../../model/findings.ts'
import { type FigureValue, type Sentence, textOf } from '../messages/catalogue.ts'
import { type CellView, cell, figure, given, runs, type TableView, table } from './cells.ts'
import { columns } from './columns.ts'
import { companyCell, type DealList, dateCell, sourceCell, yuanCell } from './deal-cells.ts'
import { listedValues, trackName, type Words } from './words.ts'

/** Longer lists show their largest in sight and all of them folded. */
const MOST_IN_SIGHT = 20

/** The largest deals that count, or all when they are few; in the order of their days. */
export function toDealTable(words: Words): TableView {
  const { say, findings } = words
  const { deals } = findings
  if (deals.length <= MOST_IN_SIGHT) return toAllDealsTable(words)
  const bySize = [...deals].sort((a, b) => decimal(b.yuan?.high ?? 0).cmp(a.yuan?.high ?? 0))
  const largest = new Set(bySize.slice(0, MOST_IN_SIGHT))
  const caption = runs(
    say.runs('deals.largest', { n: MOST_IN_SIGHT, deals: dealsInAll(words) }),
    ` ${say('deals.caption')} `,
    kindsKnown(words),
  )
  return {
    ...toAllDealsTable({
      ...words,
      findings: { ...findings, deals: deals.filter((deal) => largest.has(deal)) },
    }),
    caption,
    label: textOf(caption),
  }
}

function dealsInAll({ format, findings }: Words): FigureValue {
  const { length } = findings.deals
  return figure('deals', format.number(length), length)
}

/** All of them, when not all are in sight. */
export function toMoreDeals(words: Words): TableView | undefined {
  const { deals } = words.findings
  if (deals.length <= MOST_IN_SIGHT) return undefined
  const caption = words.say.runs('deals.all', { deals: dealsInAll(words) })
  return { ...toAllDealsTable(words), caption, label: textOf(caption) }
}

function toAllDealsTable(words: Words): TableView {
  const { say, findings } = words
  return table({
    caption: runs(`${say('deals.caption')} `, kindsKnown(words)),
    columns: columns(words, [
      'date',
      'company',
      'track',
      'round',
      'amount',
      'yuan',
      'investors',
      'sources',
    ]),
    rows: findings.deals.map((deal) => [
      dateCell(deal, 'deals', words),
      companyCell(deal, 'deals'),
      cell(trackName(deal.track, words)),
      cell(deal.roundText ?? say('undisclosed'), { words: `deals.${deal.dealId}.roundText` }),
      amountCell(deal, words),
      yuanCell(deal, 'deals', words),
      cell(investorsInWords(deal, words)),
      voicesCell(deal, 'deals', words),
    ]),
    empty: say('nothing-in-period'),
  })
}

function investorsInWords({ dealId, investors }: DealLine, words: Words): Sentence {
  const { say } = words
  return listedValues(
    investors.map(({ name, lead, kind }, index) => {
      const known = kind === 'unknown' ? '' : say('investor.kind', { kind: say.code('kind', kind) })
      return runs(lead ? '*' : '', given(`deals.${dealId}.investors.${index}.name`, name), known)
    }),
    words,
  )
}

function kindsKnown({ say, format, findings }: Words): Sentence {
  const { deals, known } = findings.investorShift.recorded
  const path = 'investorShift.recorded'
  return say.runs('deals.kinds', {
    deals: figure(`${path}.deals`, format.number(deals), deals),
    known: figure(`${path}.known`, format.number(known), known),
  })
}

/** An amount as printed; a total of several rounds says so. */
function amountCell({ dealId, amountText, covers }: DealLine, { say }: Words): CellView {
  return cell(amountText ?? say('undisclosed'), {
    words: `deals.${dealId}.amountText`,
    sub: covers === undefined || amountText === undefined ? '' : say.code('covers', covers),
  })
}

/** Where it is told, and by how many in words of their own: copies count once. */
function voicesCell(deal: DealLine, list: DealList, words: Words): CellView {
  const { say } = words
  const { dealId, sources } = deal
  const { links, sub } = sourceCell(deal, list, words)
  if (sources.tellings === 0) return cell('', { links, sub })
  const { independent } = sources
  const path = `${list}.${dealId}.sources.independent`
  const voices = say.runs('deals.voices', {
    independent: figure(path, String(independent), independent),
  })
  return cell(voices, { links, sub })
}
