import type { CalendarDate } from '../model/calendar-date.ts'
import type { ClaimRow } from '../model/published-rows.ts'
import type { ToldAmounts } from '../model/told-amounts.ts'
import type { AnnouncementRow, EventRow } from '../model/told-rows.ts'
import { toldAmounts } from '../transform/ledger/told-amounts.ts'

/** Something read from an announcement. */
export type OfText = Partial<Pick<AnnouncementRow, 'source' | 'sourceKey'>>

/** A wording that stands; `knownFrom` is the day an edited one was first seen. */
type Wording = AnnouncementRow & { readonly knownFrom: CalendarDate | null }

/** The amounts of each text, once however often a page brings it. */
export function amountsOf(
  standing: readonly Wording[],
  {
    told,
    gone,
    claims,
  }: {
    readonly told: readonly EventRow[]
    readonly gone: readonly EventRow[]
    readonly claims: readonly ClaimRow[]
  },
): readonly ToldAmounts[] {
  const texts = new Map(standing.map((text) => [textKey(text), text]))
  const [toldBy, goneBy] = [eventsByText(told), eventsByText(gone)]
  const claimsBy = Map.groupBy(claims, textKey)
  return [...texts].map(([key, { knownFrom, ...row }]) =>
    toldAmounts(row, {
      told: toldBy.get(key) ?? [],
      gone: goneBy.get(key) ?? [],
      claims: claimsBy.get(key) ?? [],
      knownFrom,
    }),
  )
}

function eventsByText(events: readonly EventRow[]): ReadonlyMap<string, readonly EventRow[]> {
  const once = new Map(
    events.map((event) => [`${textKey(event)} ${event.kind} ${event.spanStart}`, event]),
  )
  return Map.groupBy(once.values(), textKey)
}

export function textKey({ source, sourceKey }: OfText): string {
  return `${source}\n${sourceKey}`
}
