import { createHash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import type { Findings } from '../model/findings.ts'
import type { FindingsForShelf } from '../model/shelf.ts'
import type { Reader } from './database.ts'

/** An edition that was published, with what lists need of its figures. */
export interface PublishedEdition {
  readonly id: string
  readonly sha256: string
  readonly lang: 'zh' | 'en'
  /** Instant of ISO 8601, UTC. */
  readonly renderedAt: string
  /** Its page is kept byte for byte. */
  readonly isKept: boolean
  /** Without deals, exclusions and unicorns where a newer edition of the period tells them. */
  readonly findings: FindingsForShelf
}

/** The gate holds no edition that is shown, except those an operator let through. */
const isPublicAs = (edition: string): RawBuilder<boolean> => sql`
  not exists (select from edition_standing where edition_id = ${sql.ref(edition)}.id and standing = 'held')`
const isPublic = isPublicAs('edition')

/** Numbers of all published editions, in their order. One that was held and is let through takes its place among them. */
export async function publishedIds(db: Reader): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from edition where ${isPublic} order by id
  `.execute(db)
  return found.rows.map(({ id }) => id)
}

/**
 * The published ones among these editions, in the order of their numbers. Curves and tests of every track, which are most of
 * an edition, stay in the database.
 */
export async function publishedEditions(
  db: Reader,
  ids: readonly string[],
): Promise<readonly PublishedEdition[]> {
  const found = await sql<PublishedEdition>`
    select edition.id, encode(sha256, 'hex') as sha256, lang, edition_page.edition_id is not null as "isKept",
      to_char(rendered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "renderedAt",
      jsonb_build_object('period', f.period, 'asOf', f."asOf", 'headline', f.headline,
        'tracks', (
          select jsonb_agg(jsonb_build_object('id', t -> 'id', 'names', t -> 'names', 'secondary', t -> 'secondary',
            'primary', t -> 'primary', 'onlyAShares', t -> 'onlyAShares', 'inflow', t -> 'inflow', 'gap', t -> 'gap',
            'market', jsonb_build_object('deciding', t #> '{market,deciding}', 'paperGain', t #> '{market,paperGain}'))
            order by n)
          from jsonb_array_elements(f.tracks) with ordinality list (t, n)),
        'deals', case when told_anew then '[]' else f.deals end,
        'exclusions', case when told_anew then '[]' else f.exclusions end,
        'unicorns', case when told_anew then '[]' else f.unicorns end) as findings
    from edition left join edition_page on edition_page.edition_id = edition.id
    -- One reading of the figures gives all of their parts.
    cross join lateral jsonb_to_record(findings) as f (period jsonb, "asOf" text, headline text, tracks jsonb, deals jsonb,
      exclusions jsonb, unicorns jsonb)
    cross join lateral (select exists (
      select from edition newer where newer.period_from = edition.period_from and newer.period_to = edition.period_to
        and (newer.as_of, newer.id) > (edition.as_of, edition.id) and ${isPublicAs('newer')}
    ) as told_anew) as standing
    where edition.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and ${isPublic} order by edition.id
  `.execute(db)
  return found.rows
}

/** The figures of a published edition; undefined when there is none of that hash. */
export async function publishedFindings(db: Reader, sha256: string): Promise<Findings | undefined> {
  const found = await sql<{ findings: Findings }>`
    select findings from edition where sha256 = decode(${sha256}, 'hex') and ${isPublic}
  `.execute(db)
  return found.rows[0]?.findings
}

/** The bytes of a published edition as they were rendered. Throws when they are not what their hash says. */
export async function publishedPage(db: Reader, sha256: string): Promise<Uint8Array | undefined> {
  const found = await sql<{ packed: Uint8Array }>`
    select packed from edition join edition_page on edition_page.edition_id = edition.id
    where sha256 = decode(${sha256}, 'hex') and ${isPublic}
  `.execute(db)
  const [row] = found.rows
  if (row === undefined) return undefined
  const bytes = zstdDecompressSync(row.packed)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`The kept page of edition ${sha256} was changed: restore it from a backup.`)
  return bytes
}
