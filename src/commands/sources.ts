import { sql } from 'kysely'
import { sourcesWith } from '../extract/registry.ts'
import type { Live } from '../runtime/live.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

interface Health {
  readonly source: string
  readonly last_good: string | null
  readonly last_end: string
  readonly pages: string
}

/** Prints the registry of sources with what the archive knows of each. */
export async function listSources({
  json,
  live,
  terminal,
}: {
  readonly json: boolean
  readonly live: Live
  readonly terminal: Terminal
}): Promise<ExitCode> {
  const health = await sql<Health>`
    select source, max(requested_at) filter (where outcome in ('news', 'nothing-new', 'empty')) as last_good,
      (array_agg(outcome order by id desc))[1] as last_end, count(*) as pages
    from page where method <> 'FILE' group by source
  `.execute(live.db.reader)
  for (const {
    id,
    title,
    homepage,
    gives,
    terms,
    confidence,
    fallback,
    pace,
    loads,
  } of sourcesWith(live.feeds)) {
    const known = health.rows.find(({ source }) => source === id)
    if (json)
      sayJson(terminal.out, {
        id,
        title,
        homepage,
        gives,
        terms,
        confidence,
        fallback,
        pace,
        loads,
        ...known,
      })
    else {
      say(terminal.out, `${id}  ${title}  (${homepage})`)
      say(
        terminal.out,
        `  gives ${gives}; every ${pace} s at most; confidence ${confidence}; fallback: ${fallback.join(', ') || 'import'}`,
      )
      say(terminal.out, `  terms: ${terms}`)
      say(
        terminal.out,
        `  ${known === undefined ? 'never asked' : `${known.pages} pages kept, last ${known.last_end}, last good ${known.last_good ?? 'never'}`}`,
      )
    }
  }
  return EXIT.done
}
