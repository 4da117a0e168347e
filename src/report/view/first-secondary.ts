import { isLacking, type MarketSide, type TrackFindings } from '../../model/findings.ts'
import { type LineView, line } from './cells.ts'
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
  if (isLacking(deciding)) return line(`${path}.deciding`, say.code('lacking', deciding.lacking))
  return line(
    `${path}.deciding.excess`,
    say('first.index', {
      name: deciding.names[say.lang],
      change: format.change(deciding.change),
      excess: format.points(deciding.excess),
    }),
  )
}

type Line = (path: string, market: MarketSide, words: Words) => readonly LineView[]

const percentileLine: Line = (path, { percentile }, { say, format }) => {
  if (isLacking(percentile)) return []
  const values = {
    percentile: Number(format.percentile(percentile.percentile)),
    years: format.number(percentile.years),
  }
  return [line(`${path}.percentile.percentile`, say('first.percentile', values))]
}

const turnoverLine: Line = (path, { turnover }, { say, format }) => {
  if (isLacking(turnover)) return []
  const now = format.share(turnover.share)
  if (isLacking(turnover.yearBefore))
    return [line(`${path}.turnover.share`, say('first.turnover-now', { now }))]
  const before = format.share(turnover.yearBefore)
  return [line(`${path}.turnover.ratio`, say('first.turnover', { before, now }))]
}

const multipleLine: Line = (path, { multiple }, { say, format }) => {
  if (isLacking(multiple)) return []
  const values = { from: format.number(multiple.atStart), to: format.number(multiple.atEnd) }
  return [line(`${path}.multiple.atEnd`, say('first.pe', values))]
}

const gainLine: Line = (path, { paperGain }, { say, format }) => {
  if (isLacking(paperGain)) return []
  const values = {
    name: paperGain.series.names[say.lang],
    excess: format.yuan(paperGain.excessGain),
    gain: format.yuan(paperGain.gain),
  }
  return [line(`${path}.paperGain.excessGain`, say('first.gain', values))]
}
