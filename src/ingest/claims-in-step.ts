import {
  claimsOf,
  claimsStanding,
  type StandingClaim,
  textsBeside,
} from '../load/claims-standing.ts'
import type { Reader } from '../load/database.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { ClaimRow } from '../model/published-rows.ts'
import type { AnnouncementRow } from '../model/told-rows.ts'

/** Reads the claims some announcements make as they stand now. */
type ReadTexts = (
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
) => Promise<readonly ClaimRow[]>

/**
 * What to load so that the claims of some announcements are those they still make. An outlet that says the same in several
 * texts of a day makes one claim, which stands under the first address, whichever is read first. A claim its text no
 * longer makes goes over to another text of the outlet and day that makes it, and is withdrawn where there is none. An
 * imported state is somebody's decision and stays.
 */
export async function claimsInStep(
  db: Reader,
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
  {
    told,
    readTexts,
    editedOn,
  }: {
    readonly told: readonly ClaimRow[]
    readonly readTexts: ReadTexts
    /** Day the wording that stands was first seen; absent where it was never edited. */
    readonly editedOn: (claim: ClaimRow) => CalendarDate | undefined
  },
): Promise<readonly ClaimRow[]> {
  const own = new Set(told.map(tellingKey))
  const dropped = (await claimsOf(db, announcements)).filter((claim) => !own.has(tellingKey(claim)))
  const droppedKeys = new Set(dropped.map(claimKey))
  const beside = dropped.length === 0 ? [] : await readTexts(await textsBeside(db, dropped))
  const all = [...told, ...beside.filter((claim) => droppedKeys.has(claimKey(claim)))]
  const standing = new Map(
    (await claimsStanding(db, [...all, ...dropped])).map((claim) => [claimKey(claim), claim]),
  )
  const stated = new Set(all.map(claimKey))
  const gone = dropped.filter((claim) => !stated.has(claimKey(claim)))
  const left = new Map(dropped.map((claim) => [claimKey(claim), editedOn(claim)]))
  const isLeft = (claim: StandingClaim): boolean =>
    claim.status === 'withdrawn' || left.has(claimKey(claim))
  return [
    ...firstOfEach(all)
      .filter((claim) => mayStand(claim, standing.get(claimKey(claim)), isLeft))
      .map((claim) => {
        const before = standing.get(claimKey(claim))
        if (before === undefined || !isLeft(before)) return claim
        return knownAfter(claim, [before.knownFrom, left.get(claimKey(claim))])
      }),
    ...gone.map((claim) =>
      knownAfter({ ...claim, status: 'withdrawn' }, [
        standing.get(claimKey(claim))?.knownFrom,
        editedOn(claim),
      ]),
    ),
  ]
}

/** Whether a telling takes the place of what is known of its claim. */
function mayStand(
  claim: ClaimRow,
  known: StandingClaim | undefined,
  isLeft: (known: StandingClaim) => boolean,
): boolean {
  if (known === undefined) return true
  if (known.sourceKey === undefined) return false
  return isLeft(known) || placeOf(claim) <= placeOf(known)
}

/** A state that follows others is never known before them. Without a day of its own it is that of the claim. */
function knownAfter(claim: ClaimRow, days: readonly (CalendarDate | undefined)[]): ClaimRow {
  const [last] = [claim.knownFrom, ...days]
    .filter((day) => day !== undefined)
    .toSorted((a, b) => (a > b ? -1 : 1))
  return last === undefined || last <= claim.claimedOn ? claim : { ...claim, knownFrom: last }
}

function firstOfEach(claims: readonly ClaimRow[]): readonly ClaimRow[] {
  const lastFirst = claims.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  return [...new Map(lastFirst.map((claim) => [claimKey(claim), claim])).values()]
}

function placeOf({ url, sourceKey = '' }: Pick<ClaimRow, 'url' | 'sourceKey'>): string {
  return `${url}\n${sourceKey}`
}

function claimKey({
  outlet,
  claimedOn,
  claim,
}: Pick<ClaimRow, 'outlet' | 'claimedOn' | 'claim'>): string {
  return [outlet, claimedOn, claim].join('\n')
}

function tellingKey(claim: ClaimRow): string {
  return `${claimKey(claim)}\n${claim.sourceKey}`
}
