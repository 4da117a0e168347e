import { isNumber } from './compare-figure.ts'
import { type KnownFigure, type KnownFigures, nameOf, parentOf } from './known-figures.ts'
import type { Page } from './page.ts'
import type { GateReason } from './reason.ts'

/** Figures that every edition prints where they are known; `*` stands for one part, a bound for its interval. */
const PRINTED = [
  'tracks.*.secondary.verdict',
  'tracks.*.primary.verdict',
  'tracks.*.market.deciding.change',
  'tracks.*.market.deciding.excess',
  'tracks.*.market.percentile.percentile',
  'tracks.*.market.turnover.share',
  'tracks.*.market.paperGain.gain',
  'tracks.*.market.paperGain.excessGain',
  'tracks.*.market.confirming.*.excess',
  'tracks.*.market.shown.*.excess',
  'tracks.*.inflow.n',
  'tracks.*.inflow.undisclosed',
  'tracks.*.inflow.disclosed.low',
  'tracks.*.inflow.bounded.low',
  'tracks.*.gap.passThrough.low',
  'tracks.*.capture.countShare.low',
  'tracks.*.published.*.value.low',
  'capture.recorded',
  'capture.countShare',
  'capture.directions.*.percent',
  'propositions.*.verdict',
  'claims.*.verdict',
  'forecasts.*.outcome',
  'deals.*.yuan.low',
  'exclusions.*.yuan.low',
  'exclusionTotals.*.*.*.n',
  'exclusionTotals.*.*.*.yuan.low',
  'amounts.seen',
  'amounts.counted',
  'amounts.inLedger',
  'amounts.lines.*.*.*.n',
  'transmission.tracks.*.result',
  'transmission.monthly.tracks.*.result',
  'kindsOverTime.*.deals',
  'kindsOverTime.*.unknown.deals',
  'kindsOverTime.*.kinds.*.deals',
  'sources.*.*.rows',
  'caps.*.*.yuan',
].map((path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`))

/** Names of lines that have no figure of their own to be missed by. */
const NAMED = [
  /^deals\.[^.]+\.company$/,
  /^exclusions\.[^.]+\.company$/,
  /^claims\.\d+\.claim$/,
  /^forecasts\.\d+\.statement$/,
  /^unicorns\.\d+\.company$/,
  /^policies\.\d+\.event$/,
]

/** Whether everything the rows give stands on the page, or is marked as lacking. */
export function checkMissing(page: Page, figures: KnownFigures): readonly GateReason[] {
  const paths = new Set(page.figures.map(({ path }) => path))
  const texts = new Set(page.words.map(({ text }) => text))
  return figures.all.flatMap((figure): readonly GateReason[] => {
    if (isMissing(figure, paths))
      return [
        {
          check: 'missing',
          where: figure.id,
          says: `the rows give ${figure.value}; the page has it nowhere`,
        },
      ]
    if (NAMED.some((path) => path.test(figure.id)) && !texts.has(String(figure.value)))
      return [
        {
          check: 'missing',
          where: figure.id,
          says: `the line of "${figure.value}" is not on the page`,
        },
      ]
    return []
  })
}

function isMissing(figure: KnownFigure, paths: ReadonlySet<string>): boolean {
  const { id } = figure
  if (!PRINTED.some((path) => path.test(id)) || paths.has(id)) return false
  // An interval is printed as one; a cap by the line it stands in. Nothing at all may be said in words.
  if (paths.has(parentOf(id))) return false
  return !(isNumber(figure) && Number(figure.value) === 0 && nameOf(id) !== 'n')
}
