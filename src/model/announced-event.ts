/** A text somebody published: one line of what `feastgap parse` takes. */
export interface Announcement {
  readonly id: string
  /** ISO 8601; a bare day is enough. */
  readonly publishedAt: string
  readonly source?: string | undefined
  readonly title: string
  readonly body?: string | undefined
  readonly url?: string | undefined
}

/** `equity` alone is primary inflow; every other kind is kept for the ledger of what was not counted. */
export const EVENT_KINDS = [
  'equity',
  'internal',
  'acquisition',
  'listing',
  'placement',
  'debt',
  'grant',
  'fund',
  'other',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

export const EVENT_STATUSES = ['closed', 'planned', 'rumour'] as const

export type EventStatus = (typeof EVENT_STATUSES)[number]

/** Bounds in units of the currency: what the wording allows, never a point guess. */
export interface AnnouncedAmount {
  readonly text: string
  readonly currency: string
  readonly low: number
  readonly high: number
}

export interface AnnouncedInvestor {
  readonly name: string
  readonly lead: boolean
}

/** What an announcement says happened. These are rows of output, hence `null` for what the text does not say. */
export interface AnnouncedEvent {
  readonly company: string | null
  readonly kind: EventKind
  readonly status: EventStatus
  readonly round: string
  readonly amount: AnnouncedAmount | null
  readonly valuation: AnnouncedAmount | null
  readonly investors: readonly AnnouncedInvestor[]
  readonly date: string | null
}

export interface ReadAnnouncement<E extends AnnouncedEvent = AnnouncedEvent> {
  readonly id: string
  readonly events: readonly E[]
}

export type Where = 'title' | 'body'

/** Where in the text a field stands (offsets in UTF-16 units, end exclusive) and the rule that read it. */
export interface Evidence {
  readonly start: number
  readonly end: number
  readonly where: Where
  readonly rule: string
}

/** The reason for every field that says something; investors in the order of the event's. */
export interface EventEvidence {
  readonly kind: Evidence
  readonly status: Evidence
  readonly company?: Evidence
  readonly round?: Evidence
  readonly amount?: Evidence
  readonly valuation?: Evidence
  readonly date?: Evidence
  readonly investors: readonly Evidence[]
}

export interface ExplainedEvent extends AnnouncedEvent {
  readonly evidence: EventEvidence
}
