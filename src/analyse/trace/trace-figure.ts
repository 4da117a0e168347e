import type { Reader } from '../../load/database.ts'
import type { Findings } from '../../model/findings.ts'
import type { TracksConfig } from '../../model/tracks-config.ts'
import { layOutBars } from '../bars-in-view.ts'
import { layOutDeals } from '../deals-in-view.ts'
import type { Question } from '../metric.ts'
import { layOutThemes } from '../themes-in-view.ts'
import { EVIDENCE, type EvidenceName } from './evidence.ts'
import type { EvidencePlace } from './evidence-place.ts'
import type { EvidenceRow } from './evidence-row.ts'
import { originOf } from './origins.ts'
import { type RecordedQuery, recordQueries } from './record-queries.ts'
import type { Step } from './step.ts'
import { STEPS } from './steps.ts'

export interface TracedStep extends Pick<Step, 'id' | 'file' | 'formula'> {
  /** What it asks the database, in order; empty for a rule. */
  readonly queries: readonly RecordedQuery[]
}

export interface TracedFigure {
  readonly steps: readonly TracedStep[]
  readonly rows: readonly EvidenceRow[]
}

/**
 * The steps and the rows behind a figure of an edition. What the database is asked is not written down twice: each step
 * is carried out, and the statements are those that went out. Run it inside one transaction.
 */
export async function traceFigure(
  db: Reader,
  id: string,
  { findings, question }: { readonly findings: Findings; readonly question: Question },
  config: TracksConfig,
): Promise<TracedFigure> {
  const origin = originOf(id)
  if (origin === undefined) throw new Error(`nobody has written down where ${id} comes from`)
  const layOut: RecordedQuery[] = []
  await layOutBars(recordQueries(db, layOut), question, config)
  await layOutDeals(recordQueries(db, layOut), question)
  const needed: readonly Step[] = origin.steps.map((name) => STEPS[name])
  if (needed.some(({ readsThemes }) => readsThemes))
    await layOutThemes(recordQueries(db, layOut), question)
  const steps: TracedStep[] = []
  for (const step of needed) steps.push(await carryOut(step, db, question))
  const rows = await rowsBehind(id, origin.evidence, { db, findings, question })
  const used = layOut.filter(({ sql }) => steps.some(({ queries }) => usesTableOf(sql, queries)))
  const first: TracedStep = { ...LAY_OUT, queries: used }
  return { steps: used.length === 0 ? steps : [first, ...steps], rows }
}

async function rowsBehind(
  id: string,
  evidence: readonly EvidenceName[],
  around: Pick<EvidencePlace, 'db' | 'findings' | 'question'>,
): Promise<readonly EvidenceRow[]> {
  const rows: EvidenceRow[] = []
  for (const name of evidence) rows.push(...(await EVIDENCE[name](placeOf(id, around))))
  return rows
}

const LAY_OUT = {
  id: 'lay-out',
  file: 'src/analyse/bars-in-view.ts, src/analyse/deals-in-view.ts',
  formula: 'bars and deals as known on the day asked for, laid into temporary tables',
}

/** Only what a later statement reads is told. */
function usesTableOf(layOut: string, queries: readonly RecordedQuery[]): boolean {
  const table = /^create temp table (?<table>\w+)/.exec(layOut)?.groups?.['table']
  return table !== undefined && queries.some(({ sql }) => new RegExp(`\\b${table}\\b`).test(sql))
}

async function carryOut(step: Step, db: Reader, question: Question): Promise<TracedStep> {
  const { id, file, formula, fetch } = step
  const queries: RecordedQuery[] = []
  await fetch?.(recordQueries(db, queries), question)
  return { id, file, formula, queries }
}

/** Where evidence of a figure is looked for. Needs `layOutBars` and `layOutDeals`. */
export function placeOf(
  id: string,
  around: Pick<EvidencePlace, 'db' | 'findings' | 'question'>,
): EvidencePlace {
  const parts = id.split('.')
  return { ...around, parts, track: parts[0] === 'tracks' ? parts[1] : trackOf(parts, around) }
}

/** A proposition rests on the headline track. */
function trackOf(
  parts: readonly string[],
  { findings }: Pick<EvidencePlace, 'findings'>,
): string | undefined {
  return parts[0] === 'propositions' ? findings.headline : undefined
}
