import type { TrackFindings } from '../../model/findings.ts'
import { DIVISIONS, type Division, type InflowPart } from '../../model/inflow-finding.ts'
import { toSentence } from '../messages/catalogue.ts'
import { provinceName } from '../province-names.ts'
import { type CellView, cell, head, num, type TableView, table } from './cells.ts'
import { mixedColumns } from './columns.ts'
import { countInWords, rangeInWords, sumInWords } from './counts.ts'
import { roundGroup } from './round-group.ts'
import { nameOf, type Words } from './words.ts'

/** The recorded deals of each track part by part, what nobody knows beside what is known. */
export function toPartsTable(words: Words): TableView {
  const columns = ['track', 'by', 'part', 'n', 'disclosed', 'bounded'] as const
  return table({
    caption: words.say('parts.caption'),
    columns: mixedColumns(words, columns),
    rows: words.findings.tracks.flatMap((track) =>
      DIVISIONS.flatMap((by) =>
        track.inflowDetail[by].map((part, index) => partRow(track, { by, part, index }, words)),
      ),
    ),
    empty: words.say('nothing-in-period'),
  })
}

function partRow(
  track: TrackFindings,
  { by, part, index }: { readonly by: Division; readonly part: InflowPart; readonly index: number },
  words: Words,
): readonly CellView[] {
  const { say, format } = words
  const path = `tracks.${track.id}.inflowDetail.${by}.${index}`
  const name = nameOfPart(by, part, words)
  return [
    head(nameOf(track, words)),
    cell(say.code('part-by', by)),
    // A name that is the word itself is read back; one of the catalogue is ours.
    cell(name, { words: name === part.part ? `${path}.part` : '' }),
    num('', countInWords(path, part, words), {
      sub: rangeInWords(`${path}.nRange`, part.nRange, words),
    }),
    num('', toSentence(sumInWords(`${path}.disclosed`, part, words))),
    num(`${path}.bounded`, format.yuan(part.bounded)),
  ]
}

function nameOfPart(by: Division, { part }: InflowPart, { say }: Words): string {
  if (by === 'byRound' || part === 'unknown') return roundGroup(part, say)
  return by === 'byProvince' ? provinceName(part, say.lang) : part
}
