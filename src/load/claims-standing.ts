import { sql } from 'kysely'
import type { ClaimRow } from '../model/rows.ts'
import type { Reader } from './database.ts'

type ClaimKey = Pick<ClaimRow, 'outlet' | 'claimedOn' | 'claim'>

/** Those of some claims that are known, with the address each stands under. */
export async function claimsStanding(
  db: Reader,
  claims: readonly ClaimKey[],
): Promise<readonly (ClaimKey & Pick<ClaimRow, 'url'>)[]> {
  if (claims.length === 0) return []
  const keys = claims.map(({ outlet, claimedOn, claim }) => ({ outlet, day: claimedOn, claim }))
  const found = await sql<ClaimKey & Pick<ClaimRow, 'url'>>`
    select c.outlet, c.claimed_on as "claimedOn", c.claim, c.url
    from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) item
    join claim c on c.outlet = item ->> 'outlet' and c.claimed_on = (item ->> 'day')::date
      and c.claim = item ->> 'claim'
  `.execute(db)
  return found.rows
}
