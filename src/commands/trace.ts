import type { EvidenceRow } from '../analyse/trace/evidence-row.ts'
import { decodePage } from '../extract/decode-page.ts'
import { readBody, readPageFacts } from '../load/archived-pages.ts'
import { type ArchivedEdition, newestEditions } from '../load/editions.ts'
import { trace } from '../pipeline.ts'
import { type ResolvedFigure, resolveFigure } from '../report/resolve-figure.ts'
import { unitOfFigure } from '../report/unit-of-figure.ts'
import { OperatorError } from '../runtime/errors.ts'
import type { Live } from '../runtime/live.ts'
import { editionsOf } from './editions.ts'
import { findInRaw } from './find-in-raw.ts'
import type { TraceOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'
import { traceInWords } from './trace-words.ts'
import type { Trace, TracedRow } from './traced.ts'

/** Follows a figure of an edition to its steps, statements, rows and pages. */
export async function traceId(
  id: string,
  { edition, raw = false, json = false }: TraceOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  const traced = await followFigure(id, await editionAsked(edition, live), {
    live,
    depth: raw ? 'bytes' : 'pages',
  })
  if (json) sayJson(terminal.out, traced)
  else for (const line of traceInWords(traced)) say(terminal.out, line)
  return EXIT.done
}

async function editionAsked(name: string | undefined, live: Live): Promise<ArchivedEdition> {
  const [newest] = name === undefined ? await newestEditions(live.db.reader, 1) : []
  const [edition] = await editionsOf([name ?? newest?.id ?? ''].filter(Boolean), live)
  if (edition === undefined) throw new Error('no edition, and nothing said so')
  return edition
}

/** `pages`: as far as the pages' hashes. `bytes`: and where each row stands in their bytes. */
export async function followFigure(
  id: string,
  edition: ArchivedEdition,
  { live, depth }: { readonly live: Live; readonly depth: 'pages' | 'bytes' },
): Promise<Trace> {
  const figure = figureOf(id, edition)
  const { steps, rows } = await trace(id, edition.findings, live)
  const { sha256, period, asOf, lang } = edition
  return {
    id,
    edition: { id: edition.id, sha256, period, asOf, lang },
    values: figure.values.map((line) => ({ ...line, unit: unitOfFigure(line.id, line.value) })),
    steps,
    rows: await withPages(rows, live, depth),
  }
}

function figureOf(id: string, { findings, sha256 }: ArchivedEdition): ResolvedFigure {
  const figure = resolveFigure(findings, id)
  if ('values' in figure) return figure
  throw new OperatorError(
    `The edition ${sha256.slice(0, 12)} has no figure ${id}. The nearest are:\n${figure.nearest
      .map((near) => `  ${near}`)
      .join('\n')}`,
    { code: 'figure' },
  )
}

async function withPages(
  rows: readonly EvidenceRow[],
  { db }: Live,
  depth: 'pages' | 'bytes',
): Promise<readonly TracedRow[]> {
  const ids = [...new Set(rows.flatMap(({ pageId }) => pageId ?? []))]
  const pages = await readPageFacts(db.reader, ids)
  const shown = new Set([...Map.groupBy(rows, ({ table }) => table).values()].flatMap(firstOnes))
  const read = new Set([...shown].flatMap(({ pageId }) => pageId ?? []))
  const texts = new Map<string, readonly string[]>()
  if (depth === 'bytes')
    for (const [id, { headers }] of pages) {
      if (!read.has(id)) continue
      const bytes = await readBody(db.reader, id)
      if (bytes !== undefined) texts.set(id, decodePage({ headers, bytes }).split(/\r?\n/))
    }
  return rows.map((row) => {
    const facts = pages.get(row.pageId ?? '')
    if (facts === undefined) return row
    const { headers: _, ...page } = facts
    const lines = shown.has(row) ? texts.get(facts.id) : undefined
    const place = lines === undefined ? undefined : findInRaw(lines, row)
    return { ...row, page, ...(place === undefined ? {} : { raw: place }) }
  })
}

/** Looking for a row costs a reading of its page, so it is done for these of each table. */
const LOOKED_FOR = 60

function firstOnes(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  return rows.slice(0, LOOKED_FOR)
}
