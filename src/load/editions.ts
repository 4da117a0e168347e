import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Findings } from '../model/findings.ts'
import type { Database } from './database.ts'

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
