import type { Transaction } from '../load/database.ts'
import { aliasesOf, eventsOf, standingWordings } from '../load/events-of.ts'
import { loadBatches } from '../load/import-rows.ts'
import type { Merging } from '../load/same-deals.ts'
import { rewriteAmounts } from '../load/told-amounts.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { CorrectionsConfig } from '../model/corrections-config.ts'
import type { ClaimRow } from '../model/published-rows.ts'
import type { Unit, UnitRows } from '../model/rows.ts'
import type { AliasRow, AnnouncementRow, EventRow } from '../model/told-rows.ts'
import { type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import { announcedAliases } from '../transform/announced-aliases.ts'
import { announcedClaims } from '../transform/announced-claims.ts'
import { announcedRows } from '../transform/announced-rows.ts'
import { applyCorrections } from '../transform/apply-corrections.ts'
import { amountsOf, type OfText, textKey } from './amounts-of.ts'
import { claimsInStep } from './claims-in-step.ts'

/**
 * Reads what announcements say and loads it, in the transaction that loaded them. What the text no longer tells, because
 * it was edited or is read better now, is withdrawn from the day the edit was seen, never deleted. Returns the corrections whose source has healed.
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
    const events = announcedRows(row, tracksOn(tracks, row.publishedOn))
    const since = knownFrom === null ? {} : { knownFrom }
    return {
      events: events.map((event) => ({ ...event, ...since })),
      aliases: announcedAliases(row, events).map((alias) => ({ ...alias, ...since })),
    }
  })
  const editedOn = daysOfEdits(standing)
  const aliases = read.flatMap((one) => one.aliases)
  const names = withdraw(aliases, await aliasesOf(transaction.sql, announcements), {
    key: aliasKey,
    editedOn,
  })
  // Names first: what is one company under two of them is then put together at once.
  await load(transaction, 'aliases', names, origin)
  const { rows: told, healed } = applyCorrections(
    read.flatMap(({ events }) => events),
    corrections,
  )
  const known = await eventsOf(transaction.sql, announcements)
  await load(transaction, 'events', withdraw(told, known, { key: keyOf, editedOn }), origin)
  const claimed = standing.flatMap((text) => claimsIn(text, tracks))
  const claims = await claimsInStep(transaction.sql, announcements, {
    told: claimed,
    readTexts: async (texts) =>
      (await standingWordings(transaction.sql, texts)).flatMap((text) => claimsIn(text, tracks)),
    editedOn,
  })
  await load(transaction, 'claims', claims, origin)
  const gone = notAmong(told, known, keyOf)
  await rewriteAmounts(
    transaction,
    amountsOf(standing, { told, gone, claims: claimed }),
    origin.now,
  )
  return healed
}

type StandingText = Awaited<ReturnType<typeof standingWordings>>[number]
type EditedOn = (of: OfText) => CalendarDate | undefined

/** For each text the day its wording was first seen; none where it was never edited. */
function daysOfEdits(standing: readonly StandingText[]): EditedOn {
  const days = new Map(standing.map(({ knownFrom, ...text }) => [textKey(text), knownFrom]))
  return (of) => days.get(textKey(of)) ?? undefined
}

function claimsIn({ knownFrom, ...row }: StandingText, tracks: TracksConfig): readonly ClaimRow[] {
  const claims = announcedClaims(row, tracksOn(tracks, row.publishedOn))
  return knownFrom === null ? claims : claims.map((claim) => ({ ...claim, knownFrom }))
}

/** What is told, and what was told and is no longer. */
function withdraw<Row extends OfText & { readonly status: string }>(
  told: readonly Row[],
  known: readonly Row[],
  { key, editedOn }: { readonly key: (row: Row) => string; readonly editedOn: EditedOn },
): readonly Row[] {
  const gone = notAmong(told, known, key).filter(({ status }) => status !== 'withdrawn')
  const withdrawn = gone.map((row) => {
    const knownFrom = editedOn(row)
    return {
      ...row,
      status: 'withdrawn' as const,
      ...(knownFrom === undefined ? {} : { knownFrom }),
    }
  })
  return [...told, ...withdrawn]
}

function notAmong<Row>(
  told: readonly Row[],
  known: readonly Row[],
  key: (row: Row) => string,
): readonly Row[] {
  const still = new Set(told.map(key))
  return known.filter((row) => !still.has(key(row)))
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

function aliasKey({ source, sourceKey, name, other, kind }: AliasRow): string {
  return [source, sourceKey, name, other, kind].join('\n')
}

function keyOf({ source, sourceKey = '', kind, spanStart = 0 }: EventRow): string {
  return [source, sourceKey, kind, spanStart].join('\n')
}
