import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { findingsOf } from '../../src/commands/findings.ts'
import { sampleFiles } from '../../src/commands/sample.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Findings } from '../../src/model/findings.ts'
import { type Effects, importFile } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import type { Live } from '../../src/runtime/live.ts'

export async function importSample(effects: Effects): Promise<void> {
  for (const path of await sampleFiles()) await importFile(path, effects)
}

/** Rows of a bundled file, read by the library alone, for recomputing by hand. */
export function sampleRows(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(ROOT, 'data', 'sample', name)), { columns: true, bom: true })
}

export function find(effects: Effects, period: string, asOf?: string): Promise<Findings> {
  return findingsOf({ period, asOf: asOf as CalendarDate | undefined }, effects as Live)
}
