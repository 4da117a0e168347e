import { basename } from 'node:path'
import { newestKnowledge } from './analyse/bars-in-view.ts'
import { changesSince } from './analyse/changes/changes-since.ts'
import { find } from './analyse/find.ts'
import type { Question } from './analyse/metric.ts'
import { type TracedFigure, traceFigure } from './analyse/trace/trace-figure.ts'
import type { RecordOrProblem } from './extract/files/assemble-records.ts'
import type { Table } from './extract/files/open-table.ts'
import { openTable } from './extract/files/open-table.ts'
import { packFile } from './extract/files/pack-file.ts'
import type { EditionInputs } from './gate/check-inputs.ts'
import type { GateReason } from './gate/reason.ts'
import type { Database } from './load/database.ts'
import { settleDeals } from './load/deals.ts'
import { earlierEditions, type NewEdition, storeEdition } from './load/editions.ts'
import { type Imported, importRows, type ReadBatch } from './load/import-rows.ts'
import { keepImportedPage, LARGEST_KEPT_BODY } from './load/pages.ts'
import type { RejectedLine } from './load/rejections.ts'
import { finishRun, startRun } from './load/runs.ts'
import type { LinedRow } from './load/staging.ts'
import { syncTracks } from './load/tracks.ts'
import type { CalendarDate } from './model/calendar-date.ts'
import { FileRefused } from './model/file-refused.ts'
import type { Findings } from './model/findings.ts'
import { type Period, periodBefore, yearBefore } from './model/period.ts'
import { fail } from './model/result.ts'
import type { Unit } from './model/rows.ts'
import type { TracksConfig } from './model/tracks-config.ts'
import type { CapsConfig, VerdictRules } from './model/verdict-rules.ts'
import { flattenFindings } from './report/flatten-findings.ts'
import type { CsvKind } from './transform/csv-kind.ts'
import { rowReader } from './transform/kinds/read-row.ts'
import { recogniseKind } from './transform/kinds/recognise-kind.ts'
import { MERGING } from './transform/merging/merging.ts'

/** What the flow needs from outside; built once at the edge. */
export interface Effects {
  readonly db: Database
  readonly now: () => Temporal.Instant
  readonly rules: VerdictRules
  readonly caps: CapsConfig
  readonly tracks: TracksConfig
}

export interface ImportedFile extends Imported {
  readonly file: string
  readonly kind: string
  readonly charset: string
  readonly pageId: string
}

/** The configured tracks are what deals are filed under: bring them in step before anything is loaded or measured. */
export async function adoptTracks({
  db,
  tracks,
  now,
}: Pick<Effects, 'db' | 'tracks' | 'now'>): Promise<void> {
  await db.transaction(async (transaction) => {
    const isNew = await syncTracks(transaction, tracks)
    if (isNew) await settleDeals(transaction, { pageId: undefined, now: now() })
  })
}

/** One file an operator gives us: kept raw, recognised, read, loaded. Throws `FileRefused` when none of it can be taken. */
export async function importFile(
  path: string,
  { db, now }: Pick<Effects, 'db' | 'now'>,
): Promise<ImportedFile> {
  const opened = await openKnown(path)
  const run = await startRun(db, {
    command: 'import',
    arguments: { file: opened.table.name },
    now: now(),
  })
  const body = await packFile(path, LARGEST_KEPT_BODY)
  const pageId = await db.transaction((transaction) =>
    keepImportedPage(transaction, { name: basename(path), ...body }, { id: run, now: now() }),
  )
  const imported = await loadFile(opened, pageId, { db, now })
  await finishRun(db, { id: run, outcome: imported.rejected > 0 ? 'partly' : 'done', now: now() })
  return imported
}

/** Reads an imported file again, from its kept bytes as `path` has them, with what was learned since. */
export async function reimportFile(
  path: string,
  pageId: string,
  { db, now }: Pick<Effects, 'db' | 'now'>,
): Promise<ImportedFile> {
  return loadFile(await openKnown(path), pageId, { db, now })
}

interface KnownFile {
  readonly table: Table
  readonly kind: CsvKind
}

async function openKnown(path: string): Promise<KnownFile> {
  const table = await openTable(path)
  const recognised = recogniseKind(table.header.cells)
  if (recognised.ok) return { table, kind: recognised.value }
  throw new FileRefused(table.name, recognised.problems.join(' '), { line: table.header.line })
}

