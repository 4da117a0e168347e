import { isLacking, type TrackFindings } from '../../model/findings.ts'
import type { MarketSide } from '../../model/market-side-finding.ts'
import { figure, type LineView, line } from './cells.ts'
import type { Words } from './words.ts'

/** The market side of the first screen. What cannot be given is left out here and explained in the track table. */
export function secondaryLines({ id, market }: TrackFindings, words: Words): readonly LineView[] {
  const path = `tracks.${id}.market`
  return [
    decidingLine(path, market, words),
    ...percentileLine(path, market, words),
    ...turnoverLine(path, market, words),
    ...multipleLine(path, market, words),
    ...gainLine(path, market, words),
  ]
}

function decidingLine(path: string, { deciding }: MarketSide, { say, format }: Words): LineView {
  if (isLacking(deciding)) return line(say.runs(`lacking.${deciding.lacking}`), 'key')
  return line(
    say.runs('first.index', {
      name: deciding.names[say.lang],
      change: figure(`${path}.deciding.change`, format.change(deciding.change)),
      excess: figure(`${path}.deciding.excess`, format.points(deciding.excess)),
    }),
    'key',
  )
}

type Line = (path: string, market: MarketSide, words: Words) => readonly LineView[]

const percentileLine: Line = (path, { percentile }, { say, format }) => {
  if (isLacking(percentile)) return []
  const rank = format.percentile(percentile.percentile)
  const values = {
    percentile: figure(`${path}.percentile.percentile`, rank, Number(rank)),
    years: figure(`${path}.percentile.years`, format.number(percentile.years)),
  }
  return [line(say.runs('first.percentile', values))]
}

const turnoverLine: Line = (path, { turnover }, { say, format }) => {
  if (isLacking(turnover)) return []
  const now = figure(`${path}.turnover.share`, format.share(turnover.share))
  if (isLacking(turnover.yearBefore)) return [line(say.runs('first.turnover-now', { now }))]
  const before = figure(`${path}.turnover.yearBefore`, format.share(turnover.yearBefore))
  return [line(say.runs('first.turnover', { before, now }))]
}

const multipleLine: Line = (path, { multiple }, { say, format }) => {
  if (isLacking(multiple)) return []
  const values = {
    from: figure(`${path}.multiple.atStart`, format.number(multiple.atStart)),
    to: figure(`${path}.multiple.atEnd`, format.number(multiple.atEnd)),
  }
  return [line(say.runs('first.pe', values))]
}

const gainLine: Line = (path, { paperGain }, { say, format }) => {
  if (isLacking(paperGain)) return []
  const values = {
    name: paperGain.series.names[say.lang],
    excess: figure(`${path}.paperGain.excessGain`, format.yuan(paperGain.excessGain)),
    gain: figure(`${path}.paperGain.gain`, format.yuan(paperGain.gain)),
  }
  return [line(say.runs('first.gain', values))]
}
