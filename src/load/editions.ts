import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Findings, isLacking } from '../model/findings.ts'
import type { Database, Reader, Transaction } from './database.ts'

/** Keeps what an edition says and expects. The same bytes are one edition, however often they are rendered. Returns the SHA-256. */
export async function storeEdition(
  db: Database,
  edition: { readonly html: string; readonly lang: string; readonly findings: Findings },
  now: Temporal.Instant,
): Promise<string> {
  const { html, lang, findings } = edition
  const hash = createHash('sha256').update(html).digest()
  await db.transaction(async (transaction) => {
    await sql`
    insert into edition (sha256, period, period_from, period_to, as_of, lang, findings, rendered_at)
    values (${hash}, ${findings.period.id}, ${findings.period.from}, ${findings.period.to}, ${findings.asOf}, ${lang},
      ${JSON.stringify(findings)}, ${now.toString()})
    on conflict (sha256) do nothing
  `.execute(transaction.sql)
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
  return { ...row, renderedAt: Temporal.Instant.from(row.renderedAt.replace(' ', 'T')) }
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
