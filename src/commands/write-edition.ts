import { join, parse, resolve } from 'node:path'
import type { GateReason } from '../gate/reason.ts'
import type { HeldReason } from '../load/edition-checks.ts'
import type { Findings } from '../model/findings.ts'
import { archive, findAgain, inspect } from '../pipeline.ts'
import { renderEdition } from '../report/render-edition.ts'
import { ROOT } from '../runtime/config.ts'
import type { Live } from '../runtime/live.ts'
import { inputsOf } from './edition-inputs.ts'
import type { Lang } from './options.ts'
import { shortened } from './shortened.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'
import { writeWhole } from './write-whole.ts'

/** An edition that was rendered, and what of it does not hold. */
export interface WrittenEdition {
  readonly path: string
  readonly sha256: string
  readonly reasons: readonly GateReason[]
}

/**
 * Renders an edition in each language, reads it back, keeps it in the archive with what the gate said, and writes it whole
 * or not at all. One that is held is written beside the place of the good one, never there.
 */
export async function writeEditions(
  findings: Findings,
  {
    langs,
    out,
    live,
  }: {
    readonly langs: readonly Lang[]
    readonly out?: string | undefined
    readonly live: Live
  },
): Promise<readonly WrittenEdition[]> {
  const again = await findAgain(findings, live)
  const inputs = await inputsOf(findings, live)
  const written: WrittenEdition[] = []
  for (const lang of langs) {
    const html = await renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
    const edition = { html, lang, findings }
    const reasons = await inspect(edition, again, inputs)
    const sha256 = await archive({ ...edition, reasons }, live)
    const good =
      out === undefined ? join(live.home, 'reports', nameOf(findings, lang)) : resolve(out)
    const path = reasons.length === 0 ? good : heldPath(good)
    await writeWhole(path, html)
    written.push({ path, sha256, reasons })
  }
  return written
}

function nameOf({ period, asOf }: Findings, lang: Lang): string {
  return `${period.id.replaceAll('..', '_')}.as-of-${asOf}.${lang}.html`
}

function heldPath(path: string): string {
  const { dir, name, ext } = parse(path)
  return join(dir, `${name}.held${ext}`)
}

const MOST_TOLD = 20

/** Prints where editions are, and why one is held. Exit 4 when one is. */
export function tellWritten(written: readonly WrittenEdition[], { out, err }: Terminal): ExitCode {
  for (const { path, sha256, reasons } of written) {
    say(out, path)
    if (reasons.length === 0) continue
    say(err, `HELD: edition ${sha256.slice(0, 12)} is not sent. What does not hold:`, 'error')
    for (const line of shortened(reasons.map(reasonInWords), MOST_TOLD))
      say(err, `  ${line}`, 'error')
  }
  return written.some(({ reasons }) => reasons.length > 0) ? EXIT.held : EXIT.done
}

export function reasonInWords({ check, where, says }: HeldReason): string {
  return `${check}: ${where}: ${says}`
}
