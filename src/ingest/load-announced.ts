import { claimsStanding } from '../load/claims-standing.ts'
import type { Transaction } from '../load/database.ts'
import { aliasesOf, eventsOf, standingWordings } from '../load/events-of.ts'
import { loadBatches } from '../load/import-rows.ts'
import type { Merging } from '../load/same-deals.ts'
import type { CorrectionsConfig } from '../model/corrections-config.ts'
import type {
  AliasRow,
  AnnouncementRow,
  ClaimRow,
  EventRow,
  Unit,
  UnitRows,
} from '../model/rows.ts'
import { type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import { announcedAliases } from '../transform/announced-aliases.ts'
import { announcedClaims } from '../transform/announced-claims.ts'
import { announcedRows } from '../transform/announced-rows.ts'
import { applyCorrections } from '../transform/apply-corrections.ts'

/**
 * Reads what announcements say and loads it, in the transaction that loaded them. An event the text no longer tells of,
 * because it was edited or is read better now, is withdrawn, never deleted. Returns the corrections whose source has healed.
 */
export async function loadAnnounced(
  transaction: Transaction,
  announcements: readonly AnnouncementRow[],
  {
    tracks,
    corrections,
    ...origin
  }: {
    readonly pageId: string
    readonly now: Temporal.Instant
    readonly merging: Merging
    readonly tracks: TracksConfig
    readonly corrections: CorrectionsConfig
  },
): Promise<readonly string[]> {
  // What stands counts, not what this page says: it may be an old one that is read again.
  const standing = await standingWordings(transaction.sql, announcements)
  const read = standing.map(({ knownFrom, ...row }) => {
    const tracksThen = tracksOn(tracks, row.publishedOn)
    const events = announcedRows(row, tracksThen)
    const since = knownFrom === null ? {} : { knownFrom }
    return {
      events: events.map((event) => ({ ...event, ...since })),
      aliases: announcedAliases(row, events).map((alias) => ({ ...alias, ...since })),
      claims: announcedClaims(row, tracksThen).map((claim) => ({ ...claim, ...since })),
    }
  })
  const aliases = read.flatMap((one) => one.aliases)
  const names = withdraw(aliases, await aliasesOf(transaction.sql, announcements), aliasKey)
  // Names first: what is one company under two of them is then put together at once.
  await load(transaction, 'aliases', names, origin)
  const { rows: told, healed } = applyCorrections(
    read.flatMap(({ events }) => events),
    corrections,
  )
  const events = withdraw(told, await eventsOf(transaction.sql, announcements), keyOf)
  await load(transaction, 'events', events, origin)
  const claims = read.flatMap((one) => one.claims)
  await load(
    transaction,
    'claims',
    onceEach(claims, await claimsStanding(transaction.sql, claims)),
    origin,
  )
  return healed
}

/** What is told, and what was told and is no longer. */
function withdraw<Row extends { readonly status: string }>(
  told: readonly Row[],
  known: readonly Row[],
  key: (row: Row) => string,
): readonly Row[] {
  const still = new Set(told.map(key))
  const gone = known.filter((row) => !still.has(key(row)) && row.status !== 'withdrawn')
  return [...told, ...gone.map((row) => ({ ...row, status: 'withdrawn' as const }))]
}

async function load<U extends Unit>(
  transaction: Transaction,
  unit: U,
  rows: readonly UnitRows[U][],
  origin: {
    readonly pageId: string
    readonly now: Temporal.Instant
    readonly merging: Merging
  },
): Promise<void> {
  if (rows.length === 0) return
  const lined = rows.map((row, index) => ({ line: index + 1, row }))
  await loadBatches(transaction, unit, [{ lines: rows.length, rows: lined, rejected: [] }], origin)
}

/**
 * An outlet that says the same in several texts of a day makes one claim: that of the first address, whichever is read
 * first. A claim an edited text no longer makes was made all the same, and stays.
 */
function onceEach(
  told: readonly ClaimRow[],
  standing: readonly Pick<ClaimRow, 'outlet' | 'claimedOn' | 'claim' | 'url'>[],
): readonly ClaimRow[] {
  const urls = new Map(standing.map((claim) => [claimKey(claim), claim.url]))
  const lastFirst = told.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const firsts = new Map(lastFirst.map((claim) => [claimKey(claim), claim])).values()
  return [...firsts].filter((claim) => claim.url <= (urls.get(claimKey(claim)) ?? claim.url))
}

function placeOf({ url, note = '' }: ClaimRow): string {
  return `${url}\n${note}`
}

function claimKey({
  outlet,
  claimedOn,
  claim,
}: Pick<ClaimRow, 'outlet' | 'claimedOn' | 'claim'>): string {
  return [outlet, claimedOn, claim].join('\n')
}

function aliasKey({ source, sourceKey, name, other, kind }: AliasRow): string {
  return [source, sourceKey, name, other, kind].join('\n')
}

function keyOf({ source, sourceKey = '', kind, spanStart = 0 }: EventRow): string {
  return [source, sourceKey, kind, spanStart].join('\n')
}