async function loadFile(
  { table, kind }: KnownFile,
  pageId: string,
  { db, now }: Pick<Effects, 'db' | 'now'>,
): Promise<ImportedFile> {
  const imported = await db.transaction((transaction) =>
    importRows(transaction, kind.loads, readBatches(table, kind), {
      pageId,
      kind: kind.id,
      charset: table.charset,
      now: now(),
      merging: MERGING,
    }),
  )
  return { file: table.name, kind: kind.id, charset: table.charset, pageId, ...imported }
}

async function* readBatches<U extends Unit>(
  table: Table,
  kind: CsvKind<U>,
): AsyncIterable<ReadBatch<U>> {
  const read = rowReader(kind, table.header.cells, { name: table.name })
  for await (const records of table.records()) {
    const rows: LinedRow<U>[] = []
    const rejected: RejectedLine[] = []
    for (const record of records) {
      const result = 'problem' in record ? fail(record.problem) : read(record)
      if (result.ok) rows.push(...result.value.map((row) => ({ line: record.line, row })))
      else rejected.push({ line: record.line, reasons: result.problems, ...contentOf(record) })
    }
    yield { lines: records.length, rows, rejected }
  }
}

const SHOWN_CHARACTERS = 200

function contentOf(record: RecordOrProblem): { readonly content?: string } {
  if ('problem' in record) return {}
  return { content: record.cells.join(',').slice(0, SHOWN_CHARACTERS) }
}

/** Everything known of a period on a day; without a day, on the newest one anything is known of. */
export async function analyse(
  period: (asOf: CalendarDate) => Period,
  asOf: CalendarDate | undefined,
  { db, rules, caps, tracks }: Omit<Effects, 'now'>,
): Promise<Findings | undefined> {
  return db.transaction(async ({ sql }) => {
    const day = asOf ?? (await newestKnowledge(sql))
    if (day === undefined) return undefined
    const question = questionOf(period(day), day, { rules, caps })
    const found = await find(sql, question, tracks)
    const earlier = await earlierEditions(sql, found)
    return { ...found, changes: await changesSince(sql, { ...earlier, found }, question) }
  })
}

/** What the measures are asked for a period, as known on a day. */
export function questionOf(
  period: Period,
  asOf: CalendarDate,
  { rules, caps }: Pick<Effects, 'rules' | 'caps'>,
): Question {
  return {
    period,
    previous: periodBefore(period),
    yearBefore: yearBefore(period),
    asOf,
    rules,
    caps,
  }
}

/** Where a figure of findings comes from: steps, statements and rows, as known on the day of those findings. */
export async function trace(
  id: string,
  findings: Findings,
  { db, rules, caps, tracks }: Omit<Effects, 'now'>,
): Promise<TracedFigure> {
  const question = questionOf(findings.period, findings.asOf, { rules, caps })
  return db.transaction(({ sql }) => traceFigure(sql, id, { findings, question }, tracks))
}

/** What an edition says, found once more from the rows as they are now. */
export async function findAgain(
  { period, asOf }: Findings,
  effects: Omit<Effects, 'now'>,
): Promise<Findings> {
  const again = await analyse(() => period, asOf, effects)
  if (again === undefined) throw new Error('the database was emptied while an edition was made')
  return again
}

/**
 * Everything in a finished edition that does not hold: its page, its text twin and its tables are read back and held
 * against what is found `again`, its inputs against their limits. Nothing: it may be sent.
 */
export async function inspect(
  edition: { readonly html: string; readonly lang: 'zh' | 'en'; readonly findings: Findings },
  again: Findings,
  inputs: EditionInputs,
): Promise<readonly GateReason[]> {
  const { checkEdition } = await import('./gate/check-edition.ts')
  const { checkInputs } = await import('./gate/check-inputs.ts')
  const { knowFigures } = await import('./gate/known-figures.ts')
  const { toTwins, wordsOf } = await import('./report/for-the-gate.ts')
  const figuresOf = (findings: Findings) => knowFigures([...flattenFindings(findings)])
  return [
    ...checkInputs(again, inputs),
    ...checkEdition(
      { ...edition, ...toTwins(edition, again), figures: figuresOf(edition.findings) },
      { ...wordsOf(edition.lang), figures: figuresOf(again) },
    ),
  ]
}

/** A rendered edition enters the archive once, however often it is rendered. Returns its hash. */
export async function archive(
  edition: NewEdition,
  { db, now }: Pick<Effects, 'db' | 'now'>,
): Promise<string> {
  return storeEdition(db, edition, now())
}
