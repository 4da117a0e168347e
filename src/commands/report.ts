import { join, resolve } from 'node:path'
import type { Findings } from '../model/findings.ts'
import { archive } from '../pipeline.ts'
import { flattenFindings } from '../report/flatten-findings.ts'
import { renderEdition } from '../report/render-edition.ts'
import { ROOT } from '../runtime/config.ts'
import type { Live } from '../runtime/live.ts'
import { findingsOf } from './findings.ts'
import type { Lang, ReportOptions } from './options.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

/** Renders one edition, keeps it in the archive, and prints its path. */
export async function report(
  options: ReportOptions,
  { live, terminal }: { readonly live: Live; readonly terminal: Terminal },
): Promise<ExitCode> {
  const findings = await findingsOf(options, live)
  if (options.json === true) {
    for (const figure of flattenFindings(findings)) sayJson(terminal.out, figure)
    return EXIT.done
  }
  const { path } = await writeEdition(findings, { lang: options.lang, out: options.out, live })
  say(terminal.out, path)
  return EXIT.done
}

/** Writes the edition whole or not at all, and keeps it in the archive. Returns its path and its hash there. */
export async function writeEdition(
  findings: Findings,
  {
    lang,
    out,
    live,
  }: { readonly lang: Lang; readonly out?: string | undefined; readonly live: Live },
): Promise<{ readonly path: string; readonly sha256: string }> {
  const html = await renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
  const name = `${findings.period.id.replaceAll('..', '_')}.as-of-${findings.asOf}.${lang}.html`
  const path = out === undefined ? join(live.home, 'reports', name) : resolve(out)
  await writeWhole(path, html)
  return { path, sha256: await archive({ html, lang, findings }, live) }
}
