import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import { type Findings, isLacking } from '../model/findings.ts'
import type { Database, Reader, Transaction } from './database.ts'
import { type HeldReason, storeCheck } from './edition-checks.ts'

/** An edition as it enters the archive. */
export interface NewEdition {
  readonly html: string
  readonly lang: string
  readonly findings: Findings
  /** What does not hold in it; absent when nobody checked it. */
  readonly reasons?: readonly HeldReason[]
}

/**
 * Keeps what an edition says and expects, figures and bytes, with what its check said: nobody ever sees one without the
 * other. The same bytes are one edition, however often they are rendered. Returns the SHA-256.
 */
export async function storeEdition(
  db: Database,
  { html, lang, findings, reasons }: NewEdition,
  now: Temporal.Instant,
): Promise<string> {
  const hash = createHash('sha256').update(html).digest()
  await db.transaction(async (transaction) => {
    await sql`
      insert into edition (sha256, period, period_from, period_to, as_of, lang, findings, rendered_at)
      values (${hash}, ${findings.period.id}, ${findings.period.from}, ${findings.period.to}, ${findings.asOf}, ${lang},
        ${JSON.stringify(findings)}, ${now.toString()})
      on conflict (sha256) do nothing
    `.execute(transaction.sql)
    await sql`
      insert into edition_page (edition_id, packed) select id, ${zstdCompressSync(html)} from edition where sha256 = ${hash}
      on conflict (edition_id) do nothing
    `.execute(transaction.sql)
    if (reasons !== undefined) await storeCheck(transaction, { hash, reasons }, now)
    if (reasons === undefined || reasons.length === 0)
      await storeNowcasts(transaction, findings, now)
  })
  return hash.toString('hex')
}

export interface ArchivedEdition {
  readonly id: string
  readonly sha256: string
  readonly period: string
  readonly asOf: string
  readonly lang: 'zh' | 'en'
  readonly findings: Findings
  readonly renderedAt: Temporal.Instant
}

/** An edition by its number, or by its SHA-256 or at least eight digits of its start. Undefined: there is none, or more than one. */
export async function findEdition(db: Reader, name: string): Promise<ArchivedEdition | undefined> {
  const isHash = /^[0-9a-f]{8,64}$/.test(name)
  if (!isHash && !/^\d{1,18}$/.test(name)) return undefined
  const which = isHash
    ? sql`encode(sha256, 'hex') like ${`${name}%`} or id::text = ${name}`
    : sql`id = ${name}`
  const found = await sql<Omit<ArchivedEdition, 'renderedAt'> & { renderedAt: string }>`
    select id, encode(sha256, 'hex') as sha256, period, as_of as "asOf", lang, findings, rendered_at as "renderedAt"
    from edition where ${which} limit 2
  `.execute(db)
  const [row, more] = found.rows
  if (row === undefined || more !== undefined) return undefined
  return { ...row, renderedAt: Temporal.Instant.from(row.renderedAt) }
}

/** The newest editions, newest first, without what they say. */
export async function newestEditions(
  db: Reader,
  count: number,
): Promise<readonly Pick<ArchivedEdition, 'id' | 'sha256' | 'period' | 'asOf' | 'lang'>[]> {
  const found = await sql<Pick<ArchivedEdition, 'id' | 'sha256' | 'period' | 'asOf' | 'lang'>>`
    select id, encode(sha256, 'hex') as sha256, period, as_of as "asOf", lang
    from edition order by id desc limit ${count}
  `.execute(db)
  return found.rows
}

type Said = Omit<Findings, 'changes'>

interface EarlierEdition {
  readonly sha256: string
  readonly renderedAt: Temporal.Instant
  readonly findings: Said
}

/**
 * The editions a new one is set against. Of the same period the last one that knew no more and says something else, so
 * that another language, or the same edition rendered again, is compared with the same one. Of other periods the last one
 * of an earlier day of knowledge, so that the editions of one night do not depend on their order. One that is held was
 * never read by anybody.
 */
export async function earlierEditions(
  db: Reader,
  { period, asOf, ...said }: Said,
): Promise<Record<'samePeriod' | 'otherPeriod', EarlierEdition | undefined>> {
  const now = JSON.stringify({ ...said, period, asOf })
  const isSamePeriod = sql`period_from = ${period.from}::date and period_to = ${period.to}::date`
  return {
    samePeriod: await lastEdition(
      db,
      sql`${isSamePeriod} and as_of <= ${asOf}::date and findings - 'changes' <> ${now}::jsonb`,
    ),
    otherPeriod: await lastEdition(db, sql`not (${isSamePeriod}) and as_of < ${asOf}::date`),
  }
}

async function lastEdition(
  db: Reader,
  which: RawBuilder<unknown>,
): Promise<EarlierEdition | undefined> {
  const found = await sql<{ sha256: string; renderedAt: string; findings: Said }>`
    select encode(sha256, 'hex') as sha256, rendered_at as "renderedAt", findings
    from edition
    where ${which} and not exists (
      select from edition_standing where edition_id = edition.id and standing = 'held')
    order by as_of desc, id desc limit 1
  `.execute(db)
  const [row] = found.rows
  return row && { ...row, renderedAt: Temporal.Instant.from(row.renderedAt) }
}

/** The first nowcast of a day of knowledge stands: a later one could know how it came out. */
async function storeNowcasts(
  { sql: writer }: Transaction,
  { period, asOf, tracks, lateReporting }: Findings,
  now: Temporal.Instant,
): Promise<void> {
  const all = [{ id: 'all', late: lateReporting.all }, ...tracks]
  const lines = all.flatMap(({ id, late }) =>
    late.flatMap(({ group, seen, nowcast }) =>
      isLacking(nowcast) ? [] : [{ track: id, group, seen, ...nowcast }],
    ),
  )
  await sql`
    insert into nowcast (period, period_from, period_to, track, round_group, as_of, made_on, seen, low, central, high)
    select ${period.id}, ${period.from}::date, ${period.to}::date, line.track, line."group", ${asOf}::date,
      (${now.toString()}::timestamptz at time zone 'Asia/Shanghai')::date, line.seen, line.low, line.central, line.high
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as line (track text, "group" text, seen integer, low numeric, central numeric, high numeric)
    on conflict (period_from, period_to, track, round_group, as_of) do nothing
  `.execute(writer)
}
