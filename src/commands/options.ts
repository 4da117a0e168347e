import type { CalendarDate } from '../model/calendar-date.ts'

export type Lang = 'zh' | 'en'

export interface ReportOptions {
  readonly period: string
  readonly lang: Lang
  readonly asOf?: CalendarDate
  readonly out?: string
  readonly pdf?: string
  readonly json?: boolean
}

export interface ExportOptions {
  readonly period: string
  readonly asOf?: CalendarDate
  readonly out: string
}

export interface BackfillOptions {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly source?: readonly string[]
  readonly workers?: number
  readonly dryRun?: boolean
  readonly json?: boolean
}

export const REVIEW_ACTIONS = [
  'list',
  'find',
  'show',
  'decisions',
  'merge',
  'split',
  'accept',
  'reject',
  'add',
  'export',
  'apply',
] as const

export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

export interface ReviewOptions {
  /** With accept and reject: every telling of the deal. */
  readonly deal?: boolean
  readonly company?: string
  readonly date?: string
  readonly url?: string
  readonly track?: string
  readonly round?: string
  readonly amount?: string
  readonly investors?: string
  readonly country?: string
  readonly by?: string
  readonly why?: string
  readonly json?: boolean
}

export interface WorkOptions {
  readonly source?: readonly string[]
  readonly json?: boolean
}

export interface ReplayOptions {
  readonly from?: CalendarDate
  readonly to?: CalendarDate
  readonly source?: readonly string[]
  readonly json?: boolean
}

/** The steps of a night, in their order. `dated`: sources that give past days; `newest`: those that show only the newest. */
export const NIGHT_STEPS = ['dated', 'newest', 'report', 'send'] as const

export type NightStep = (typeof NIGHT_STEPS)[number]

export interface NightlyOptions {
  readonly steps: readonly NightStep[]
  readonly day?: CalendarDate
}

export interface SendOptions {
  readonly edition?: readonly string[]
  readonly only?: 'failed'
  readonly due?: boolean
  readonly dryRun?: boolean
  readonly check?: boolean
  readonly release?: string
  readonly corrects?: string
  readonly resolve?: string
  readonly dispatch?: string
  readonly as?: 'resend' | 'arrived'
  readonly by?: string
  readonly why?: string
  readonly json?: boolean
}

export interface RecipientsOptions {
  readonly enable?: string
  readonly unsubscribe?: string
  readonly by?: string
  readonly why?: string
  readonly json?: boolean
}

export interface RejectionsOptions {
  readonly page?: string
  readonly source?: readonly string[]
  readonly replay?: boolean
  readonly json?: boolean
}

export interface TraceOptions {
  readonly edition?: string
  readonly raw?: boolean
  readonly json?: boolean
}
