import type { CalendarDate } from '../model/calendar-date.ts'

export type Lang = 'zh' | 'en'

export interface ReportOptions {
  readonly period: string
  readonly lang: Lang
  readonly asOf?: CalendarDate
  readonly out?: string
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

export interface ReviewOptions {
  readonly merge?: readonly string[]
  readonly split?: readonly string[]
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
