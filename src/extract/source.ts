import { addDays, type CalendarDate } from '../model/calendar-date.ts'
import type { Unit, UnitRows } from '../model/rows.ts'

/** One request, and the partition of the work it completes. */
export interface PageRequest {
  /** Unique within the source: `930713/2023`. */
  readonly partition: string
  /** The year, month or day it covers, `2023`, `2023-06` or `2023-06-30`: asked again until that has ended. */
  readonly covers: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Fields of a form: the request is then a POST. */
  readonly form?: Readonly<Record<string, string>>
}

/** An answer as it came, whatever it is. */
export interface Page {
  readonly url: string
  readonly finalUrl: string
  readonly redirects: readonly string[]
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly requestedAt: Temporal.Instant
}

/** The part of an answer a reader may see: what a replay can give back from the archive. */
export type StoredPage = Pick<Page, 'url' | 'status' | 'headers' | 'bytes'>

/** One item of a page that could not be used, with all reasons. */
export interface RejectedItem {
  /** Its number on the page, from 1. */
  readonly item: number
  readonly reasons: readonly string[]
}

/**
 * What a page was. `next`: further pages it leads to, each a partition of its own. `news`: it holds rows. `empty`: the source has none for this request and says so. `broken`: not the
 * shape we know. `blocked`: the host refuses us, whatever the status says.
 */
export type Reading<U extends Unit> =
  | {
      readonly end: 'news'
      readonly rows: readonly UnitRows[U][]
      readonly rejected: readonly RejectedItem[]
      readonly next?: readonly PageRequest[]
    }
  | { readonly end: 'empty' }
  | { readonly end: 'broken' | 'blocked'; readonly why: string }

export interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Names of the environment that hold keys of sources. */
export type KeyVariable = 'HITHINK_FINANCE_API_KEY'

/** A source describes, it never fetches: its requests for a span of days, and a pure reader of its pages. */
export interface Source<U extends Unit = Unit> {
  readonly id: string
  readonly title: string
  readonly homepage: string
  /** What it gives, for `feastgap sources`. */
  readonly gives: string
  readonly terms: string
  readonly confidence: 'A' | 'A-' | 'B' | 'B-' | 'C'
  /** Ids of sources of the same kind of data that stand in when it fails, each as series of its own. */
  readonly fallback: readonly string[]
  readonly loads: U
  /** Seconds between two requests to its host. */
  readonly pace: number
  /** Codes it is asked for when the configuration names none. */
  readonly codes: readonly string[]
  /** It shows only what is newest: past days cannot be had from it. */
  readonly snapshot?: true
  /** Asked only when named, when the configuration switches it on, or when another source falls back to it; why. */
  readonly standby?: string
  /** Ships off and ends `blocked` until the configuration switches it on; why. */
  readonly off?: string
  /** The host wants a key in this header; without the key in the environment the source is off. */
  readonly key?: { readonly header: string; readonly variable: KeyVariable }
  /** Its pages are files, not text. */
  readonly binary?: true
  /** Items a page of a whole day brings at least; fewer is drift. */
  readonly floor?: { readonly weekday: number; readonly weekend: number }
  /** Texts that stand on every true page; one that is missing is drift. */
  readonly landmarks?: readonly string[]
  readonly plan: (span: Span, codes: readonly string[]) => readonly PageRequest[]
  readonly read: (page: StoredPage, request: PageRequest) => Reading<U>
}

/** The calendar years a span touches, each cut to the span. */
export function yearsOf({ from, to }: Span): readonly (Span & { readonly year: number })[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const [start, end] = [`${year}-01-01` as CalendarDate, `${year}-12-31` as CalendarDate]
    return { year, from: start < from ? from : start, to: end > to ? to : end }
  })
}

/** The months a span touches, as `2023-06`. */
export function monthsOf({ from, to }: Span): readonly string[] {
  const months: string[] = []
  const last = Temporal.PlainYearMonth.from(to.slice(0, 7))
  for (
    let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
    Temporal.PlainYearMonth.compare(month, last) <= 0;
  ) {
    months.push(month.toString())
    month = month.add({ months: 1 })
  }
  return months
}

/** The days of a span. */
export function daysOf({ from, to }: Span): readonly CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
