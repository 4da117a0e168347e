import { dirname, resolve } from 'node:path'
import type { Config } from '../runtime/config.ts'
import { needPrinter } from '../runtime/print-pdf.ts'
import { programVersion } from '../runtime/program-version.ts'
import { checkFolder, writeFolder } from '../site/write-folder.ts'
import { counted } from './counted.ts'
import { needFolder } from './need-place.ts'
import { goShowing } from './show.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

export interface SiteOptions {
  readonly out: string
  readonly sample: boolean
  /** Every edition as PDF too. */
  readonly pdf: boolean
}

/** Writes the archive as a folder for any static host, or for opening from disk. */
export async function writeSite(
  { out, sample, pdf }: SiteOptions,
  { config, terminal }: { readonly config: Config; readonly terminal: Terminal },
): Promise<ExitCode> {
  const folder = resolve(out)
  // It is built beside its place and then moved there.
  await needFolder(dirname(folder))
  await checkFolder(folder)
  await using showing = await goShowing(config, {
    sample,
    print: pdf ? needPrinter() : undefined,
    onStale(error) {
      throw error
    },
  })
  const { files, made } = await writeFolder(folder, showing.site, await programVersion())
  say(
    terminal.err,
    `${counted(files, 'file')}, ${made} of them made anew. Open index.html, or give the folder to a static host.`,
  )
  say(terminal.out, folder)
  return EXIT.done
}
