import { cell, head, type TableView, table, toLinks } from './cells.ts'
import { columns } from './columns.ts'
import { trackName, type Words } from './words.ts'

/** Policy and industry events of the period. */
export function toPolicyTable(words: Words): TableView {
  const { say, format, findings } = words
  return table({
    caption: say('policies.caption'),
    columns: columns(words, ['date', 'event', 'what', 'track', 'sources']),
    rows: findings.policies.map((line, index) => [
      cell(format.day(line.on), {
        words: `policies.${index}.on`,
        look: 'date',
        sub: say.code('precision', line.precision),
      }),
      head(line.event, { words: `policies.${index}.event` }),
      cell(say.code('policy', line.kind)),
      cell(trackName(line.track, words)),
      cell('', { links: toLinks([line.url]) }),
    ]),
    empty: say('nothing-in-period'),
  })
}
