import type { CorrectedDeal, DealStanding } from '../../model/change-finding.ts'
import { isLacking } from '../../model/findings.ts'
import {
  type CellView,
  cell,
  head,
  num,
  remarkSentence,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { trackName, type Words } from './words.ts'

/** Every deal that the last edition of this period knew of and told otherwise: corrected, withdrawn, or counted by other rules. */
export function toCorrectionsTable(words: Words): TableView {
  const { say, findings } = words
  const { samePeriod } = findings.changes
  const corrected = isLacking(samePeriod) ? [] : (samePeriod.corrected ?? [])
  return table({
    caption: say('corrections.caption'),
    columns: [
      { text: say('col.date'), look: '' },
      { text: say('col.company'), look: '' },
      { text: say('corrections.cause'), look: '' },
      { text: say('correction.before'), look: 'num' },
      { text: say('changes.now'), look: 'num' },
      { text: say('col.sources'), look: '' },
    ],
    rows: corrected.map((deal) => rowOf(deal, words)),
    empty: isLacking(samePeriod)
      ? say.code('lacking', samePeriod.lacking)
      : say('corrections.none'),
  })
}

function rowOf(deal: CorrectedDeal, words: Words): readonly CellView[] {
  const { say, format } = words
  const { dealId, cause, company, announcedOn, before, after, urls, note } = deal
  const path = `changes.samePeriod.corrected.${dealId}`
  return [
    cell(format.day(announcedOn), { words: `${path}.announcedOn`, look: 'date' }),
    head(company, { words: `${path}.company` }),
    cell(say.code('cause', cause)),
    standingCell(`${path}.before`, before, words),
    standingCell(`${path}.after`, after, words),
    cell('', { links: toLinks(urls), sub: remarkSentence(`${path}.note`, note, say) }),
  ]
}

/** What it counted for: an amount, or why it did not count. */
function standingCell(path: string, standing: DealStanding | undefined, words: Words): CellView {
  const { say, format } = words
  if (standing === undefined) return num('', '–', { sub: say('corrections.no-line') })
  const { track, yuan, exclusion } = standing
  const where =
    exclusion === undefined
      ? trackName(track, words)
      : say('corrections.not-counted', { why: say.code('reason', exclusion) })
  return yuan === undefined
    ? num('', say('undisclosed'), { sub: where })
    : num(`${path}.yuan`, format.yuan(yuan), { sub: where })
}
