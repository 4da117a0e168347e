import type { Sentence } from '../messages/catalogue.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import type { Words } from './words.ts'

export interface DataPageView {
  readonly sources: TableView
  readonly faults: readonly Sentence[]
}

const MOST_FILES = 3

/** Which data the edition drew on, and what is wrong with it. */
export function toData(words: Words): DataPageView {
  const { say, format, findings } = words
  const files = (path: string, names: readonly string[]): CellView =>
    cell(
      runs(
        ...names
          .slice(0, MOST_FILES)
          .flatMap((name, index) => [index === 0 ? '' : ', ', given(`${path}.${index}`, name)]),
      ),
      {
        sub:
          names.length > MOST_FILES
            ? say.runs('files.all', { n: figure(path, format.number(names.length)) })
            : '',
      },
    )
  return {
    sources: table({
      caption: say('sources.caption'),
      columns: [
        { text: say('col.source'), look: '' },
        { text: say('col.what'), look: '' },
        { text: say('col.rows'), look: 'num' },
        { text: say('col.span'), look: '' },
        { text: say('col.files'), look: '' },
      ],
      rows: findings.sources.map(({ source, what, rows, first, last, files: names }) => [
        head(source, { words: `sources.${source}.${what}.source` }),
        cell(say.code('kind-of', what)),
        num(`sources.${source}.${what}.rows`, format.number(rows)),
        cell(
          first === undefined || last === undefined
            ? '–'
            : runs(
                given(`sources.${source}.${what}.first`, format.day(first)),
                ' – ',
                given(`sources.${source}.${what}.last`, format.day(last)),
              ),
        ),
        files(`sources.${source}.${what}.files`, names),
      ]),
      empty: say('none'),
    }),
    faults:
      findings.faults.length === 0
        ? [say.runs('fault.none')]
        : findings.faults.map(({ id, count, examples }) =>
            say.runs(`fault.${id}`, {
              count: figure(`faults.${id}.count`, format.number(count), count),
              examples: runs(
                ...examples.flatMap((example, index) => [
                  index === 0 ? '' : ', ',
                  given(`faults.${id}.examples.${index}`, example),
                ]),
              ),
            }),
          ),
  }
}
