import type { Exported } from './exported.ts'

export type Holds = boolean | undefined

export function atLeast(figure: string | number | undefined, bar: number): Holds {
  return figure === undefined ? undefined : Number(figure) >= bar
}

/** Yes when all hold; between when one fails; else nobody can say. */
function verdictOf(conditions: readonly Holds[]): string {
  if (conditions.every((holds) => holds === true)) return 'yes'
  return conditions.includes(false) ? 'between' : 'not-judged'
}

/** The verdict of one side of a track; a yes or no that too few definitions agree with hangs on the definition. */
export function signatureOf(
  tables: Exported,
  track: string,
  side: 'secondary' | 'primary',
): string {
  const verdict = side === 'secondary' ? secondaryOf(tables, track) : primaryOf(tables, track)
  const { share } = tables.row('definitions', { track, figure: side })
  const isAgreed = atLeast(share, tables.rule('multiverse.min_sign_share')) !== false
  return isAgreed || verdict === 'between' ? verdict : 'depends'
}

function secondaryOf(tables: Exported, track: string): string {
  const side = tables.row('market', { track })
  const confirms = tables.row('series', { track, role: 'confirms', membership: 'dated' })
  const excess = side['deciding.excess']
  if (excess !== undefined && Number(excess) <= tables.rule('secondary.no_excess')) return 'no'
  const years = Number(side['percentile.years'] ?? 0)
  const percentile = atLeast(side['percentile.percentile'], tables.rule('secondary.yes_percentile'))
  const isShort = years < tables.rule('secondary.history_years') - 0.1
  return verdictOf([
    atLeast(excess, tables.rule('secondary.yes_excess')),
    // Where a history is too short it can say that something is usual, not that it is rare.
    percentile === true && isShort ? undefined : percentile,
    atLeast(side['shifts.lowest'], tables.rule('secondary.yes_shifted_excess')),
    atLeast(side['turnover.ratio'], tables.rule('secondary.yes_turnover_ratio')),
    atLeast(confirms['excess'], tables.rule('secondary.confirm_excess')),
  ])
}

function primaryOf(tables: Exported, track: string): string {
  const inflow = tables.row('inflow', { track, span: 'current' })
  const market = tables.row('capture')
  const amounts = amountsOf(tables, track)
  const exact = amounts.find(({ fit }) => fit === 'exact')
  const seen = Number(inflow['disclosed.low'])
  const isCaptured =
    exact !== undefined && seen / Number(exact['value.high']) >= tables.rule('primary.capture_bar')
  const own = isCaptured ? Number(inflow['bounded.high']) : undefined
  const upper = ceilingOf(tables, track) ?? own
  const isHeld = Number(market['publishedAmount.value.high']) >= seen
  const [low, high] = isHeld
    ? [market['publishedAmount.value.low'], market['publishedAmount.value.high']]
    : []
  const isSmall =
    upper !== undefined &&
    low !== undefined &&
    upper / Number(low) < tables.rule('primary.no_upper_share')
  if (isSmall) return 'no'
  const share = (yuan: string | undefined): number | undefined =>
    high === undefined ? undefined : Number(yuan ?? 0) / Number(high)
  const yes = verdictOf([
    atLeast(share(inflow['disclosed.low']), tables.rule('primary.yes_lower_share')),
    atLeast(
      share(inflow['withoutTwoLargest.low']),
      tables.rule('primary.yes_lower_share_without_two'),
    ),
    atLeast(inflow['companiesAbove100m'], tables.rule('primary.yes_companies')),
  ])
  if (yes === 'yes') return 'yes'
  return isCaptured ? 'between' : 'not-judged'
}

/** Published amounts of a track, but none of less than was surely recorded of it. */
function amountsOf(tables: Exported, track: string): ReturnType<Exported['rows']> {
  const recorded = tables.row('inflow', { track, span: 'current' })['disclosed.low']
  return tables
    .rows('published-totals', { ...{ track, metric: 'amount', unit: 'CNY', isFloor: 'false' } })
    .filter((total) => Number(total['value.high']) >= Number(recorded))
}

/** The lowest published amount that bounds a track from above. */
export function ceilingOf(tables: Exported, track: string): number | undefined {
  const highs = amountsOf(tables, track).map((row) => Number(row['value.high']))
  return highs.length === 0 ? undefined : Math.min(...highs)
}

/** Rows may speak for a whole track only where even the low end of their share is at the bar. */
export function restsOnRows(tables: Exported, track: string): boolean {
  const capture = tables.row('capture-by-track', { track })
  const low = capture['countShare.low'] ?? capture['yuanShare.low']
  return atLeast(low, tables.rule('capture.minimum_share')) === true
}
