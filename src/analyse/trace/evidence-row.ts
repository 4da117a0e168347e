import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../load/database.ts'

/** A row of the database that decided a figure. */
export interface EvidenceRow {
  readonly table: string
  /** Its natural key. */
  readonly key: Readonly<Record<string, string>>
  /** What it says, as stored; what it does not say is absent. */
  readonly says: Readonly<Record<string, string>>
  /** Where the publishers say so. */
  readonly urls: readonly string[]
  /** The page that brought this state; absent when none is kept. */
  readonly pageId?: string
  /** The words of the text that say so, in UTF-16 units of its title or body; absent for rows of files. */
  readonly span?: Span
}

export interface Span {
  readonly where: string
  readonly start: number
  readonly end: number
  readonly text: string
}

interface RawRow {
  readonly key: Readonly<Record<string, string>>
  readonly says: Readonly<Record<string, string | null>>
  readonly urls: readonly (string | null)[]
  readonly page_id: string | null
  /** Of texts only. */
  readonly title?: string | null
  readonly body?: string | null
  readonly span?: Omit<Span, 'text'> | null
}

/** What a statement for `evidenceRows` gives: `key`, `says`, `urls` and `page_id`, all figures as text. */
export const rawRows = sql<RawRow>

/** The page that brought the state of row `of` known on a day, where the table's own view of that day does not tell. */
export function pageOfState(
  table: 'attention' | 'listed_money',
  {
    key,
    of,
    asOf,
  }: { readonly key: readonly string[]; readonly of: string; readonly asOf: string },
): RawBuilder<unknown> {
  const columns = sql.raw([...key, 'known_from', 'page_id'].join(', '))
  const isSame = sql.raw(key.map((name) => `${name} = ${of}.${name}`).join(' and '))
  return sql`(
        select page_id from (
          select ${columns} from ${sql.raw(table)} union all select ${columns} from ${sql.raw(`${table}_history`)}
        ) state
        where ${isSame} and known_from <= day_end(${asOf}::date)
        order by known_from desc limit 1)`
}

/** Rows of one table. */
export async function evidenceRows(
  db: Reader,
  table: string,
  statement: RawBuilder<RawRow>,
): Promise<readonly EvidenceRow[]> {
  const found = await statement.execute(db)
  return found.rows.map((row) => ({
    table,
    key: row.key,
    says: whatIsSaid(row.says),
    urls: [...new Set(row.urls)].filter((url) => url !== null),
    ...(row.page_id === null ? {} : { pageId: row.page_id }),
    ...spanOf(row),
  }))
}

function whatIsSaid(
  says: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const said = Object.entries(says).filter((entry): entry is [string, string] => entry[1] !== null)
  return Object.fromEntries(said)
}

function spanOf({ span, title, body }: RawRow): Pick<EvidenceRow, 'span'> {
  if (span == null) return {}
  const { where, start, end } = span
  const text = (where === 'title' ? title : body) ?? ''
  return { span: { where, start, end, text: text.slice(start, end) } }
}
