import { type Interval, isLacking, type Known, type TrackFindings } from '../../model/findings.ts'
import type { CentralEstimate, FirstFunded, InvestorKinds } from '../../model/inflow-finding.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { periodInWords } from '../period-words.ts'
import {
  type CellView,
  cell,
  figure,
  given,
  head,
  lackingOr,
  num,
  runs,
  type TableView,
  table,
} from './cells.ts'
import { figureColumns } from './columns.ts'
import { isSumKnown, whyNoSum } from './counts.ts'
import { known, listedValues, nameOf, type Words } from './words.ts'

/** What else is said of the recorded deals of each track. */
export function toInflowTable(words: Words): TableView {
  const { say, format, findings } = words
  const columns = [
    'track',
    'mean',
    'top5',
    'hhi',
    'undisclosed-width',
    'estimate',
    'above-floor',
    'first-funded',
  ] as const
  return table({
    caption: say('inflow.caption'),
    columns: figureColumns(words, columns),
    rows: findings.tracks.map((track) => {
      const { mean, top5Share, hhi, undisclosedWidth, estimate, firstFunded } = track.inflowDetail
      const path = `tracks.${track.id}.inflowDetail`
      return [
        head(nameOf(track, words)),
        lackingOr(`${path}.mean`, known(mean, words, format.yuan)),
        lackingOr(`${path}.top5Share`, known(top5Share, words, format.shares)),
        lackingOr(`${path}.hhi`, known(hhi, words, format.ratios)),
        lackingOr(`${path}.undisclosedWidth`, known(undisclosedWidth, words, format.share)),
        estimateCell(`${path}.estimate`, estimate, words),
        aboveFloorCell(track, words),
        firstFundedCell(`${path}.firstFunded`, firstFunded, words),
      ]
    }),
    empty: say('nothing-in-period'),
  })
}

function aboveFloorCell(
  { id, inflow, inflowDetail: { aboveFloor } }: TrackFindings,
  { say, format }: Words,
): CellView {
  const path = `tracks.${id}.inflowDetail.aboveFloor`
  if (!isSumKnown(inflow)) return num('', '–', { sub: say(whyNoSum(inflow)) })
  return num(`${path}.disclosed`, format.yuan(aboveFloor.disclosed), {
    sub: runs(
      figure(`${path}.n`, format.range(String(aboveFloor.n.low), String(aboveFloor.n.high))),
    ),
  })
}

function estimateCell(path: string, estimate: Known<CentralEstimate>, words: Words): CellView {
  if (isLacking(estimate)) return lackingOr(path, known(estimate, words, String))
  const { say, format } = words
  return num(`${path}.central`, say('estimate.about', { sum: format.yuan(estimate.central) }), {
    sub: say.runs('estimate.interval', {
      sum: figure(`${path}.interval`, format.yuan(estimate.interval)),
    }),
  })
}

function firstFundedCell(path: string, first: Known<FirstFunded>, words: Words): CellView {
  if (isLacking(first)) return lackingOr(path, known(first, words, String))
  const { say, format } = words
  const { low, high } = first.companies
  return num(`${path}.companies`, format.range(String(low), String(high)), {
    sub: say.runs('first-funded.since', {
      day: given(`${path}.recordsSince`, format.day(first.recordsSince)),
    }),
  })
}

/** Who paid, half-year by half-year; the part nobody knows stands beside it, and breaks of the sources are marked. */
export function toKindsTable(words: Words): TableView {
  const { say, format, findings } = words
  const halves = findings.kindsOverTime
  const kinds = [...new Set(halves.flatMap((half) => half.kinds.map(({ kind }) => kind)))].sort()
  return table({
    caption: say('kinds.caption'),
    columns: [
      { text: say('col.half'), look: '' },
      { text: say('col.kinds-known'), look: 'num' },
      ...[...kinds, 'unknown'].map((kind) => ({ text: say.code('kind', kind), look: 'num' })),
    ],
    rows: halves.map((half, index) => {
      const path = `kindsOverTime.${index}`
      return [
        head(periodInWords(half.half, say), {
          words: `${path}.half`,
          sub:
            half.breaks.length === 0
              ? ''
              : say.runs('kinds.break', {
                  days: listedValues(
                    half.breaks.map((on, at) => given(`${path}.breaks.${at}`, format.day(on))),
                    words,
                  ),
                }),
        }),
        cell(
          say.runs('kinds.known', {
            known: figure(`${path}.known`, format.number(half.known)),
            deals: figure(`${path}.deals`, format.number(half.deals)),
          }),
          { look: 'num' },
        ),
        ...kinds.map((kind) => kindCell(path, { half, kind }, words)),
        num(`${path}.unknown.deals`, format.number(half.unknown.deals), {
          sub: sumOf(`${path}.unknown`, half.unknown, words),
        }),
      ]
    }),
    empty: say('nothing-in-period'),
  })
}

function kindCell(
  path: string,
  { half, kind }: { readonly half: InvestorKinds; readonly kind: string },
  words: Words,
): CellView {
  const { say, format } = words
  const at = half.kinds.findIndex((part) => part.kind === kind)
  const part = half.kinds[at]
  if (part === undefined) return num('', say('none'))
  return num(`${path}.kinds.${at}.deals`, format.number(part.deals), {
    sub: sumOf(`${path}.kinds.${at}`, part, words),
  })
}

/** What a group of deals disclosed; deals of which none has an amount are no sum of nothing. */
function sumOf(
  path: string,
  { deals, yuan }: { readonly deals: number; readonly yuan: Interval },
  { say, format }: Words,
): Sentence {
  return deals > 0 && Number(yuan.high) === 0
    ? runs(say('undisclosed'))
    : runs(figure(`${path}.yuan`, format.yuan(yuan)))
}
