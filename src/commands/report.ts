import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { flattenFindings } from '../report/flatten-findings.ts'
import { needPrinter } from '../runtime/print-pdf.ts'
import { findingsOf } from './findings.ts'
import { needFile } from './need-place.ts'
import type { ReportOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { EXIT, type ExitCode, say, sayJson } from './terminal.ts'
import { tellWritten, writeEditions } from './write-edition.ts'
import { writeWhole } from './write-whole.ts'

/** Renders one edition, keeps it in the archive, and prints its path. Exit 4 when it is held. */
export async function report(
  options: ReportOptions,
  { live, terminal }: Surroundings,
): Promise<ExitCode> {
  // Whether it can be printed and written is known before minutes are spent on it.
  const print = options.pdf === undefined ? undefined : needPrinter()
  for (const place of [options.out, options.pdf])
    if (place !== undefined) await needFile(resolve(place))
  const findings = await findingsOf(options, live)
  if (options.json === true) {
    for (const figure of flattenFindings(findings)) sayJson(terminal.out, figure)
    return EXIT.done
  }
  const { lang, out, pdf } = options
  const written = await writeEditions(findings, { langs: [lang], out, live })
  const code = tellWritten(written, terminal)
  const [edition] = written
  // What is held goes no further, on paper neither.
  if (print !== undefined && pdf !== undefined && edition?.reasons.length === 0) {
    await writeWhole(resolve(pdf), await print(await readFile(edition.path)))
    say(terminal.out, resolve(pdf))
  }
  return code
}
