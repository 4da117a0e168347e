import type { FigureChange, HeadlineMeasure, HeadlineVerdict } from './change-finding.ts'
import type { Interval } from './known.ts'

/** Failures of one run, for its owners. */
export interface DigestNotice {
  readonly kind: 'digest'
  readonly run: string
  readonly failures: readonly {
    readonly recipient: string
    readonly channel: string
    readonly stage: 'refused_temp' | 'refused_perm' | 'unknown'
    readonly step: string
    readonly reply: string
  }[]
}

/** Figures of an edition that was wrong, for those who got it. */
export interface CorrectionNotice {
  readonly kind: 'correction'
  readonly oldSha256: string
  readonly newSha256: string
  readonly changes: readonly FigureChange[]
}

/** A figure that crossed its threshold. */
export interface CrossedThreshold {
  readonly track: string
  readonly measure: HeadlineMeasure
  readonly value: Interval
  readonly bar: string
  readonly rearm: string
}

/** A verdict that changed. */
export interface BecameVerdict {
  readonly track: string
  readonly measure: HeadlineVerdict
  readonly before: string
  readonly value: string
}

export type AlertChange = CrossedThreshold | BecameVerdict

/** What an edition did to one alert of the configuration. */
export interface AlertNotice {
  readonly kind: 'alert'
  readonly alert: string
  readonly sha256: string
  readonly changes: readonly AlertChange[]
}

/** What needs a person, for owners: what is new since they were last told, and what is over. */
export interface TroubleNotice {
  readonly kind: 'trouble'
  readonly appeared: readonly string[]
  readonly gone: readonly string[]
}

export type Notice = DigestNotice | CorrectionNotice | AlertNotice | TroubleNotice

export function isCrossed(change: AlertChange): change is CrossedThreshold {
  return 'bar' in change
}
