import {
  cell,
  givenSentence,
  head,
  remarkSentence,
  type TableView,
  table,
  toLinks,
} from './cells.ts'
import { columns } from './columns.ts'
import { trackName, type Words } from './words.ts'

/** Every unicorn known, with its birth, its end and its evidence. */
export function toUnicornTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('unicorns.caption'),
    columns: columns(words, ['company', 'track', 'born', 'ended', 'valuation', 'sources']),
    rows: findings.unicorns.map((line, index) => [
      head(line.company, {
        words: `unicorns.${index}.company`,
        sub: givenSentence(`unicorns.${index}.companyEn`, line.companyEn ?? ''),
      }),
      cell(trackName(line.track, words)),
      cell(format.day(line.bornOn), {
        words: `unicorns.${index}.bornOn`,
        look: 'date',
        sub: say.code('precision', line.precision),
      }),
      cell(line.endedOn === undefined ? '–' : format.day(line.endedOn), {
        words: `unicorns.${index}.endedOn`,
        look: 'date',
        sub: remarkSentence(`unicorns.${index}.endReason`, line.endReason, say),
      }),
      cell(line.valuationText ?? say('undisclosed'), { words: `unicorns.${index}.valuationText` }),
      cell('', { links: toLinks(line.urls) }),
    ]),
    empty: say('nothing-in-period'),
  })
}
