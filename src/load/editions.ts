import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Findings } from '../model/findings.ts'
import type { Database, Reader } from './database.ts'

/** Keeps what an edition says. The same bytes are one edition, however often they are rendered. Returns the SHA-256. */
export async function storeEdition(
  db: Database,
  edition: { readonly html: string; readonly lang: string; readonly findings: Findings },
  now: Temporal.Instant,
): Promise<string> {
  const { html, lang, findings } = edition
  const hash = createHash('sha256').update(html).digest()
  await sql`
    insert into edition (sha256, period, period_from, period_to, as_of, lang, findings, rendered_at)
    values (${hash}, ${findings.period.id}, ${findings.period.from}, ${findings.period.to}, ${findings.asOf}, ${lang},
      ${JSON.stringify(findings)}, ${now.toString()})
    on conflict (sha256) do nothing
  `.execute(db.reader)
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
