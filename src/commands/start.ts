import { importFile } from '../pipeline.ts'
import { renderSummary } from '../report/render-summary.ts'
import type { Live } from '../runtime/live.ts'
import { findingsOf } from './findings.ts'
import type { Lang } from './options.ts'
import { writeEdition } from './report.ts'
import { sampleFiles } from './sample.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

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
  const editions = [await writeEdition(findings, { lang, live })]
  editions.push(await writeEdition(findings, { lang: lang === 'zh' ? 'en' : 'zh', live }))
  say(terminal.out, renderSummary(findings, lang))
  for (const { path } of editions) say(terminal.out, path)
  return EXIT.done
}
