import { expect, it } from 'vitest'
import { type FigureUnit, unitOfFigure } from '../../src/report/unit-of-figure.ts'

const FIGURES: readonly (readonly [id: string, value: string | number, unit: FigureUnit])[] = [
  ['tracks.games.market.deciding.excess', '0.9', 'fraction'],
  ['tracks.games.market.deciding.change', '0.9', 'fraction'],
  ['tracks.games.market.members.split.change', '1000.00', 'yuan'],
  ['tracks.games.market.members.split.issuance', '1000.00', 'yuan'],
  ['tracks.games.market.members.beating', '0.4', 'fraction'],
  ['tracks.games.inflowDetail.mean.low', '1000.00', 'yuan'],
  ['transmission.eventStudy.meanAboveOthers.mean', '0.2', 'number'],
  ['tracks.games.ceiling.value.high', '1000.00', 'yuan'],
  ['capture.publishedAmount.value.low', '1000.00', 'yuan'],
  ['claims.3.largest', '1000.00', 'yuan'],
  ['claims.3.details.low', '1000.00', 'yuan'],
  ['claims.3.totals.0.value.high', '1000.00', 'yuan'],
  ['tracks.games.inflowDetail.estimate.central', '1000', 'yuan'],
  ['tracks.games.inflowDetail.estimate.interval.low', '1000', 'yuan'],
  ['tracks.games.primary.conditions.1.details.ceiling', '1000.00', 'yuan'],
  ['capture.publishedCount', 3638, 'count'],
  ['asOf', '2023-06-30', 'day'],
]

it.each(FIGURES)('%s as %s is told as %s', (id, value, unit) => {
  expect(unitOfFigure(id, value)).toBe(unit)
})
