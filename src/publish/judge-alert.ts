import type { Alert } from '../model/alerts-config.ts'
import { decimal } from '../model/decimal.ts'
import type { TrackFindings } from '../model/findings.ts'
import { headlineFigure } from '../model/headline-figures.ts'
import type { Interval } from '../model/known.ts'
import type { AlertChange } from '../model/notice.ts'

/** Where an alert stands for a track. */
export interface AlertStanding {
  readonly state: 'armed' | 'fired'
  readonly value: string
}

export interface JudgedAlert extends AlertStanding {
  /** What is to be told; undefined: the state changes silently. */
  readonly fires: AlertChange | undefined
}

/**
 * What a figure does to an alert; undefined: its state stays. A threshold fires when all of the figure lies beyond the bar,
 * at first sight too, and not again before all of it is back; the unknown changes nothing. A verdict fires when it is
 * another than the last one.
 */
export function judgeAlert(
  alert: Alert,
  track: TrackFindings,
  standing: AlertStanding | undefined,
): JudgedAlert | undefined {
  return 'side' in alert
    ? judgeThreshold(alert, track, standing)
    : judgeVerdict(alert, track, standing)
}

type Threshold = Extract<Alert, { side: unknown }>

function judgeThreshold(
  { measure, side, bar, rearm }: Threshold,
  track: TrackFindings,
  standing: AlertStanding | undefined,
): JudgedAlert | undefined {
  const value = headlineFigure(track, measure)
  if (value === undefined) return undefined
  const state = standing?.state ?? 'armed'
  if (state === 'armed' && isBeyond(value, bar, side))
    return {
      state: 'fired',
      value: intervalText(value),
      fires: { track: track.id, measure, value, bar, rearm },
    }
  const isBack = state === 'fired' && isWithin(value, rearm, side)
  if (isBack || standing === undefined)
    return { state: 'armed', value: intervalText(value), fires: undefined }
  return undefined
}

function isBeyond({ low, high }: Interval, bar: string, side: Threshold['side']): boolean {
  return side === 'above' ? decimal(low).gt(bar) : decimal(high).lt(bar)
}

function isWithin({ low, high }: Interval, rearm: string, side: Threshold['side']): boolean {
  return side === 'above' ? decimal(high).lte(rearm) : decimal(low).gte(rearm)
}

function intervalText({ low, high }: Interval): string {
  return low === high ? low : `${low}..${high}`
}

function judgeVerdict(
  { measure }: Exclude<Alert, Threshold>,
  track: TrackFindings,
  standing: AlertStanding | undefined,
): JudgedAlert | undefined {
  const value = track[measure].verdict
  const before = standing?.value
  if (before === value) return undefined
  return {
    state: 'armed',
    value,
    fires: before === undefined ? undefined : { track: track.id, measure, before, value },
  }
}
