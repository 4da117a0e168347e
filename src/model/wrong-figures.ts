import type { CorrectionBars } from './alerts-config.ts'
import {
  type ChangedFigure,
  type ChangedVerdict,
  type ChangesInPeriod,
  type FigureChange,
  isVerdict,
} from './change-finding.ts'
import { decimal } from './decimal.ts'
import { type Findings, isLacking } from './findings.ts'
import { compareHeadlines, distance } from './headline-figures.ts'
import type { Interval } from './known.ts'

/** What moved the figures from one edition to another, step by step; undefined: nobody can tell. */
export type Chain = readonly ChangesInPeriod[] | undefined

/**
 * Headline figures of an edition that were wrong by at least the bars: the later one says something else for a reason that
 * held before. What was told late or is new made nothing wrong, and an unknown was not wrong either. Where causes are not
 * known, the whole move counts.
 */
export function wrongFigures(
  before: Pick<Findings, 'tracks'>,
  after: Pick<Findings, 'tracks'>,
  { bars, chain }: { readonly bars: CorrectionBars; readonly chain: Chain },
): readonly FigureChange[] {
  return compareHeadlines(before, after).filter((change) =>
    isVerdict(change) ? bars.verdicts && isNoNews(change, chain) : isBeyond(change, chain, bars),
  )
}

function isBeyond(change: ChangedFigure, chain: Chain, bars: CorrectionBars): boolean {
  const { measure, before, after } = change
  if (before === undefined) return false
  if (after === undefined) return true
  const wrong = wrongPart(change, chain)
  const moved = wrong === undefined ? change.moved : distance(measure, before, plus(before, wrong))
  if (moved === undefined) return wrong === undefined || !isZero(wrong)
  return decimal(moved).gte(measure === 'excess' ? bars.excess : bars.relative)
}

/** How much of a change had its reason before; undefined: not known. */
function wrongPart({ track, measure }: ChangedFigure, chain: Chain): Interval | undefined {
  let wrong: Interval = NOTHING
  for (const { figures } of chain ?? []) {
    const parts = figures.find((one) => one.track === track && one.measure === measure)?.parts
    if (parts === undefined) continue
    if (isLacking(parts)) return undefined
    wrong = plus(plus(wrong, parts.redefined), parts.corrected)
  }
  return chain === undefined ? undefined : wrong
}

/** A verdict changed by news when figures of its track moved, and all of them by news. */
function isNoNews({ track }: ChangedVerdict, chain: Chain): boolean {
  if (chain === undefined) return true
  const parts = chain.flatMap(({ figures }) =>
    figures.filter((one) => one.track === track).map((one) => one.parts),
  )
  return (
    parts.length === 0 ||
    parts.some((one) => isLacking(one) || !isZero(one.redefined) || !isZero(one.corrected))
  )
}

const NOTHING: Interval = { low: '0', high: '0' }

function plus(a: Interval, b: Interval): Interval {
  return { low: decimal(a.low).plus(b.low).toFixed(), high: decimal(a.high).plus(b.high).toFixed() }
}

function isZero({ low, high }: Interval): boolean {
  return decimal(low).isZero() && decimal(high).isZero()
}
