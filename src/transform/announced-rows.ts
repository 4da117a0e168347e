import type { Evidence, ExplainedEvent } from '../model/announced-event.ts'
import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts'
import type { AnnouncementRow, EventRow } from '../model/told-rows.ts'
import type { TrackConfig } from '../model/tracks-config.ts'
import { explainAnnouncement } from './announcement/read-announcement.ts'
import { classifyTrack } from './classify-track.ts'
import { type CompanyFacts, companyFacts } from './company-facts.ts'
import { countryOf } from './country-of.ts'
import { countryOfProvince, provinceAt } from './places/china.ts'
import { readCover } from './read-cover.ts'
import { readInKind } from './read-in-kind.ts'
import { wholeUnits } from './whole-units.ts'

/** The events an announcement tells of, as rows: each with its evidence, its track and where the company is based. */
export function announcedRows(
  row: AnnouncementRow,
  tracks: readonly TrackConfig[],
): readonly EventRow[] {
  const { sourceKey, title, body, publishedOn, publishedAt = publishedOn } = row
  const announcement = {
    id: sourceKey,
    publishedAt,
    title,
    ...(body === undefined ? {} : { body }),
  }
  const { events } = explainAnnouncement(announcement)
  const isAlone = new Set(events.map(({ company }) => company)).size === 1
  const starts = new Set<string>()
  return events.flatMap((event) => {
    const spanStart = startOf(event, title)
    const key = `${event.kind} ${spanStart}`
    // Two events of one kind cannot begin at one place: the first stands.
    if (starts.has(key)) return []
    starts.add(key)
    return [toRow(event, spanStart, { row, tracks, isAlone })]
  })
}

/** Offset of the evidence in headline and text set one after the other. */
function startOf({ evidence: { company, kind } }: ExplainedEvent, title: string): number {
  const { start, where } = company ?? kind
  return where === 'title' ? start : title.length + 1 + start
}

function toRow(
  event: ExplainedEvent,
  spanStart: number,
  {
    row,
    tracks,
    isAlone,
  }: {
    readonly row: AnnouncementRow
    readonly tracks: readonly TrackConfig[]
    /** The text is about this company alone. */
    readonly isAlone: boolean
  },
): EventRow {
  const { title, body } = row
  const { company } = event
  const day: CalendarDate = parseCalendarDate(event.date ?? '') ?? row.publishedOn
  const classified = classifyTrack({ company, title, body }, tracks)
  const facts = factsOf(company, row, isAlone)
  const country = facts.country ?? countryOf(company, title, body)
  const inKind = readInKind(event, row)
  return {
    source: row.source,
    sourceKey: row.sourceKey,
    spanStart,
    announcedOn: day,
    precision: 'day',
    announcedFrom: day,
    announcedUntil: day,
    ...(company === null ? {} : { company }),
    ...(country === undefined ? {} : { country }),
    ...(facts.province === undefined ? {} : { province: facts.province }),
    ...(facts.foundedYear === undefined ? {} : { foundedYear: String(facts.foundedYear) }),
    ...readCover(event, row, day),
    track: classified.track,
    round: event.round,
    kind: event.kind,
    status: event.status,
    ...amountsOf(event, inKind),
    investors: event.investors,
    urls: row.url === undefined ? [] : [row.url],
    confidence: 'medium',
    evidence: {
      ...event.evidence,
      ...facts.evidence,
      ...(inKind === undefined ? {} : { inKind }),
      track: classified,
    },
  }
}

/** Amounts as printed, with the bounds of their words. */
function amountsOf(
  { amount, valuation }: ExplainedEvent,
  inKind: Evidence | undefined,
): Partial<EventRow> {
  return {
    ...(amount === null
      ? {}
      : {
          amountText: amount.text,
          currency: amount.currency,
          amountLow: inKind === undefined ? wholeUnits(amount.low) : '0',
          amountHigh: wholeUnits(amount.high),
        }),
    ...(valuation === null ? {} : { valuationText: valuation.text }),
  }
}

const YEAR = /^(?:19|20)\d\d/

/** What the text says of the company; where it says nothing, what its source states in fields of its own. */
function factsOf(
  company: string | null,
  { title, body, facts = {} }: AnnouncementRow,
  isAlone: boolean,
): CompanyFacts {
  const told = companyFacts(company, { title, body }, { isAlone })
  const [stated] = YEAR.exec(facts['founded'] ?? '') ?? []
  const province = told.province ?? (isAlone ? provinceAt(facts['city'] ?? '') : undefined)
  return {
    ...told,
    ...(province === undefined ? {} : { province, country: countryOfProvince(province) }),
    ...(told.foundedYear !== undefined || stated === undefined || !isAlone
      ? {}
      : { foundedYear: Number(stated) }),
  }
}
