import { importFile } from '../pipeline.ts'
import { renderSummary } from '../report/render-summary.ts'
import type { Live } from '../runtime/live.ts'
import { findingsOf } from './findings.ts'
import type { Lang } from './options.ts'
import { sampleFiles } from './sample.ts'
import { type ExitCode, say, type Terminal } from './terminal.ts'
import { tellWritten, writeEditions } from './write-edition.ts'

/** The main job on the bundled real data, in a database of its own. Safe to repeat and to interrupt. */
export async function start({
  period,
  lang,
  live,
  terminal,
}: {
  readonly period: string
  readonly lang: Lang
  readonly live: Live
  readonly terminal: Terminal
}): Promise<ExitCode> {
  const totals = { files: 0, changed: 0, unchanged: 0, rejected: 0 }
  for (const path of await sampleFiles()) {
    const { inserted, updated, unchanged, rejected } = await importFile(path, live)
    totals.files += 1
    totals.changed += inserted + updated
    totals.unchanged += unchanged
    totals.rejected += rejected
  }
  say(
    terminal.err,
    `Loaded ${totals.files} bundled files: ${totals.changed} rows new or changed, ${totals.unchanged} unchanged, ${totals.rejected} rejected.`,
  )
  const findings = await findingsOf({ period }, live)
  const langs = [lang, lang === 'zh' ? 'en' : 'zh'] as const
  const written = await writeEditions(findings, { langs, live })
  say(terminal.out, renderSummary(findings, lang))
  return tellWritten(written, terminal)
}
