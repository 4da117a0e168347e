import { flattenFindings } from '../report/flatten-findings.ts'
import type { Live } from '../runtime/live.ts'
import { findingsOf } from './findings.ts'
import type { ReportOptions } from './options.ts'
import { EXIT, type ExitCode, sayJson, type Terminal } from './terminal.ts'
import { tellWritten, writeEditions } from './write-edition.ts'

/** Renders one edition, keeps it in the archive, and prints its path. Exit 4 when it is held. */
export async function report(
  options: ReportOptions,
  { live, terminal }: { readonly live: Live; readonly terminal: Terminal },
): Promise<ExitCode> {
  const findings = await findingsOf(options, live)
  if (options.json === true) {
    for (const figure of flattenFindings(findings)) sayJson(terminal.out, figure)
    return EXIT.done
  }
  const { lang, out } = options
  return tellWritten(await writeEditions(findings, { langs: [lang], out, live }), terminal)
}
