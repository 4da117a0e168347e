import { sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { ClaimRow } from '../model/published-rows.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'
import type { Reader } from './database.ts'
import { keysOf, withoutNulls } from './events-of.ts'

/** What names a claim. */
type ClaimKey = Pick<ClaimRow, 'outlet' | 'claimedOn' | 'claim'>
type AnnouncementKey = Pick<AnnouncementRow, 'source' | 'sourceKey'>

/** A claim as it is known, where it stands and since when. */
export type StandingClaim = ClaimKey &
  Pick<ClaimRow, 'url' | 'sourceKey' | 'status'> & { readonly knownFrom: CalendarDate }

/** Those of some claims that are known. */
export async function claimsStanding(
  db: Reader,
  claims: readonly ClaimKey[],
): Promise<readonly StandingClaim[]> {
  if (claims.length === 0) return []
  const keys = claims.map(({ outlet, claimedOn, claim }) => ({ outlet, day: claimedOn, claim }))
  const found = await sql<object>`
    select distinct c.outlet, c.claimed_on as "claimedOn", c.claim, c.url, c.source_key as "sourceKey", c.status,
      ((c.known_from at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as "knownFrom"
    from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) item
    join claim c on c.outlet = item ->> 'outlet' and c.claimed_on = (item ->> 'day')::date
      and c.claim = item ->> 'claim'
  `.execute(db)
  return found.rows.map((row) => withoutNulls(row) as StandingClaim)
}

/** What announcements are known to claim, as the rows that would tell it again. */
export async function claimsOf(
  db: Reader,
  announcements: readonly AnnouncementKey[],
): Promise<readonly ClaimRow[]> {
  const found = await sql<object>`
    select c.claimed_on as "claimedOn", c.outlet, c.claim, c.track, c.scope, c.period_from as "periodFrom",
      c.period_to as "periodTo", c.amount_low as "amountLow", c.amount_high as "amountHigh", c.currency, c.url,
      c.note, c.status, c.source, c.source_key as "sourceKey", c.span_in as "spanIn",
      c.span_start::text as "spanStart", c.span_end::text as "spanEnd", c.rule
    from jsonb_array_elements(${keysOf(announcements)}::jsonb) item
    join claim c on c.source = item ->> 'source' and c.source_key = item ->> 'key'
    where c.status = 'told'
  `.execute(db)
  return found.rows.map((row) => withoutNulls(row) as ClaimRow)
}

/** All texts the outlets of some claims published on their days. */
export async function textsBeside(
  db: Reader,
  claims: readonly ClaimKey[],
): Promise<readonly AnnouncementKey[]> {
  const days = claims.map(({ outlet, claimedOn }) => ({ outlet, day: claimedOn }))
  const found = await sql<AnnouncementKey>`
    select distinct a.source, a.source_key as "sourceKey"
    from jsonb_array_elements(${JSON.stringify(days)}::jsonb) item
    join announcement a on a.source = item ->> 'outlet' and a.published_on = (item ->> 'day')::date
    order by a.source, a.source_key
  `.execute(db)
  return found.rows
}
