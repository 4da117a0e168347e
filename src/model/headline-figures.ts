import {
  type ChangedFigure,
  type ChangedVerdict,
  type FigureChange,
  HEADLINE_MEASURES,
  HEADLINE_VERDICTS,
  type HeadlineMeasure,
} from './change-finding.ts'
import { decimal, ratioText } from './decimal.ts'
import { disclosedSum } from './disclosed-sum.ts'
import { type Findings, isLacking, type TrackFindings } from './findings.ts'
import type { DecimalText, Interval } from './known.ts'

/** What the headline figures of a track stand in. */
export interface HeadlineTrack extends Pick<TrackFindings, 'inflow' | 'gap'> {
  readonly market: Pick<TrackFindings['market'], 'deciding' | 'paperGain'>
}

/** A figure within its bounds; undefined is unknown, which is not zero. */
export function headlineFigure(
  track: HeadlineTrack,
  measure: HeadlineMeasure,
): Interval | undefined {
  const { market, inflow, gap } = track
  switch (measure) {
    case 'excess':
      return isLacking(market.deciding) ? undefined : exact(market.deciding.excess)
    case 'excess-gain':
      return isLacking(market.paperGain) ? undefined : exact(market.paperGain.excessGain)
    case 'disclosed':
      return disclosedSum(inflow)
    case 'bounded':
      return inflow.bounded
    case 'pass-through':
      return isLacking(gap.passThrough) ? undefined : gap.passThrough
  }
}

function exact(value: DecimalText): Interval {
  return { low: value, high: value }
}

/** Every headline figure in which two editions differ, exactly. A track in one of them only is no correction of it. */
export function compareHeadlines(
  before: Pick<Findings, 'tracks'>,
  after: Pick<Findings, 'tracks'>,
): readonly FigureChange[] {
  return before.tracks.flatMap((old) => {
    const now = after.tracks.find(({ id }) => id === old.id)
    return now === undefined ? [] : [...figureChanges(old, now), ...verdictChanges(old, now)]
  })
}

function figureChanges(old: TrackFindings, now: TrackFindings): readonly ChangedFigure[] {
  return HEADLINE_MEASURES.flatMap((measure) => {
    const [before, after] = [headlineFigure(old, measure), headlineFigure(now, measure)]
    if (isSame(before, after)) return []
    return [{ track: old.id, measure, before, after, moved: distance(measure, before, after) }]
  })
}

function verdictChanges(old: TrackFindings, now: TrackFindings): readonly ChangedVerdict[] {
  return HEADLINE_VERDICTS.flatMap((measure) => {
    const [before, after] = [old[measure].verdict, now[measure].verdict]
    return before === after ? [] : [{ track: old.id, measure, before, after }]
  })
}

function isSame(a: Interval | undefined, b: Interval | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return decimal(a.low).eq(b.low) && decimal(a.high).eq(b.high)
}

/** The larger of the two moves of its bounds. */
export function distance(
  measure: HeadlineMeasure,
  before: Interval | undefined,
  after: Interval | undefined,
): DecimalText | undefined {
  if (before === undefined || after === undefined) return undefined
  const low = decimal(after.low).minus(before.low).abs()
  const high = decimal(after.high).minus(before.high).abs()
  const [largest, base] = low.gt(high) ? [low, before.low] : [high, before.high]
  if (measure === 'excess') return largest.toFixed()
  return decimal(base).isZero() ? undefined : ratioText(largest.div(decimal(base).abs()))
}
