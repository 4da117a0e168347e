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

interface AlertFacts {
  readonly kind: 'alert'
  readonly alert: string
  readonly sha256: string
  readonly track: string
}

/** A figure that crossed its threshold. */
export interface CrossedNotice extends AlertFacts {
  readonly measure: HeadlineMeasure
  readonly value: Interval
  readonly bar: string
  readonly rearm: string
}

/** A verdict that changed. */
export interface BecameNotice extends AlertFacts {
  readonly measure: HeadlineVerdict
  readonly before: string
  readonly value: string
}

export type AlertNotice = CrossedNotice | BecameNotice
export type Notice = DigestNotice | CorrectionNotice | AlertNotice

export function isCrossed(notice: AlertNotice): notice is CrossedNotice {
  return 'bar' in notice
}
