import type { CalendarDate } from './calendar-date.ts'

/** A telling of a deal: an event with the text or row it stands in. */
export interface Telling {
  readonly event: string
  /** Its announcement and place there: decides between two of one day. */
  readonly key: string
  readonly from: CalendarDate
  /** Whose it is, where it has no address. */
  readonly source: string
  /** Where it stands; a row may cite several. */
  readonly urls: readonly string[]
  readonly title: string
  /** Empty where only the headline is had; both empty for a row. */
  readonly body: string
  /** A row whose compiler says that the pages it cites are independent. */
  readonly isVouched: boolean
}

/** Why a telling is not in words of its own. */
export type NotItsOwn =
  | 'same-outlet'
  | 'names-origin'
  | 'same-text'
  | 'same-headline'
  | 'near-text'
  | 'contained'
  | 'not-vouched'

/** An outlet that tells of a deal, and whose words it uses: those of one voice are one source. */
export interface Voiced {
  readonly event: string
  readonly outlet: string
  readonly voice: string
  readonly reason?: NotItsOwn
  /** Part of the text that is shared, 0 to 1, where texts were compared. */
  readonly likeness?: number
  /** The event whose words these are, where it is known. */
  readonly of?: string
}
