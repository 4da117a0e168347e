import type { CaptureRange, LevelBasis } from '../../model/capture-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { type CellView, cell, figure, head, num, type TableView, table } from './cells.ts'
import { shareCell } from './counts.ts'
import { detailsInWords } from './details.ts'
import { nameOf, type Words } from './words.ts'

/** How much was seen of the whole market and of each track, and what levels may therefore rest on. */
export function toCaptureRanges(words: Words): TableView {
  const { say, findings } = words
  const columns = ['track', 'n', 'capture-deals', 'capture-yuan', 'levels'] as const
  return table({
    caption: say('capture-range.caption'),
    columns: columns.map((name) => ({
      text: say(`col.${name}`),
      look: name === 'track' || name === 'levels' ? '' : 'num',
    })),
    rows: [
      toRow(
        head(say('capture-range.market')),
        { path: 'capture.range', range: findings.capture.range },
        words,
      ),
      ...findings.tracks.map((track) =>
        toRow(
          head(nameOf(track, words)),
          { path: `tracks.${track.id}.capture`, range: track.capture },
          words,
        ),
      ),
    ],
    empty: say('nothing-in-period'),
  })
}

function toRow(
  name: CellView,
  { path, range }: { readonly path: string; readonly range: CaptureRange },
  words: Words,
): readonly CellView[] {
  const { format } = words
  const { low, high } = range.recorded
  return [
    name,
    num(`${path}.recorded`, format.range(format.number(low), format.number(high))),
    shareCell(`${path}.countShare`, range.countShare, words),
    shareCell(`${path}.yuanShare`, range.yuanShare, words),
    cell(levelsInWords(range.levels, words, `${path}.levels`)),
  ]
}

function levelsInWords({ from, details }: LevelBasis, words: Words, path: string): Sentence {
  const { say, format } = words
  const { bar, captureLow, captureHigh } = details
  return say.runs(`levels.${from}`, {
    ...detailsInWords(details, words, path),
    ...(captureLow === undefined || captureHigh === undefined
      ? {}
      : {
          share: figure(
            `${path}.details`,
            format.shareRange({ low: captureLow, high: captureHigh }),
          ),
        }),
    ...(bar === undefined ? {} : { bar: figure(`${path}.details.bar`, format.share(bar)) }),
  })
}
